using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator;

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

    private static readonly ImmutableArray<CodeFixProvider> Providers = [new MakePartial(), new RemoveModifier(), new RemoveAttribute()];

    private readonly AdhocWorkspace workspace = new();
    private readonly ProjectId project;
    private readonly ImmutableArray<DocumentId> files;
    private Solution solution;

    public Editor(params IEnumerable<string> texts)
    {
        project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "App", "App", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release),
            parseOptions: new CSharpParseOptions(LanguageVersion.CSharp13),
            metadataReferences: References)).Id;
        files = [.. texts.Select((text, i) => workspace.AddDocument(project, $"File{i}.cs", SourceText.From(text)).Id)];
        solution = workspace.CurrentSolution;
    }

    /// <summary>The texts of the files.</summary>
    public async Task<string[]> Texts() =>
        await Task.WhenAll(files.Select(async file => (await solution.GetDocument(file)!.GetTextAsync(TestContext.Current.CancellationToken)).ToString()));

    /// <summary>Every error, of the network compiler and of the C# compiler, in the order of files.</summary>
    public async Task<ImmutableArray<Diagnostic>> Errors()
    {
        Compilation compilation = (await solution.GetProject(project)!.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        CSharpGeneratorDriver
            .Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees.First().Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> reported, TestContext.Current.CancellationToken);
        return
        [
            .. reported.Concat(output.GetDiagnostics(TestContext.Current.CancellationToken))
                .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .OrderBy(static diagnostic => (diagnostic.Location.SourceTree?.FilePath, diagnostic.Location.SourceSpan.Start)),
        ];
    }

    /// <summary>What is offered for a diagnostic.</summary>
    public async Task<ImmutableArray<CodeAction>> Offered(Diagnostic diagnostic)
    {
        ImmutableArray<CodeAction>.Builder offered = ImmutableArray.CreateBuilder<CodeAction>();
        CodeFixContext context = new(
            solution.GetDocument(diagnostic.Location.SourceTree)!, diagnostic, (action, _) => offered.Add(action), TestContext.Current.CancellationToken);
        foreach (CodeFixProvider provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
            await provider.RegisterCodeFixesAsync(context);
        return offered.ToImmutable();
    }

    /// <summary>Fixes an error.</summary>
    public async Task Fix(Diagnostic error) => await Apply(Assert.Single(await Offered(error)));

    /// <summary>Fixes every error in the project that has the id of the first one.</summary>
    public async Task FixAll(ImmutableArray<Diagnostic> errors)
    {
        CodeFixProvider provider = Providers.Single(provider => provider.FixableDiagnosticIds.Contains(errors[0].Id));
        CodeAction action = Assert.Single(await Offered(errors[0]));
        FixAllContext context = new(
            solution.GetDocument(errors[0].Location.SourceTree)!, provider, FixAllScope.Project, action.EquivalenceKey!, [errors[0].Id],
            new Reported(errors), TestContext.Current.CancellationToken);
        await Apply((await provider.GetFixAllProvider()!.GetFixAsync(context))!);
    }

    public void Dispose() => workspace.Dispose();

    private async Task Apply(CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        solution = Assert.IsType<ApplyChangesOperation>(Assert.Single(operations)).ChangedSolution;
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
