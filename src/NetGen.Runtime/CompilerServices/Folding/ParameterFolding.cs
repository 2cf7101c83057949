using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>
/// Makes the parameters of a folded network of those of another, in double precision. Compiled networks call it; which identities lead
/// from one network to the other is the compiler's to know.
/// </summary>
/// <param name="from">The parameters of the network that was trained.</param>
/// <param name="to">Those of the folded one.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParameterFolding(ParameterSet from, ParameterSet to)
{
    /// <summary>Takes a parameter, or a state, over as it is.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="folded">Its name in the folded network.</param>
    public void Copy(string name, string folded) => to[folded].CopyFrom(from[name].ToArray());

    /// <summary>A product with a weight <c>[out, in]</c> or <c>[out, in, kernel, kernel]</c>.</summary>
    /// <param name="weight">The name of the weight.</param>
    /// <param name="bias">The name of the bias, if there is one.</param>
    public FoldedProduct Product(string weight, string? bias = null) => FoldedProduct.Of(from, from[weight], bias);

    /// <summary>
    /// A product with a weight norm: <c>W = g V / |V|</c> for each output, and zero where <c>V</c> is (Salimans and Kingma 2016).
    /// </summary>
    /// <param name="weight">The name of <c>V</c>.</param>
    /// <param name="gain">The name of <c>g</c>.</param>
    /// <param name="bias">The name of the bias, if there is one.</param>
    public FoldedProduct NormedProduct(string weight, string gain, string? bias = null) =>
        FoldedProduct.Of(from, from[weight], bias).WithLengths(from[gain]);

    /// <summary>The product that changes nothing, <c>W = I</c>, with a kernel of one pixel.</summary>
    /// <param name="width">The number of channels.</param>
    public FoldedProduct Identity(int width) => FoldedProduct.Identity(from, width);

    /// <summary>Rounds a product, once, to the parameters of the folded network.</summary>
    /// <param name="product">The product.</param>
    /// <param name="weight">The name of its weight there.</param>
    /// <param name="bias">The name of its bias there, if there is one.</param>
    public void Store(FoldedProduct product, string weight, string? bias = null)
    {
        ArgumentNullException.ThrowIfNull(product);
        product.StoreWeight(to[weight]);
        if (bias is not null)
            product.StoreBias(to[bias]);
    }
}
