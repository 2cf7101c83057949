namespace NetGen.Generator.Propagation;

/// <summary>
/// Units without a mean over inputs and positions, times a factor: batch norm takes away all that a unit has in common for all inputs,
/// a group norm what the units of a group have on average.
/// </summary>
internal sealed class CenteredUnits : Units
{
    private readonly Units of;
    private readonly Centering centering;
    private readonly double factor;

    /// <param name="of">The units.</param>
    /// <param name="centering">The mean that is taken away.</param>
    /// <param name="epsilon">What is added to the variance that is left, whose root divides.</param>
    public CenteredUnits(Units of, Centering centering, double epsilon)
    {
        (this.of, this.centering) = (of, centering);
        (double variance, double covariance) = (of.Moments.Variance, of.Moments.Covariance);
        Joint left = centering.Of(new Joint(variance, covariance));
        factor = 1 / Math.Sqrt(left.Same + epsilon);
        Moments = new UnitMoments(0, factor * factor * left.Same, factor * factor * left.Across);
    }

    /// <summary>What they are multiplied by.</summary>
    public double Factor => factor;

    public override UnitMoments Moments { get; }

    public override Roots Roots => of.Roots;

    public override Relief Relief => of.Relief;

    public override int Depth => of.Depth + 1;

    public override bool IsGaussian => of.IsGaussian;

    public override Joint? JointWith(Units other) =>
        factor * centering.Of(Joint.Of(of, other) + Joint.Independent(-of.Moments.Mean * other.Moments.Mean));

    protected override Points Draw(int place) => of.PointsAt(place).Matched(Moments);
}
