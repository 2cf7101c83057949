using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator;
using NetGen.Generator.Analyzing;

namespace NetGen.CodeFixes.Tests;

/// <summary>A project as an editor holds it: files, what the network compiler says of them, and the fixes it is offered.</summary>
internal sealed class Editor : IDisposable
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location)
                || Path.GetFileName(path) is "NetGen.Runtime.dll" or "System.Numerics.Tensors.dll")
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly ImmutableArray<CodeFixProvider> Providers =
    [
        new MakePartial(), new RemoveModifier(), new RemoveAttribute(), new InsertProjection(), new SetOutputs(), new SetNumber(),
        new OtherBatchNorm(), new RemoveCausal(), new MendSignal(),
    ];

    private readonly AdhocWorkspace workspace = new();
    private readonly ProjectId project;
    private readonly ImmutableArray<DocumentId> files;
    private Solution solution;

    public Editor(params IEnumerable<string> texts)
        : this(library: null, [.. texts])
    {
    }

    private Editor(string? library, string[] texts)
    {
        ProjectId? libraryProject = library is null ? null : Add("Library", []);
        project = Add("App", libraryProject is null ? [] : [new ProjectReference(libraryProject)]);
        files =
        [
            .. texts.Select((text, i) => workspace.AddDocument(project, $"File{i}.cs", SourceText.From(text)).Id),
            .. libraryProject is null ? [] : new[] { workspace.AddDocument(libraryProject, "Library.cs", SourceText.From(library!)).Id },
        ];
        solution = workspace.CurrentSolution;
    }

    /// <summary>A project that refers to another, whose file comes last.</summary>
    public static Editor WithLibrary(string library, params string[] texts) => new(library, texts);

    /// <summary>The texts of the files.</summary>
    public async Task<string[]> Texts() =>
        await Task.WhenAll(
            files.Select(async file => (await solution.GetDocument(file)!.GetTextAsync(TestContext.Current.CancellationToken)).ToString()));

    /// <summary>Every error, of the network compiler and of the C# compiler, in the order of files.</summary>
    public async Task<ImmutableArray<Diagnostic>> Errors()
    {
        (Compilation output, ImmutableArray<Diagnostic> reported) = await Compile();
        return InOrder(reported.Concat(output.GetDiagnostics(TestContext.Current.CancellationToken))
            .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    /// <summary>Every warning of how networks start, in the order of files. Generated files need not be gone through.</summary>
    public async Task<ImmutableArray<Diagnostic>> Warnings()
    {
        (Compilation output, _) = await Compile();
        CompilationWithAnalyzers analysis = output.WithAnalyzers([new SignalAnalyzer()]);
        Compilation written = (await solution.GetProject(project)!.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        ImmutableArray<Diagnostic>[] found = await Task.WhenAll(written.SyntaxTrees.Select(tree => analysis
            .GetAnalyzerSemanticDiagnosticsAsync(output.GetSemanticModel(tree), filterSpan: null, TestContext.Current.CancellationToken)));
        return InOrder(found.SelectMany(static diagnostics => diagnostics));
    }

    /// <summary>What is offered for a diagnostic.</summary>
    public async Task<ImmutableArray<CodeAction>> Offered(Diagnostic diagnostic) =>
        [.. (await Find(diagnostic)).Select(static found => found.Action)];

    /// <summary>The texts of the files as a fix would make them.</summary>
    public async Task<string[]> TextsAfter(CodeAction fix)
    {
        Solution changed = await Changed(fix);
        return await Task.WhenAll(
            files.Select(async file => (await changed.GetDocument(file)!.GetTextAsync(TestContext.Current.CancellationToken)).ToString()));
    }

    /// <summary>Fixes an error by the one fix there is.</summary>
    public async Task Fix(Diagnostic error) => await Apply(Assert.Single(await Find(error)).Action);

    /// <summary>Fixes an error by the fix of a title.</summary>
    public async Task Fix(Diagnostic error, string title) => await Apply(Titled(title, await Find(error)).Action);

    /// <summary>Fixes every error in the project that has the id of the first one, by the one fix that it has.</summary>
    public async Task FixAll(ImmutableArray<Diagnostic> errors) => await FixAll(errors, Assert.Single(await Find(errors[0])));

    /// <summary>
    /// Fixes every error in the project that has the id of the first one, in the way that a title of that one's fixes stands for.
    /// </summary>
    public async Task FixAll(ImmutableArray<Diagnostic> errors, string title) => await FixAll(errors, Titled(title, await Find(errors[0])));

    public void Dispose() => workspace.Dispose();

    private static (CodeFixProvider Provider, CodeAction Action) Titled(
        string title, IEnumerable<(CodeFixProvider Provider, CodeAction Action)> found) =>
        Assert.Single(found, fix => fix.Action.Title == title);

    private static ImmutableArray<Diagnostic> InOrder(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.OrderBy(static diagnostic => (diagnostic.Location.SourceTree?.FilePath, diagnostic.Location.SourceSpan.Start))];

    private async Task<(Compilation Output, ImmutableArray<Diagnostic> Reported)> Compile()
    {
        Compilation compilation = (await solution.GetProject(project)!.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        CSharpGeneratorDriver
            .Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees.First().Options)
            .RunGeneratorsAndUpdateCompilation(
                compilation, out Compilation output, out ImmutableArray<Diagnostic> reported, TestContext.Current.CancellationToken);
        return (output, reported);
    }

    private ProjectId Add(string name, ProjectReference[] references) => workspace.AddProject(ProjectInfo.Create(
        ProjectId.CreateNewId(), VersionStamp.Default, name, name, LanguageNames.CSharp,
        compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release),
        parseOptions: new CSharpParseOptions(LanguageVersion.CSharp13),
        projectReferences: references,
        metadataReferences: References)).Id;

    private async Task<List<(CodeFixProvider Provider, CodeAction Action)>> Find(Diagnostic diagnostic)
    {
        List<(CodeFixProvider, CodeAction)> found = [];
        foreach (CodeFixProvider provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(
                solution.GetDocument(diagnostic.Location.SourceTree)!, diagnostic, (action, _) => found.Add((provider, action)),
                TestContext.Current.CancellationToken));
        }

        return found;
    }

    private async Task FixAll(ImmutableArray<Diagnostic> errors, (CodeFixProvider Provider, CodeAction Action) first)
    {
        FixAllContext context = new(
            solution.GetDocument(errors[0].Location.SourceTree)!, first.Provider, FixAllScope.Project, first.Action.EquivalenceKey!,
            [errors[0].Id],
            new Reported(errors), TestContext.Current.CancellationToken);
        await Apply((await first.Provider.GetFixAllProvider()!.GetFixAsync(context))!);
    }

    private async Task Apply(CodeAction action) => solution = await Changed(action);

    private static async Task<Solution> Changed(CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        return Assert.IsType<ApplyChangesOperation>(Assert.Single(operations)).ChangedSolution;
    }

    private sealed class Reported(ImmutableArray<Diagnostic> errors) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellation)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellation);
            return errors.Where(error => error.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellation) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellation) =>
            Task.FromResult<IEnumerable<Diagnostic>>(errors);
    }
}
