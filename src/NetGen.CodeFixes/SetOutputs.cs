using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;
using NetGen.Generator.Writing;

namespace NetGen.CodeFixes;

/// <summary>
/// Gives the last Linear of a block as many outputs as a residual connection around it, or the other branch beside it, needs.
/// </summary>
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
            : [Set([Branch(0, otherLength: 1)], "first"), Set([Branch(1, otherLength: 0)], "second")];
        return fixes.OfType<Fix>();

        LastLinear? Branch(int branch, int otherLength) => LastLinear.Of(blocks[branch], Length(diagnostic, otherLength));
    }

    // A block may be placed elsewhere too, where another length is needed: a fix may give no network its first mistake, and must leave no
    // mistake at this place or in the blocks that lie there.
    protected override async Task<bool> HelpsAsync(Fix fix, Diagnostic diagnostic, Document document, CancellationToken cancellation)
    {
        Solution solution = document.Project.Solution;
        if (fix.Changes.Any(change => solution.GetDocumentId(change.File) is null))
            return false;

        Project mended = fix.Apply(solution).GetProject(document.Project.Id)!;
        IEnumerable<(string Network, Diagnostic Mistake)> before = await Mistakes(document.Project, cancellation).ConfigureAwait(false);
        IEnumerable<(string Network, Diagnostic Mistake)> left = await Mistakes(mended, cancellation).ConfigureAwait(false);
        HashSet<string> wrongBefore = [.. before.Select(static found => found.Network)];
        return left.All(found => wrongBefore.Contains(found.Network) && !IsHere(found.Mistake));

        bool IsHere(Diagnostic mistake) =>
            FixableDiagnosticIds.Contains(mistake.Id) && Path(mistake).StartsWith(Path(diagnostic), StringComparison.Ordinal);
    }

    private static Fix? Set(LastLinear?[] found, string kind)
    {
        LastLinear[] linears = [.. found.OfType<LastLinear>().Distinct()];
        if (found.Contains(null) || linears.Select(static linear => linear.Number).Distinct().Count() < linears.Length)
            return null;
        IEnumerable<string> places = linears.Select(static linear => $"{linear.Block} to {Numbers.Literal(linear.Outputs)}");
        return new(
            $"Set the outputs of Linear in {string.Join(", in ", places)}",
            linears.Select(static linear => (linear.Number.SyntaxTree, linear.Change)))
        {
            Kind = kind,
        };
    }

    /// <summary>What is wrong with the sizes of a project's networks.</summary>
    private static async Task<IEnumerable<(string Network, Diagnostic Mistake)>> Mistakes(Project project, CancellationToken cancellation)
    {
        Compilation compilation = (await project.GetCompilationAsync(cancellation).ConfigureAwait(false))!;
        return compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type, cancellation).OfType<INamedTypeSymbol>()
            .SelectMany(type => NetworkSketch.Of(type, cancellation)?.Mistakes.Select(mistake => (type.ToDisplayString(), mistake)) ?? []);
    }

    // The values of both messages are the two lengths, and the way that leads to the place from the network.
    private static int Length(Diagnostic diagnostic, int which) =>
        int.Parse(diagnostic.Properties[Numbers.Literal(which)]!, CultureInfo.InvariantCulture);

    private static string Path(Diagnostic diagnostic) => diagnostic.Properties["2"]!;
}
