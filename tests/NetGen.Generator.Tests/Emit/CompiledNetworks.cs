using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace NetGen.Generator.Tests;

/// <summary>Networks of many shapes, compiled together in memory and loaded.</summary>
public sealed class CompiledNetworks
{
    private readonly Assembly assembly;
    private readonly Dictionary<string, NetworkSpec> specs;

    public CompiledNetworks()
    {
        GeneratorRun run = GeneratorRun.Over([.. All.Select(static network => network.Source), DeclaredLayers.Source]);
        Assert.Empty(run.Reported);
        specs = run.Declarations.ToDictionary(static declaration => declaration.Type.Name, static declaration => declaration.Network!);
        using var image = new MemoryStream();
        EmitResult result = run.Output.Emit(image);
        Assert.Empty(result.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        assembly = Assembly.Load(image.ToArray());
    }

    /// <summary>Every width that leaves another remainder, with every activation; the other properties take turns.</summary>
    internal static IReadOnlyList<DeclaredMlp> All { get; } =
    [
        .. from width in DeclaredMlp.Sizes
           from activation in Enum.GetValues<NetGen.Activation>()
           let turn = (int)activation + Array.IndexOf(DeclaredMlp.Sizes, width)
           select new DeclaredMlp(
               width, Depth: 1 + turn % 3, Residual: turn % 2 == 0, activation,
               Input: turn % 5 == 1 ? width + 4 : width, Output: turn % 5 >= 3 ? 3 : width, Bias: turn % 4 != 2),
    ];

    internal void Judge(string network, int rows, int seed) =>
        typeof(NetworkJudge).GetMethod(nameof(NetworkJudge.Judge))!
            .MakeGenericMethod(assembly.GetType(network)!)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [specs[network], rows, seed, 0.0], null);
}

internal sealed record DeclaredMlp(int Width, int Depth, bool Residual, NetGen.Activation Activation, int Input, int Output, bool Bias)
{
    /// <summary>Widths and batches around the edges of tiles, vectors, panels and strides.</summary>
    public static int[] Sizes { get; } = [1, 7, 45, 46, 63, 64, 65, 257];

    public string Name => $"{(Residual ? "Residual" : "Plain")}{Activation}{Width}x{Depth}";

    public string Source => $$"""
        using NetGen;

        [Mlp(Width = {{Width}}, Depth = {{Depth}}, Residual = {{(Residual ? "true" : "false")}}, Activation = Activation.{{Activation}},
            Input = {{Input}}, Output = {{Output}}, Bias = {{(Bias ? "true" : "false")}}, Init = Init.LeCunNormal)]
        public sealed partial class {{Name}};
        """;
}
