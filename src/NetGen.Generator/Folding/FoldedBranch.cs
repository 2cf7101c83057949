using NetGen.Generator.Model;

namespace NetGen.Generator.Folding;

/// <summary>A branch that is one product, or one behind the two halves of its input.</summary>
/// <param name="Halves">What makes the halves, or null where there are none.</param>
/// <param name="Product">The product.</param>
internal sealed record FoldedBranch(CReLUSpec? Halves, ProductPart Product)
{
    /// <summary>What a block is as a branch, or null where it is more.</summary>
    public static FoldedBranch? Of(KeptBlock block, Shape input)
    {
        // A block without layers changes nothing.
        if (block.Parts.Count == 0)
            return new FoldedBranch(null, ProductPart.Identity(block.Name, input.Width));
        if (block.Parts[block.Parts.Count - 1] is not ProductPart product)
            return null;
        return block.Parts.Count switch
        {
            1 => new FoldedBranch(null, product),
            2 when block.Parts[0] is KeptLayer { Layer: CReLUSpec halves } && product.Like is not null => new FoldedBranch(halves, product),
            _ => null,
        };
    }

    /// <summary>The sum with another on the same input, or null where it is no such branch.</summary>
    public FoldedBranch? Plus(FoldedBranch other, Shape input)
    {
        if (Halves is null && other.Halves is not null)
            return other.Plus(this, input);
        if (other.Halves is not null && other.Halves.Function != Halves!.Function)
            return null;
        ProductPart added = Halves is not null && other.Halves is null ? other.Product.Behind(Halves, input.Width) : other.Product;
        return Product.Plus(added) is { } sum ? this with { Product = sum } : null;
    }
}
