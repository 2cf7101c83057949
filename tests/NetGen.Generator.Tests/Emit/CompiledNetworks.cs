using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace NetGen.Generator.Tests;

/// <summary>Every network that a test declares by hand, very deep ones and very wide ones, compiled together, once.</summary>
internal static class CompiledNetworks
{
    private const string Extremes = """
        using NetGen;

        [Mlp(Depth = 200, Width = 64)]
        internal sealed partial class DeepPlain;

        [Mlp(Depth = 200, Width = 64, Residual = true)]
        internal sealed partial class DeepResidual;

        [Mlp(Depth = 2, Width = 1024)]
        internal sealed partial class WidePlain;

        [Mlp(Depth = 2, Width = 1024, Residual = true)]
        internal sealed partial class WideResidual;
        """;

    private static readonly string[] Elsewhere =
    [
        "tests/NetGen.Fingerprint/Networks.cs",
        "tests/NetGen.Runtime.Tests/Doubles/DeclaredNetworks.cs",
        "tests/NetGen.Runtime.Tests/Doubles/ResidualNetworks.cs",
    ];

    private static readonly Lazy<GeneratorRun> Generated = new(Generate);
    private static readonly Lazy<byte[]> Compiled = new(Compile);
    private static readonly Lazy<Assembly> Loaded = new(static () => Assembly.Load(Compiled.Value));
    private static readonly Lazy<ILookup<string, NetworkSpec>> Specs = new(static () =>
        Generated.Value.Declarations.ToLookup(static declaration => declaration.Type.Name, static declaration => declaration.Network!));

    /// <summary>How many there are.</summary>
    public static int Count => Generated.Value.Declarations.Count();

    /// <summary>The assembly that they make.</summary>
    public static byte[] Image => Compiled.Value;

    /// <summary>Holds one against the interpreter.</summary>
    public static void Judge(string network, int rows, int seed) =>
        typeof(NetworkJudge).GetMethod(nameof(NetworkJudge.Judge))!
            .MakeGenericMethod(Loaded.Value.GetType(network)!)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [Specs.Value[network].Single(), rows, seed, 0.0], null);

    private static GeneratorRun Generate()
    {
        GeneratorRun run = GeneratorRun.Over(
        [
            .. DeclaredMlp.All.Select(static network => network.Source), DeclaredLayers.Source, Extremes,
            .. Elsewhere.Select(static path => $"using NetGen;\n{Repository.Read(path)}"),
        ]);
        Assert.Empty(run.Reported);
        return run;
    }

    private static byte[] Compile()
    {
        using var image = new MemoryStream();
        EmitResult result = Generated.Value.Output.Emit(image);
        Assert.Empty(result.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        return image.ToArray();
    }
}
