using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes;
using NetGen.Generator;
using NetGen.Generator.Parsing;

namespace NetGen.Experiments.Declaring;

/// <summary>
/// Declarations as an editor holds them: with the code that is written for them, what is said of them, and the fixes of that.
/// </summary>
/// <param name="Complete">The declarations and their code.</param>
/// <param name="Remarks">All errors and warnings, in the order of declarations.</param>
/// <param name="Networks">The classes of the networks, as they are named in an assembly, in the order of declarations.</param>
internal sealed record OpenedDeclarations(Compilation Complete, IReadOnlyList<Remark> Remarks, IReadOnlyList<string> Networks)
{
    private static readonly Lazy<ImmutableArray<DiagnosticAnalyzer>> analyzers = new(
        static () => All<DiagnosticAnalyzer>(typeof(NetworkGenerator)));

    private static readonly Lazy<ImmutableArray<CodeFixProvider>> providers = new(
        static () => All<CodeFixProvider>(typeof(DeclarationFix)));

    public bool HaveErrors => Remarks.Any(static remark => remark.IsError);

    /// <summary>Opens them.</summary>
    /// <param name="declarations">The declarations.</param>
    /// <param name="at">Is told what is at work.</param>
    /// <param name="stop">Stops it.</param>
    public static OpenedDeclarations Of(IReadOnlyList<Declaration> declarations, Action<string> at, CancellationToken stop)
    {
        using AdhocWorkspace workspace = new();
        ProjectId project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Networks", "Networks", LanguageNames.CSharp,
            compilationOptions: NetworkCompilation.Options,
            parseOptions: NetworkCompilation.Language,
            metadataReferences: NetworkCompilation.References)).Id;
        Solution solution = workspace.CurrentSolution.AddDocument(DocumentId.CreateNewId(project), "Usings.cs", Declaration.Usings);
        foreach (Declaration declaration in declarations)
        {
            solution = solution.AddDocument(
                DocumentId.CreateNewId(project), declaration.Name, SourceText.From(declaration.Text), filePath: declaration.Name);
        }

        at("the network compiler");
        Compilation declared = solution.GetProject(project)!.GetCompilationAsync(stop).GetAwaiter().GetResult()!;
        (Compilation complete, ImmutableArray<Diagnostic> reported) = NetworkCompilation.Generate(declared, stop);
        ImmutableArray<SyntaxTree> files = [.. declared.SyntaxTrees];
        at("the C# compiler");
        ImmutableArray<Diagnostic> written = complete.GetDiagnostics(stop);
        at("the analyzers");
        ImmutableArray<Diagnostic> analyzed =
            complete.WithAnalyzers(analyzers.Value).GetAnalyzerDiagnosticsAsync(stop).GetAwaiter().GetResult();
        at("code fixes");
        IEnumerable<Diagnostic> found = reported.Concat(written).Concat(analyzed)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
                || diagnostic.Severity == DiagnosticSeverity.Warning && IsDeclared(diagnostic))
            .OrderBy(diagnostic => files.IndexOf(diagnostic.Location.SourceTree!))
            .ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start);
        return new OpenedDeclarations(
            complete,
            [.. found.Select(diagnostic => new Remark(diagnostic, IsDeclared(diagnostic) ? Fixes(diagnostic, solution, stop) : []))],
            [.. files.SelectMany(file => NetworksIn(file, complete, stop)).Distinct()]);

        bool IsDeclared(Diagnostic diagnostic) =>
            diagnostic.Location.SourceTree is { } file && files.Contains(file);
    }

    private static IReadOnlyList<OfferedFix> Fixes(Diagnostic diagnostic, Solution solution, CancellationToken stop)
    {
        List<CodeAction> found = [];
        foreach (CodeFixProvider provider in providers.Value.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            provider.RegisterCodeFixesAsync(new CodeFixContext(
                solution.GetDocument(diagnostic.Location.SourceTree)!, diagnostic, (fix, _) => found.Add(fix), stop))
                .GetAwaiter().GetResult();
        }

        return [.. found.Select(fix => new OfferedFix(fix.Title, Written(fix, solution, stop)))];
    }

    /// <summary>The lines that a fix writes: those that were not there before.</summary>
    private static IReadOnlyList<string> Written(CodeAction fix, Solution solution, CancellationToken stop)
    {
        Solution changed = fix.GetOperationsAsync(stop).GetAwaiter().GetResult().OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return
        [
            .. from project in changed.GetChanges(solution).GetProjectChanges()
               from file in project.GetChangedDocuments()
               from line in Lines(changed, file).Except(Lines(solution, file))
               select line,
        ];

        IEnumerable<string> Lines(Solution files, DocumentId file) =>
            files.GetDocument(file)!.GetTextAsync(stop).GetAwaiter().GetResult().Lines.Select(static line => line.ToString());
    }

    private static IEnumerable<string> NetworksIn(SyntaxTree file, Compilation complete, CancellationToken stop)
    {
        SemanticModel model = complete.GetSemanticModel(file);
        return from part in file.GetRoot(stop).DescendantNodes().OfType<TypeDeclarationSyntax>()
               let type = model.GetDeclaredSymbol(part, stop)
               where type is not null && type.GetAttributes().Any(LayerAttributes.IsNetwork)
               select MetadataName(type);
    }

    private static string MetadataName(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
            return $"{MetadataName(outer)}+{type.MetadataName}";
        return type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName : $"{type.ContainingNamespace}.{type.MetadataName}";
    }

    /// <summary>All of a kind in the assembly of a type.</summary>
    private static ImmutableArray<T> All<T>(Type one) =>
    [
        .. one.Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract)
            .Select(static type => (T)Activator.CreateInstance(type, nonPublic: true)!),
    ];
}
