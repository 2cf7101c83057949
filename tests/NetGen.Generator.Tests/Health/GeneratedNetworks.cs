using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace NetGen.Generator.Tests;

/// <summary>Every network that a test declares by hand, very deep ones and very wide ones, compiled into one file.</summary>
public sealed class GeneratedNetworks : IDisposable
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

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("netgen-health-");

    public GeneratedNetworks()
    {
        string[] elsewhere =
        [
            "tests/NetGen.Fingerprint/Networks.cs",
            "tests/NetGen.Runtime.Tests/Doubles/DeclaredNetworks.cs",
            "tests/NetGen.Runtime.Tests/Doubles/ResidualNetworks.cs",
        ];
        GeneratorRun run = GeneratorRun.Over(
        [
            .. CompiledNetworks.All.Select(static network => network.Source), DeclaredLayers.Source, Extremes,
            .. elsewhere.Select(static path => $"using NetGen;\n{Repository.Read(path)}"),
        ]);
        Assert.Empty(run.Reported);
        Count = run.Declarations.Count();
        EmitResult result = run.Output.Emit(Path);
        Assert.Empty(result.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    /// <summary>Where the assembly lies.</summary>
    public string Path => System.IO.Path.Join(folder.FullName, "App.dll");

    /// <summary>How many networks it has.</summary>
    public int Count { get; }

    public void Dispose() => folder.Delete(recursive: true);
}
