using NetGen.Generator.Model;

namespace NetGen.Generator.Folding;

/// <summary>
/// What is, in exact arithmetic, one product: a Linear or a convolution, and what has become one with it. Without a product in it, it
/// multiplies each channel and adds to it.
/// </summary>
/// <param name="Name">The path of the layer that it stands in the place of.</param>
/// <param name="Value">How its weight and bias are made.</param>
/// <param name="Window">What it sees.</param>
/// <param name="Like">The product whose place it takes, or null where there is none.</param>
internal sealed record ProductPart(string Name, FoldedValue Value, FoldedWindow Window, ProductSpec? Like) : FoldedPart(Name)
{
    /// <summary>Whether none of its parameters is trained.</summary>
    public bool Frozen { get; init; } = true;

    /// <summary>What it stays where it becomes one with nothing further; null where it is a product then.</summary>
    public IReadOnlyList<FoldedPart>? Alone { get; init; }

    /// <summary>What changes nothing.</summary>
    public static ProductPart Identity(string name, int width) =>
        new(name, new IdentityValue(width), FoldedWindow.Pixel, Like: null) { Alone = [] };

    /// <summary>A product as it is.</summary>
    /// <param name="product">The product.</param>
    /// <param name="input">The shape of what it takes.</param>
    public static ProductPart Of(ProductSpec product, Shape input) =>
        new(product.Name, ValueOf(product), FoldedWindow.Of(product, input), product with { Gain = null }) { Frozen = product.Frozen };

    private static FoldedValue ValueOf(ProductSpec product) => product.Gain is null
        ? new GivenValue(product.ParameterPath, product.Bias)
        : new NormedWeightValue(product.ParameterPath, product.Bias);

    /// <summary>One with a layer behind it, or null where they do not become one.</summary>
    public ProductPart? Then(LayerSpec layer)
    {
        FoldedValue? value = layer switch
        {
            BatchNormSpec norm => new NormalizedValue(Value, norm.ParameterPath, norm.Epsilon, norm.Affine),
            ScaleSpec { Learned: true } scale => new ScaledByValue(Value, scale.ParameterPath + ".weight"),
            ScaleSpec scale => new ScaledValue(Value, scale.Factor),
            _ => null,
        };
        return value is null ? null : this with
        {
            Value = value,
            Frozen = Frozen && (layer.Frozen || !layer.HasParameters),
            Alone = Like is null ? [.. Alone!, new KeptLayer(layer)] : null,
        };
    }

    /// <summary>The same behind the two halves of its input.</summary>
    /// <param name="halves">What makes them.</param>
    /// <param name="width">The length of a half.</param>
    public ProductPart Behind(CReLUSpec halves, int width) => this with { Value = new HalvesValue(Value, width, halves.Function.Signed) };

    /// <summary>The sum with another on the same input, or null where their windows do not lie in each other.</summary>
    public ProductPart? Plus(ProductPart other)
    {
        if (other.Window.Kernel > Window.Kernel)
            return other.Plus(this);
        if (other.Window.PlaceIn(Window) is not int at)
            return null;
        bool isWider = Window.Kernel > other.Window.Kernel;
        return this with
        {
            Value = Value.Plus(isWider ? other.Value.Widened(Window.Kernel, at) : other.Value),
            Like = Like ?? other.Like,
            Frozen = Frozen && other.Frozen,
            Alone = null,
        };
    }
}
