namespace NetGen.Generator.Propagation;

/// <summary><c>scale v + shift</c>.</summary>
internal sealed class AffineUnits(Units of, double scale, double shift) : Units
{
    public override UnitMoments Moments { get; } = of.Moments.Affine(scale, shift);

    public override double Elsewhere { get; } = scale * scale * of.Elsewhere + 2 * scale * shift * of.Moments.Mean + shift * shift;

    public override Roots Roots => of.Roots;

    public override Relief Relief { get; } = of.Relief;

    public override int Depth { get; } = of.Depth + 1;

    public override int Places => of.Places;

    public override bool IsGaussian { get; } = of.IsGaussian;

    public override Joint? JointWith(Units other) => scale * Joint.Of(of, other) + Joint.Independent(shift * other.Moments.Mean);

    protected override Points Draw(int place) => of.PointsAt(place).Select(value => scale * value + shift);
}
