namespace NetGen;

/// <summary>A multiple of the input, <c>y = a x</c>.</summary>
/// <param name="factor">The factor <c>a</c>, or what it starts at where it is learned; finite.</param>
public sealed class ScaleAttribute(double factor) : LayerAttribute
{
    /// <summary>The factor.</summary>
    public double Factor { get; } = factor;

    /// <summary>Whether the factor is a parameter, <c>weight [1]</c>. Default: false.</summary>
    public bool Learned { get; set; }

    /// <summary>
    /// Whether there is a learned factor for each channel, <c>y = a ⊙ x</c> with <c>weight [channels]</c>, beside <see cref="Learned"/>.
    /// Default: false.
    /// </summary>
    public bool PerChannel { get; set; }
}
