namespace NetGen;

/// <summary>A dense layer, <c>y = x Wᵀ + b</c>.</summary>
/// <param name="outputs">
/// The length of the output vectors, at least 1. The length of the input vectors follows from the layer before.
/// </param>
public sealed class LinearAttribute(int outputs) : LayerAttribute
{
    /// <summary>The length of the output vectors.</summary>
    public int Outputs { get; } = outputs;

    /// <summary>How the weight starts. Default: <see cref="Init.KaimingNormal"/>. The network's constructor can choose another.</summary>
    public Init Init { get; set; } = Init.KaimingNormal;

    /// <summary>The factor on every starting weight, finite. Default: 1. The network's constructor can choose another.</summary>
    public float InitScale { get; set; } = 1f;

    /// <summary>Whether there is a bias (which starts at zero). Default: true.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>
    /// Whether the weight is <c>W = g V / |V|</c> for each output, with a learned length <c>g</c> (Salimans and Kingma 2016). Its
    /// parameters are <c>weight_v</c>, of the weight's shape, and <c>weight_g</c>, <c>[outputs, 1]</c>, in place of <c>weight</c>, as
    /// PyTorch's <c>weight_norm</c> has them. Default: false.
    /// </summary>
    public bool WeightNorm { get; set; }

    /// <summary>
    /// What <c>g</c> starts at, finite, beside <see cref="WeightNorm"/>. Where it is not given, it starts at the length that the weight
    /// starts with, and what this property says is not a number.
    /// </summary>
    public float InitialGain { get; set; } = float.NaN;
}
