namespace NetGen.Generator.Propagation;

/// <summary>
/// <c>v + w</c>. A branch that ends in a Linear adds its second moment; one that ends in a ReLU has a mean, and with it the cross term
/// <c>2 E[v] E[w]</c> that makes an unscaled residual stream grow the faster (Yang and Schoenholz 2017).
/// </summary>
internal sealed class SumOfUnits : Units
{
    private readonly Units one;
    private readonly Units other;

    public SumOfUnits(Units one, Units other)
    {
        (this.one, this.other) = (one, other);
        Joint cross = Joint.Of(one, other);
        Moments = new UnitMoments(
            one.Moments.Mean + other.Moments.Mean,
            one.Moments.Square + 2 * cross.Same + other.Moments.Square,
            one.Moments.Overlap + 2 * cross.Across + other.Moments.Overlap);
        Elsewhere = one.Elsewhere + 2 * cross.Across + other.Elsewhere;
        Roots = one.Roots.Union(other.Roots);
        Relief = one.Relief.Mixed(other.Relief, other.Moments.Square / (one.Moments.Square + other.Moments.Square));
        Depth = Math.Max(one.Depth, other.Depth) + 1;
        Places = Math.Max(one.Places, other.Places);
        IsGaussian = one.IsGaussian && other.IsGaussian;
    }

    public override UnitMoments Moments { get; }

    public override double Elsewhere { get; }

    public override Roots Roots { get; }

    public override Relief Relief { get; }

    public override int Depth { get; }

    public override int Places { get; }

    public override bool IsGaussian { get; }

    // Where both parts had to be taken apart further, the ways through a stream would double with every layer.
    public override Joint? JointWith(Units third) =>
        IsSettled(one, third) || IsSettled(other, third) ? Joint.Of(one, third) + Joint.Of(other, third) : null;

    private static bool IsSettled(Units part, Units third) => ReferenceEquals(part, third) || part.Roots.IsDisjointFrom(third.Roots);

    protected override Points Draw(int place) => (one.PointsAt(place) + other.PointsAt(place)).Matched(Moments);
}
