namespace NetGen.Generator.Propagation;

/// <summary>Moments of one unit's value <c>v</c> for two independent inputs <c>a</c> and <c>b</c> of the network.</summary>
/// <param name="Mean"><c>E[v(a)]</c>, the same for <c>b</c>.</param>
/// <param name="Square"><c>E[v(a)²]</c>, Poole et al.'s <c>q</c> (2016).</param>
/// <param name="Overlap"><c>E[v(a) v(b)]</c>, their <c>q_ab</c>.</param>
internal readonly record struct UnitMoments(double Mean, double Square, double Overlap)
{
    // Below this share of the square a difference is what is left by rounding, which differs between mathematical libraries.
    private const double Rounding = 1e-12;

    public double Variance => Difference(Square);

    public double Covariance => Difference(Overlap);

    /// <summary>The standard deviation over units and inputs.</summary>
    public double Deviation => double.IsInfinity(Square) ? Square : Math.Sqrt(Variance);

    /// <summary>The cosine between the vectors of two inputs, or not a number where they are zero.</summary>
    public double Cosine => Math.Abs(Overlap) < Rounding * Square ? 0 : Math.Min(1, Overlap / Square);

    /// <summary>The correlation between a unit's values for two inputs, from -1 to 1; a constant counts as 1.</summary>
    public double Correlation => Variance == 0 ? 1 : Math.Max(-1, Math.Min(1, Covariance / Variance));

    private double Difference(double moment) => Math.Abs(moment - Mean * Mean) < Rounding * Square ? 0 : moment - Mean * Mean;

    /// <summary>The moments of <c>scale v + shift</c>.</summary>
    public UnitMoments Affine(double scale, double shift) => new(
        scale * Mean + shift,
        scale * scale * Square + 2 * scale * shift * Mean + shift * shift,
        scale * scale * Overlap + 2 * scale * shift * Mean + shift * shift);
}
