using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;
using NetGen.Generator.Writing;

namespace NetGen.CodeFixes;

/// <summary>Gives the last Linear of a block as many outputs as a residual connection around it, or the other branch beside it, needs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class SetOutputs() : DeclarationFix(DiagnosticDescriptors.ResidualWidths, DiagnosticDescriptors.ParallelWidths)
{
    protected override IEnumerable<Fix> Find(SyntaxNode place, Diagnostic diagnostic, SemanticModel model, CodeFixContext context)
    {
        if (PlacedBlocks.At(place, model) is not { Blocks: var blocks })
            return [];
        // Branches in a block of another assembly are reported at what placed that block.
        if (diagnostic.Id == DiagnosticDescriptors.ParallelWidths.Id && blocks.Length != 2)
            return [];

        IEnumerable<Fix?> fixes = diagnostic.Id == DiagnosticDescriptors.ResidualWidths.Id
            ? [Set([.. blocks.Select(block => LastLinear.Of(block, Length(diagnostic, 0)))], "")]
            : [Set([LastLinear.Of(blocks[0], Length(diagnostic, 1))], "first"), Set([LastLinear.Of(blocks[1], Length(diagnostic, 0))], "second")];
        return fixes.OfType<Fix>();
    }

    // A block may be placed elsewhere too, where another length is needed: no network may get its first mistake by this, and none may be left at this
    // place or in the blocks that lie there.
    protected override async Task<bool> HelpsAsync(Fix fix, Diagnostic diagnostic, Document document, CancellationToken cancellation)
    {
        Solution solution = document.Project.Solution;
        if (fix.Changes.Any(change => solution.GetDocumentId(change.File) is null))
            return false;

        HashSet<string> wrongBefore = [.. (await Mistakes(document.Project, cancellation).ConfigureAwait(false)).Select(static found => found.Network)];
        IEnumerable<(string Network, Diagnostic Mistake)> left = await Mistakes(fix.Apply(solution).GetProject(document.Project.Id)!, cancellation).ConfigureAwait(false);
        return left.All(found => wrongBefore.Contains(found.Network)
            && !(FixableDiagnosticIds.Contains(found.Mistake.Id) && Path(found.Mistake).StartsWith(Path(diagnostic), StringComparison.Ordinal)));
    }

    private static Fix? Set(LastLinear?[] found, string kind)
    {
        LastLinear[] linears = [.. found.OfType<LastLinear>().Distinct()];
        if (found.Contains(null) || linears.Select(static linear => linear.Number).Distinct().Count() < linears.Length)
            return null;
        IEnumerable<string> places = linears.Select(static linear => $"{linear.Block} to {Numbers.Literal(linear.Outputs)}");
        return new($"Set the outputs of Linear in {string.Join(", in ", places)}", linears.Select(static linear => (linear.Number.SyntaxTree, linear.Change))) { Kind = kind };
    }

    /// <summary>What is wrong with the sizes of a project's networks.</summary>
    private static async Task<IEnumerable<(string Network, Diagnostic Mistake)>> Mistakes(Project project, CancellationToken cancellation)
    {
        Compilation compilation = (await project.GetCompilationAsync(cancellation).ConfigureAwait(false))!;
        return compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type, cancellation).OfType<INamedTypeSymbol>()
            .SelectMany(type => NetworkSketch.Of(type, cancellation)?.Mistakes.Select(mistake => (type.ToDisplayString(), mistake)) ?? []);
    }

    // The values of both messages: the two lengths, and the way that leads there from the network.
    private static int Length(Diagnostic diagnostic, int which) => int.Parse(diagnostic.Properties[Numbers.Literal(which)]!, CultureInfo.InvariantCulture);

    private static string Path(Diagnostic diagnostic) => diagnostic.Properties["2"]!;
}
