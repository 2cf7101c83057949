using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator;

namespace NetGen.Docs.Tests;

/// <summary>Every piece of C# in the pages compiles.</summary>
public sealed class SnippetTests
{
    private static readonly CSharpParseOptions language = new(LanguageVersion.Preview);

    private static readonly ImmutableArray<MetadataReference> platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location)
                || Path.GetFileName(path) is "System.Numerics.Tensors.dll" or "Microsoft.ML.OnnxRuntime.dll"
                || Path.GetFileName(path).StartsWith("NetGen.", StringComparison.Ordinal) && !path.Contains("Generator"))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly ConcurrentDictionary<string, MetadataReference> contexts = new();

    public static TheoryData<string> Snippets => [.. Snippet.All.Select(static snippet => snippet.ToString())];

    [Theory]
    [MemberData(nameof(Snippets))]
    public void A_snippet_compiles(string place)
    {
        Assert.Equal([], Errors(Snippet.All.Single(snippet => snippet.ToString() == place)));
    }

    [Theory]
    [InlineData("vectors", "trainer.Stp(inputs, targets);", "'Stp'")]
    [InlineData("classes", "trainer.Step(inputs, unknown);", "'unknown'")]
    [InlineData("images", "[Network(Input = 3), Linear(2)] partial class Net { void Run() => new Net(seed: 1).Nothing(); }", "'Nothing'")]
    public void What_is_wrong_is_found(string context, string text, string expected) =>
        Assert.Contains(expected, Assert.Single(Errors(new Snippet("page", 1, context, text))), StringComparison.Ordinal);

    private static IEnumerable<string> Errors(Snippet snippet)
    {
        // Directives of file-based programs are for the command that runs them.
        string text = string.Join('\n', snippet.Text.Split('\n').Select(static line => line.StartsWith("#:") ? "" : line));
        Compilation compilation = Compile("Snippet", [text, Usings(snippet)], contexts.GetOrAdd(snippet.Context, Around));
        // The code that is generated has tests of its own.
        return compilation.GetSemanticModel(compilation.SyntaxTrees.First()).GetDiagnostics()
            .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(static diagnostic =>
                $"{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
    }

    private static MetadataReference Around(string context)
    {
        Compilation compilation = Compile("Around", [Contexts.Source(context)]);
        using MemoryStream image = new();
        Assert.True(compilation.Emit(image).Success, string.Join('\n', compilation.GetDiagnostics()));
        image.Position = 0;
        return MetadataReference.CreateFromStream(image);
    }

    private static string Usings(Snippet snippet) => Contexts.Source(snippet.Context).Split("\nnamespace")[0];

    private static Compilation Compile(string name, IReadOnlyList<string> sources, params MetadataReference[] references)
    {
        SyntaxTree[] trees = [.. sources.Select(static source => CSharpSyntaxTree.ParseText(source, language))];
        bool runs = trees.Any(static tree => tree.GetRoot().ChildNodes().Any(static node => node.IsKind(SyntaxKind.GlobalStatement)));
        CSharpCompilation compilation = CSharpCompilation.Create(
            name, trees, platform.AddRange(references),
            new CSharpCompilationOptions(
                runs ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: language)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation complete, out ImmutableArray<Diagnostic> reported);
        Assert.DoesNotContain(reported, static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return complete;
    }
}
