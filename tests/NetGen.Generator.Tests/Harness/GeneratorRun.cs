using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Tests;

/// <summary>
/// The generator at work on source text. Each run is followed by a second one, after an unrelated file was added,
/// and that one must find every step done but the reporting of diagnostics, which never equal earlier ones.
/// </summary>
internal sealed class GeneratorRun
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location)
                || Path.GetFileName(path) is "NetGen.Runtime.dll" or "System.Numerics.Tensors.dll")
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly CSharpCompilation compilation;
    private readonly GeneratorDriver driver;

    private GeneratorRun(CSharpCompilation compilation, GeneratorDriver driver)
    {
        this.compilation = compilation;
        this.driver = driver.RunGeneratorsAndUpdateCompilation(
            compilation, out Compilation output, out ImmutableArray<Diagnostic> reported);
        Output = output;
        Reported = [.. reported.Where(static diagnostic => !diagnostic.IsSuppressed)];
        Result = this.driver.GetRunResult().Results.Single();
        Assert.Null(Result.Exception);
        AssertNextRunIsCached();
    }

    /// <summary>What the generator did.</summary>
    public GeneratorRunResult Result { get; }

    /// <summary>The user's code and the generated code.</summary>
    public Compilation Output { get; }

    /// <summary>What the generator said, without what the user suppressed.</summary>
    public ImmutableArray<Diagnostic> Reported { get; }

    /// <summary>The declarations that the parser handed on.</summary>
    public IEnumerable<Declaration> Declarations =>
        OutputsOf(PipelineStep.Declarations).Select(static output => (Declaration)output.Value);

    /// <summary>The one network that the parser handed on.</summary>
    public NetworkSpec Network => Assert.IsType<NetworkSpec>(Assert.Single(Declarations).Network);

    /// <summary>The names of the generated files of networks.</summary>
    public IEnumerable<string> NetworkFiles =>
        OutputsOf(PipelineStep.NetworkFiles).Select(static output => ((CompiledNetwork)output.Value).HintName);

    /// <summary>The text of a generated file.</summary>
    public string TextOf(string hintName) =>
        Result.GeneratedSources.Single(file => file.HintName == hintName).SourceText.ToString();

    /// <summary>The errors of the generator and of the C# compiler.</summary>
    public IEnumerable<Diagnostic> Errors => WithSeverity(DiagnosticSeverity.Error);

    /// <summary>Their warnings and errors.</summary>
    public IEnumerable<Diagnostic> WarningsAndErrors => WithSeverity(DiagnosticSeverity.Warning);

    /// <summary>Runs the generator over files with a network's usings, in an optimised project.</summary>
    public static GeneratorRun Over(params string[] sources) => Over(OptimizationLevel.Release, sources);

    public static GeneratorRun Over(LanguageVersion language, params string[] sources) => Over(language, Optimized, sources);

    public static GeneratorRun Over(OptimizationLevel optimization, params string[] sources) =>
        Over(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: optimization), sources);

    public static GeneratorRun Over(CSharpCompilationOptions options, params string[] sources) =>
        Over(LanguageVersion.CSharp13, options, sources);

    /// <summary>Runs the generator over a file that uses another assembly, of the given source.</summary>
    public static GeneratorRun OverWithLibrary(string library, string source)
    {
        using var image = new MemoryStream();
        Assert.True(Over(library).Output.Emit(image).Success);
        return Over(source, MetadataReference.CreateFromImage(image.ToArray()));
    }

    /// <summary>Runs the generator over a file that uses another project, of the given source, as editors hold it.</summary>
    public static GeneratorRun OverWithProject(string project, string source) => Over(source, Over(project).Output.ToMetadataReference());

    /// <summary>Runs the generator over a project with files of weights.</summary>
    public static GeneratorRun OverWithWeights(IEnumerable<WeightsText> weights, params string[] sources) =>
        Over(LanguageVersion.CSharp13, Optimized, sources, [], [.. weights]);

    private static CSharpCompilationOptions Optimized { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release);

    private static GeneratorRun Over(string source, MetadataReference library) =>
        Over(LanguageVersion.CSharp13, Optimized, [source], [library], []);

    private static GeneratorRun Over(LanguageVersion language, CSharpCompilationOptions options, string[] sources) =>
        Over(language, options, sources, [], []);

    private static GeneratorRun Over(
        LanguageVersion language, CSharpCompilationOptions options, string[] sources, MetadataReference[] libraries,
        AdditionalText[] files)
    {
        CSharpParseOptions parseOptions = new(language, DocumentationMode.Diagnose);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "App", sources.Select((source, i) => Parse(source, $"File{i}.cs", parseOptions)), [.. References, .. libraries],
            options.WithNullableContextOptions(NullableContextOptions.Enable));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new NetworkGenerator().AsSourceGenerator()],
            files,
            parseOptions,
            new ConfiguredOptions(),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new GeneratorRun(compilation, driver);
    }

    /// <summary>Runs it again after a file was edited.</summary>
    public GeneratorRun Edit(int file, string before, string after)
    {
        SyntaxTree tree = compilation.SyntaxTrees[file];
        string text = tree.ToString();
        Assert.Contains(before, text, StringComparison.Ordinal);
        return new GeneratorRun(
            compilation.ReplaceSyntaxTree(tree, Parse(text.Replace(before, after, StringComparison.Ordinal), tree.FilePath, tree.Options)),
            driver);
    }

    /// <summary>Runs it again after another file of weights took the place of one.</summary>
    public GeneratorRun Edit(WeightsText before, WeightsText after) => new(compilation, driver.ReplaceAdditionalText(before, after));

    /// <summary>What became of each output of a step: new, modified, unchanged or cached.</summary>
    public IEnumerable<IncrementalStepRunReason> ReasonsOf(string step) => OutputsOf(step).Select(static output => output.Reason);

    /// <summary>The text of a file.</summary>
    public string TextOf(int file) => compilation.SyntaxTrees[file].ToString();

    private static SyntaxTree Parse(string source, string path, ParseOptions options) =>
        CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)options, path, System.Text.Encoding.UTF8);

    private void AssertNextRunIsCached()
    {
        GeneratorRunResult next = driver
            .RunGenerators(
                compilation.AddSyntaxTrees(Parse("internal class Unrelated { }", "Unrelated.cs", compilation.SyntaxTrees[0].Options)))
            .GetRunResult().Results.Single();
        string[] named =
        [
            PipelineStep.Declarations, PipelineStep.Networks, PipelineStep.NetworkFiles, PipelineStep.WeightsFiles,
            PipelineStep.TrainedFiles, PipelineStep.Kernels,
        ];
        IEnumerable<IncrementalGeneratorRunStep> outputs = next.TrackedOutputSteps.Values.SelectMany(static steps => steps)
            .Where(static step => step.Inputs.All(static input => input.Source.Name != PipelineStep.Diagnostics));
        IEnumerable<IncrementalGeneratorRunStep> steps =
            [.. named.SelectMany(name => next.TrackedSteps.GetValueOrDefault(name, [])), .. outputs];
        Assert.All(steps.SelectMany(static step => step.Outputs), static output =>
            Assert.True(
                output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged,
                $"{output.Value} was {output.Reason}."));
    }

    private IEnumerable<(object Value, IncrementalStepRunReason Reason)> OutputsOf(string step) =>
        Result.TrackedSteps.GetValueOrDefault(step, []).SelectMany(static run => run.Outputs);

    private IEnumerable<Diagnostic> WithSeverity(DiagnosticSeverity least) =>
        Reported.Concat(Output.GetDiagnostics(TestContext.Current.CancellationToken)).Where(diagnostic => diagnostic.Severity >= least);
}
