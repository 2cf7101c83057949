namespace NetGen.Generator.Folding;

/// <summary>
/// How the weight and bias of a product are made of the parameters of another network, as a formula. Its numbers are the runtime's
/// <c>FoldedProduct</c>, where each of these has a method of its name.
/// </summary>
internal abstract record FoldedValue
{
    /// <summary>Whether there is a bias.</summary>
    public abstract bool HasBias { get; }

    /// <summary>The same through a wider window.</summary>
    /// <param name="kernel">The side of it.</param>
    /// <param name="at">The row and column of it where the narrower one begins.</param>
    public virtual FoldedValue Widened(int kernel, int at) => new WidenedValue(this, kernel, at);

    /// <summary>The sum with another, summand by summand.</summary>
    public FoldedValue Plus(FoldedValue other) =>
        other is SumValue sum ? Plus(sum.First).Plus(sum.Second) : new SumValue(this, other);
}

/// <summary>The parameters of a layer, as they are.</summary>
/// <param name="Path">What they are named after.</param>
/// <param name="Bias">Whether it is a product with a bias.</param>
internal sealed record GivenValue(string Path, bool Bias = false) : FoldedValue
{
    public override bool HasBias => Bias;
}

/// <summary>A product with a weight norm, <c>W = g V / |V|</c> for each output (Salimans and Kingma 2016).</summary>
/// <param name="Path">What its parameters are named after.</param>
/// <param name="Bias">Whether it has a bias.</param>
internal sealed record NormedWeightValue(string Path, bool Bias) : FoldedValue
{
    public override bool HasBias => Bias;
}

/// <summary>The convolution of one pixel that changes nothing: <c>W = I</c>.</summary>
/// <param name="Width">The number of channels.</param>
internal sealed record IdentityValue(int Width) : FoldedValue
{
    public override bool HasBias => false;
}

/// <summary>
/// A batch norm behind it, with its running statistics: <c>s = γ / sqrt(var + ε)</c>, <c>s W</c>, <c>s (b - mean) + β</c>.
/// </summary>
/// <param name="Of">What it stands behind.</param>
/// <param name="Path">What the norm's parameters are named after.</param>
/// <param name="Epsilon">What keeps the division finite.</param>
/// <param name="Affine">Whether there are a gain and a bias.</param>
internal sealed record NormalizedValue(FoldedValue Of, string Path, float Epsilon, bool Affine) : FoldedValue
{
    public override bool HasBias => true;
}

/// <summary>A multiple: <c>a W</c>, <c>a b</c>.</summary>
/// <param name="Of">What of.</param>
/// <param name="Factor">The factor.</param>
internal sealed record ScaledValue(FoldedValue Of, float Factor) : FoldedValue
{
    public override bool HasBias => Of.HasBias;
}

/// <summary>A learned multiple, of all outputs or of each.</summary>
/// <param name="Of">What of.</param>
/// <param name="Parameter">The name of the factor, or of the factors.</param>
internal sealed record ScaledByValue(FoldedValue Of, string Parameter) : FoldedValue
{
    public override bool HasBias => Of.HasBias;
}

/// <summary>A wider window that sees the same, with zeros around its weights.</summary>
/// <param name="Of">What of.</param>
/// <param name="Kernel">The side of the wider window.</param>
/// <param name="At">The row and column of it where the narrower one begins.</param>
internal sealed record WidenedValue(FoldedValue Of, int Kernel, int At) : FoldedValue
{
    public override bool HasBias => Of.HasBias;
}

/// <summary>
/// The same behind a <c>CReLU</c>, whose two halves add up to what went in, or are <c>x</c> apart: <c>[W, -W]</c>, and <c>[W, W]</c> where
/// they are signed (Zagoruyko and Komodakis 2017).
/// </summary>
/// <param name="Of">What of.</param>
/// <param name="Width">The length of a half.</param>
/// <param name="Signed">Whether the second half is <c>min(0, x)</c>.</param>
internal sealed record HalvesValue(FoldedValue Of, int Width, bool Signed) : FoldedValue
{
    public override bool HasBias => Of.HasBias;
}

/// <summary>A sum: <c>V + W</c>, <c>a + b</c>.</summary>
/// <param name="First">One summand.</param>
/// <param name="Second">The other.</param>
internal sealed record SumValue(FoldedValue First, FoldedValue Second) : FoldedValue
{
    public override bool HasBias => First.HasBias || Second.HasBias;

    public override FoldedValue Widened(int kernel, int at) => First.Widened(kernel, at).Plus(Second.Widened(kernel, at));
}
