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
}
