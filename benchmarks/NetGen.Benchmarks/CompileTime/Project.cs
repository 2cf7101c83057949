using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Benchmarks.CompileTime;

/// <summary>A project with networks, and an edit that makes one of them deeper.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Networks">Its files with networks; the edit is in the first.</param>
/// <param name="Depth">What the edit replaces.</param>
/// <param name="Deeper">What it writes.</param>
internal sealed record Project(string Name, string[] Networks, string Depth, string Deeper)
{
    private const string OtherClass = "namespace App; public class Other { public int Sum(int a, int b) => a + b; }";

    private static readonly string[] Activations = ["ReLU", "Tanh", "Gelu", "SiLU"];

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp13);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location)
                || Path.GetFileName(path) is "NetGen.Runtime.dll" or "System.Numerics.Tensors.dll")
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public static Project[] All { get; } =
    [
        new("`[Mlp]`", ["using NetGen; namespace App; [Mlp(Depth = 2)] public sealed partial class Net;"], "Depth = 2", "Depth = 3"),
        new(
            "`[Mlp]` of 20 layers", ["using NetGen; namespace App; [Mlp(Depth = 20, Residual = true)] public sealed partial class Net;"],
            "Depth = 20", "Depth = 21"),
        new(
            "50 blocks",
            ["""
                using NetGen;
                namespace App;
                [Block, RmsNorm, Linear(1024), Gelu, Linear(256)] public class FeedForward;
                [Network(Input = 256), Repeat<FeedForward>(50, Residual = true)] public sealed partial class Net;
                """],
            "(50", "(51"),
        new(
            "100 networks",
            [.. Enumerable.Range(0, 100).Select(static i => $$"""
                using NetGen;
                namespace App;
                [Mlp(Width = {{16 + i}}, Depth = {{1 + i % 5}}, Activation = Activation.{{Activations[i % 4]}},
                    Residual = {{(i % 3 == 0 ? "true" : "false")}})]
                public sealed partial class Net{{i}};
                """)],
            "Depth = 1", "Depth = 6"),
    ];

    public static GeneratorDriver CreateDriver() =>
        CSharpGeneratorDriver.Create([new Generator.NetworkGenerator().AsSourceGenerator()], parseOptions: ParseOptions);

    /// <summary>The project, and files that were generated for it, as a compilation of which nothing was asked yet.</summary>
    public CSharpCompilation Open(params IEnumerable<string> generated) => CSharpCompilation.Create(
        "App", new[] { OtherClass }.Concat(Networks).Concat(generated).Select(Parse), References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release,
            nullableContextOptions: NullableContextOptions.Enable));

    public static CSharpCompilation AddComment(CSharpCompilation project) => Edit(project, 0, "public int", "/* A sum. */ public int");

    public static CSharpCompilation ChangeOtherClass(CSharpCompilation project) => Edit(project, 0, "Sum", "Total");

    public CSharpCompilation ChangeDepth(CSharpCompilation project) => Edit(project, 1, Depth, Deeper);

    private static CSharpCompilation Edit(CSharpCompilation project, int file, string before, string after)
    {
        SyntaxTree tree = project.SyntaxTrees[file];
        return project.ReplaceSyntaxTree(tree, Parse(tree.ToString().Replace(before, after, StringComparison.Ordinal), file));
    }

    private static SyntaxTree Parse(string text, int file) =>
        CSharpSyntaxTree.ParseText(text, ParseOptions, $"File{file}.cs", Encoding.UTF8);
}
