namespace NetGen;

/// <summary>Leaky rectified linear unit: <c>z</c> where positive, else <c>a z</c> (Maas et al. 2013).</summary>
/// <param name="slope">The slope <c>a</c> where <c>z</c> is not positive, finite.</param>
public sealed class LeakyReLUAttribute(double slope = 0.01) : LayerAttribute
{
    /// <summary>The slope where <c>z</c> is not positive.</summary>
    public double Slope { get; } = slope;
}

/// <summary>
/// Parametric rectified linear unit: <c>z</c> where positive, else <c>a z</c> with a learned slope <c>a</c> (He et al. 2015), one for the
/// layer. Its parameter is <c>weight [1]</c>.
/// </summary>
public sealed class PReLUAttribute : LayerAttribute
{
    /// <summary>What the slope starts at, finite. Default: 0.25.</summary>
    public float InitialSlope { get; set; } = 0.25f;
}

/// <summary>
/// Concatenated rectified linear unit: <c>[max(0, z); max(0, -z)]</c>, twice as long as <c>z</c> (Shang et al. 2016). It loses nothing:
/// <c>z</c> is the first half minus the second.
/// </summary>
public sealed class CReLUAttribute : LayerAttribute;

/// <summary>
/// Negative concatenated rectified linear unit: <c>[max(0, z); min(0, z)]</c>, twice as long as <c>z</c> (Zagoruyko and Komodakis 2017). It
/// loses nothing: <c>z</c> is the sum of both halves.
/// </summary>
public sealed class NCReLUAttribute : LayerAttribute;
