namespace NetGen.Generator.Propagation;

/// <summary>The greatest value of a unit at several positions.</summary>
/// <param name="of">The unit.</param>
/// <param name="count">How many positions.</param>
internal sealed class GreatestOfUnits(Units of, int count) : Units
{
    private UnitMoments? moments;

    public override UnitMoments Moments => moments ??= Points.Moments();

    public override double Elsewhere
    {
        get
        {
            (UnitMoments before, double mean) = (of.Moments, Moments.Mean);
            double kept = before.Covariance > 0 ? (of.Elsewhere - before.Mean * before.Mean) / before.Covariance : 1;
            return mean * mean + kept * Moments.Covariance;
        }
    }

    public override Roots Roots => of.Roots;

    public override int Depth { get; } = of.Depth + 1;

    public override int Places => of.Places * count;

    protected override Points Draw(int place)
    {
        Points greatest = of.PointsAt(place * count);
        for (int other = 1; other < count; other++)
        {
            Points further = of.PointsAt(place * count + other), so = greatest;
            greatest = Points.Of(i => Math.Max(so.A[i], further.A[i]), i => Math.Max(so.B[i], further.B[i]));
        }

        return greatest;
    }
}
