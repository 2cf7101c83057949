using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Writing;

namespace NetGen.CodeFixes;

/// <summary>
/// Gives the last Linear, Conv2d or Embedding of a block as many outputs as a residual connection around it, or the other branch beside
/// it, needs.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class SetOutputs() : SizeFix(DiagnosticDescriptors.ResidualWidths, DiagnosticDescriptors.ParallelWidths)
{
    protected override IEnumerable<Fix> Find(SyntaxNode place, Diagnostic diagnostic, SemanticModel model, CodeFixContext context)
    {
        if (PlacedBlocks.At(place, model) is not { Blocks: var blocks })
            return [];
        // Branches in a block of another assembly are reported at what placed that block.
        if (diagnostic.Id == DiagnosticDescriptors.ParallelWidths.Id && blocks.Length != 2)
            return [];

        IEnumerable<Fix?> fixes = diagnostic.Id == DiagnosticDescriptors.ResidualWidths.Id
            ? [Set([.. blocks.Select(block => LastProduct.Of(block, Length(diagnostic, 0)))], "")]
            : [Set([Branch(0, otherLength: 1)], "first"), Set([Branch(1, otherLength: 0)], "second")];
        return fixes.OfType<Fix>();

        LastProduct? Branch(int branch, int otherLength) => LastProduct.Of(blocks[branch], Length(diagnostic, otherLength));
    }

    // In the blocks that lie there, too.
    protected override bool IsStill(Diagnostic mistake, Diagnostic left, int start) =>
        FixableDiagnosticIds.Contains(left.Id) && Path(left).StartsWith(Path(mistake), StringComparison.Ordinal);

    private static Fix? Set(LastProduct?[] found, string kind)
    {
        LastProduct[] products = [.. found.OfType<LastProduct>().Distinct()];
        if (found.Contains(null) || products.Select(static product => product.Number).Distinct().Count() < products.Length)
            return null;
        IEnumerable<string> places =
            products.Select(static product => $"of {product.Kind} in {product.Block} to {Numbers.Literal(product.Outputs)}");
        return new(
            $"Set the outputs {string.Join(", ", places)}",
            products.Select(static product => (product.Number.SyntaxTree, product.Change)))
        {
            Kind = kind,
        };
    }

    // The values of both messages are the two lengths, and the way that leads to the place from the network.
    private static int Length(Diagnostic diagnostic, int which) =>
        int.Parse(diagnostic.Properties[Numbers.Literal(which)]!, CultureInfo.InvariantCulture);

    private static string Path(Diagnostic diagnostic) => diagnostic.Properties["2"]!;
}
