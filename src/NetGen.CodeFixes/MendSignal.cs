using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Judging;
using NetGen.Generator.Parsing;

namespace NetGen.CodeFixes;

/// <summary>Applies the remedies that are found for a network's start.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class MendSignal() : DeclarationFix(
    DiagnosticDescriptors.VanishingGradient, DiagnosticDescriptors.ExplodingGradient, DiagnosticDescriptors.DyingActivations,
    DiagnosticDescriptors.ExplodingActivations, DiagnosticDescriptors.IndistinguishableInputs, DiagnosticDescriptors.UnsuitedInit)
{
    protected override IEnumerable<Fix> Find(SyntaxNode place, Diagnostic diagnostic, SemanticModel model, CodeFixContext context)
    {
        if (place.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } part || model.GetDeclaredSymbol(part) is not INamedTypeSymbol type
            || DeclaredNetwork.Of(type, context.CancellationToken) is not { } network)
            return [];
        SignalJudge judge = Judge(context.Document.Project, network, context.CancellationToken);
        Remedies remedies = new(network, judge, judge.Find(network.Spec));
        return remedies.Chosen.Select(remedy => new Fix(
            char.ToUpperInvariant(remedy.Title[0]) + remedy.Title.Substring(1), remedies.Changes(remedy, model.Compilation))
        {
            Kind = remedy.Title,
        });
    }

    // A block that other networks place changes them too: a fix may give none of them its first warning, and must leave no warning at this
    // network.
    protected override async Task<bool> HelpsAsync(Fix fix, Diagnostic diagnostic, Document document, CancellationToken cancellation)
    {
        SemanticModel model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        SyntaxNode root = await model.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        TypeDeclarationSyntax type = root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>()!;
        string network = model.GetDeclaredSymbol(type, cancellation)!.ToDisplayString();
        Project mended = fix.Apply(document.Project.Solution).GetProject(document.Project.Id)!;
        HashSet<string> before = await WarnedOf(document.Project, cancellation).ConfigureAwait(false);
        HashSet<string> after = await WarnedOf(mended, cancellation).ConfigureAwait(false);
        return !after.Contains(network) && after.IsSubsetOf(before);
    }

    /// <summary>The networks of a project that have mistakes, or whose start stands in the way of their training.</summary>
    private static async Task<HashSet<string>> WarnedOf(Project project, CancellationToken cancellation)
    {
        Compilation compilation = (await project.GetCompilationAsync(cancellation).ConfigureAwait(false))!;
        return [.. compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type, cancellation).OfType<INamedTypeSymbol>()
            .Where(static type => type.GetAttributes().Any(LayerAttributes.IsNetwork))
            .Where(type => DeclaredNetwork.Of(type, cancellation) is not { } network
                || Judge(project, network, cancellation).Find(network.Spec).Any())
            .Select(static type => type.ToDisplayString())];
    }

    private static SignalJudge Judge(Project project, DeclaredNetwork network, CancellationToken cancellation) => new(
        new SignalThresholds(project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(network.Location.SourceTree!)), cancellation);
}
