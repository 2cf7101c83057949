using Microsoft.CodeAnalysis;
using NetGen.Generator.Parsing;

namespace NetGen.CodeFixes;

/// <summary>A fix of what does not go with what is around it: of a size, or of the kind of an example.</summary>
internal abstract class SizeFix(params DiagnosticDescriptor[] fixable) : DeclarationFix(fixable)
{
    // A block may be placed elsewhere too, where another size is needed: a fix may give no network its first mistake, and must leave none
    // at this place. What lies behind it in the same network may only now be found to be wrong.
    protected sealed override async Task<bool> HelpsAsync(Fix fix, Diagnostic diagnostic, Document document, CancellationToken cancellation)
    {
        Solution solution = document.Project.Solution;
        if (fix.Changes.Any(change => solution.GetDocumentId(change.File) is null))
            return false;

        Project mended = fix.Apply(solution).GetProject(document.Project.Id)!;
        IEnumerable<(string Network, Diagnostic Mistake)> before = await Mistakes(document.Project, cancellation).ConfigureAwait(false);
        IEnumerable<(string Network, Diagnostic Mistake)> left = await Mistakes(mended, cancellation).ConfigureAwait(false);
        HashSet<string> wrongBefore = [.. before.Select(static found => found.Network)];
        int start = Behind(fix, diagnostic.Location);
        return left.All(found => wrongBefore.Contains(found.Network) && !IsStill(diagnostic, found.Mistake, start));
    }

    /// <summary>Whether a mistake that is left is the one that was to be fixed.</summary>
    /// <param name="mistake">The one to be fixed.</param>
    /// <param name="left">The one that is left.</param>
    /// <param name="start">Where the place of the first begins now.</param>
    protected virtual bool IsStill(Diagnostic mistake, Diagnostic left, int start) =>
        left.Id == mistake.Id && left.Location.SourceSpan.Start == start
        && left.Location.SourceTree?.FilePath == mistake.Location.SourceTree!.FilePath;

    /// <summary>Where a place begins when a fix is applied.</summary>
    private static int Behind(Fix fix, Location place) => place.SourceSpan.Start + fix.Changes
        .Where(change => change.File == place.SourceTree && change.Change.Span.End <= place.SourceSpan.Start)
        .Sum(static change => change.Change.NewText!.Length - change.Change.Span.Length);

    /// <summary>What is wrong with the sizes of a project's networks.</summary>
    private static async Task<IEnumerable<(string Network, Diagnostic Mistake)>> Mistakes(Project project, CancellationToken cancellation)
    {
        Compilation compilation = (await project.GetCompilationAsync(cancellation).ConfigureAwait(false))!;
        return compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type, cancellation).OfType<INamedTypeSymbol>()
            .SelectMany(type => NetworkSketch.Of(type, cancellation)?.Mistakes.Select(mistake => (type.ToDisplayString(), mistake)) ?? []);
    }
}
