namespace NetGen;

/// <summary>
/// Statistics of a layer <c>h' = h + f(z), z = W h + b</c> in the last pass that was watched. Statistics of what was not seen yet are not a
/// number.
/// </summary>
public sealed class LayerStatistics
{
    internal LayerStatistics(string name, ParameterStatistics weight, ParameterStatistics bias)
    {
        Name = name;
        Weight = weight;
        Bias = bias;
    }

    /// <summary>The name of the layer.</summary>
    public string Name { get; }

    /// <summary>Of <c>z</c>, over rows and units.</summary>
    public Moments PreActivation { get; internal set; } = Moments.Unseen;

    /// <summary>Of <c>f(z)</c>, over rows and units.</summary>
    public Moments Activation { get; internal set; } = Moments.Unseen;

    /// <summary>Of <c>h'</c>, over rows and units.</summary>
    public Moments Stream { get; internal set; } = Moments.Unseen;

    /// <summary>The share of zeros in <c>f(z)</c>, from 0 to 1.</summary>
    public double ZeroFraction { get; internal set; } = double.NaN;

    /// <summary>The Frobenius norm <c>sqrt(Σ g²)</c> of the gradient of the loss with respect to <c>z</c>, over rows and units.</summary>
    public double PreActivationGradientNorm { get; internal set; } = double.NaN;

    /// <summary>Of <c>W</c>, or the gain of a norm. Where the layer has none, its statistics are not a number.</summary>
    public ParameterStatistics Weight { get; }

    /// <summary>Of <c>b</c>. Where the layer has none, its statistics are not a number.</summary>
    public ParameterStatistics Bias { get; }
}
