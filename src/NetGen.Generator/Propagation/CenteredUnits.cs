namespace NetGen.Generator.Propagation;

/// <summary>
/// Units without a mean over inputs and positions, divided by their deviation: batch norm takes away all that a unit has in common for all
/// inputs, a group norm what the units of a group have on average.
/// </summary>
internal sealed class CenteredUnits : Units
{
    private readonly Units of;
    private readonly Centering mean;

    /// <param name="of">The units.</param>
    /// <param name="mean">The mean that is taken away.</param>
    /// <param name="epsilon">What is added to the variance that is left, whose root divides.</param>
    public CenteredUnits(Units of, Centering mean, double epsilon)
    {
        (this.of, this.mean) = (of, mean);
        Relief = of.Relief;
        UnitMoments moments = of.Moments;
        double elsewhere = of.Elsewhere - moments.Mean * moments.Mean;
        Joint left = mean.Of(new Joint(moments.Variance, moments.Covariance), elsewhere);
        Factor = 1 / Math.Sqrt(left.Same + epsilon);
        Moments = new UnitMoments(0, Factor * Factor * left.Same, Factor * Factor * left.Across);
        Elsewhere = Factor * Factor * (1 - mean.Share) * elsewhere;
    }

    /// <summary>What they are multiplied by.</summary>
    public double Factor { get; }

    public override UnitMoments Moments { get; }

    public override double Elsewhere { get; }

    public override Roots Roots => of.Roots;

    public override Relief Relief { get; }

    public override int Depth => of.Depth + 1;

    public override int Places => of.Places;

    public override bool IsGaussian => of.IsGaussian;

    public override Joint? JointWith(Units other)
    {
        Joint joint = Joint.Of(of, other) + Joint.Independent(-of.Moments.Mean * other.Moments.Mean);
        return Factor * mean.Of(joint, joint.Across);
    }

    protected override Points Draw(int place) => of.PointsAt(place).Matched(Moments);
}
