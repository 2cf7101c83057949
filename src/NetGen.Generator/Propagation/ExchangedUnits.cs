namespace NetGen.Generator;

/// <summary><c>own v(a) + other v(b)</c> for input <c>a</c>, and the other way round for <c>b</c>.</summary>
internal sealed class ExchangedUnits(Units of, double own, double other) : Units
{
    public override UnitMoments Moments { get; } = new(
        (own + other) * of.Moments.Mean,
        (own * own + other * other) * of.Moments.Square + 2 * own * other * of.Moments.Overlap,
        (own * own + other * other) * of.Moments.Overlap + 2 * own * other * of.Moments.Square);

    public override Roots Roots => of.Roots;

    public override int Depth => of.Depth + 1;

    public override bool IsGaussian => of.IsGaussian;

    public override Joint? JointWith(Units third)
    {
        Joint joint = Joint.Of(of, third);
        return own * joint + other * new Joint(joint.Across, joint.Same);
    }

    protected override Points Draw()
    {
        Points points = of.Points;
        return Points.Of(i => own * points.A[i] + other * points.B[i], i => own * points.B[i] + other * points.A[i]);
    }
}
