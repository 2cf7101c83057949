// Only NetGen calls these constructors, so CLS compliance does not matter.
#pragma warning disable CS3015

namespace NetGen;

/// <summary>A layer that places blocks, with or without a residual connection around them.</summary>
public abstract class PlacedBlockAttribute : LayerAttribute
{
    private protected PlacedBlockAttribute()
    {
    }

    /// <summary>
    /// Whether the input is added to the result, <c>x + f(x)</c>: short for <see cref="NetGen.Shortcut.Identity"/>. Default: false.
    /// </summary>
    public bool Residual { get; set; }

    /// <summary>The kind of residual connection. Default: none, or the identity with <see cref="Residual"/>.</summary>
    public Shortcut Shortcut { get; set; }

    /// <summary>
    /// The <c>a</c> of <see cref="NetGen.Shortcut.Scaled"/> and <see cref="NetGen.Shortcut.DeepNorm"/>, or what the parameter of
    /// <see cref="NetGen.Shortcut.ReZero"/> and <see cref="NetGen.Shortcut.LayerScale"/> starts at; finite. Default: as the kind says.
    /// </summary>
    public float ShortcutFactor { get; set; }

    /// <summary>The number of streams of <see cref="NetGen.Shortcut.Streams"/>, 1 to 64. Default: 4.</summary>
    public int StreamCount { get; set; } = 4;

    /// <summary>
    /// Whether a shortcut between different lengths goes through a Linear without bias, <c>W x + f(x)</c> (He et al. 2016), and one from an
    /// image to a smaller one through a convolution of single pixels at a stride. Its parameter is <c>projection.weight</c>, which starts
    /// as <see cref="Init.LeCunNormal"/>, whatever the network's constructor is told. Between equal shapes there is no such product.
    /// Default: false.
    /// </summary>
    public bool Projection { get; set; }
}
