namespace NetGen.Generator.Propagation;

/// <summary><c>v w</c>: a gate and what it lets through, or a mask and what it drops.</summary>
internal sealed class ProductOfUnits : Units
{
    private readonly Units one;
    private readonly Units other;

    public ProductOfUnits(Units one, Units other)
    {
        (this.one, this.other) = (one, other);
        Roots = one.Roots.Union(other.Roots);
        Depth = Math.Max(one.Depth, other.Depth) + 1;
        Places = Math.Max(one.Places, other.Places);
        Moments = IsIndependent
            ? new UnitMoments(
                one.Moments.Mean * other.Moments.Mean,
                one.Moments.Square * other.Moments.Square,
                one.Moments.Overlap * other.Moments.Overlap)
            : Points.Moments();
        Elsewhere = IsIndependent ? one.Elsewhere * other.Elsewhere : Moments.Overlap;
        // A gate and a mask are as large at the rim as elsewhere.
        Relief = ReferenceEquals(one.Relief, Relief.Even) ? other.Relief : one.Relief;
    }

    public override UnitMoments Moments { get; }

    public override double Elsewhere { get; }

    public override Roots Roots { get; }

    public override Relief Relief { get; }

    public override int Depth { get; }

    public override int Places { get; }

    private bool IsIndependent => one.Roots.IsDisjointFrom(other.Roots);

    // A factor that is independent of all else comes out as its mean; independent pairs of factors come apart.
    public override Joint? JointWith(Units third)
    {
        if (one.Roots.IsDisjointFrom(other.Roots.Union(third.Roots)))
            return one.Moments.Mean * Joint.Of(other, third);
        if (other.Roots.IsDisjointFrom(one.Roots.Union(third.Roots)))
            return other.Moments.Mean * Joint.Of(one, third);
        return third is ProductOfUnits product
            ? Pairs(one, product.one, other, product.other) ?? Pairs(one, product.other, other, product.one)
            : null;
    }

    protected override Points Draw(int place)
    {
        Points product = one.PointsAt(place) * other.PointsAt(place);
        return IsIndependent ? product.Matched(Moments) : product;
    }

    private static Joint? Pairs(Units v1, Units w1, Units v2, Units w2)
    {
        if (!v1.Roots.Union(w1.Roots).IsDisjointFrom(v2.Roots.Union(w2.Roots)))
            return null;
        (Joint first, Joint second) = (Joint.Of(v1, w1), Joint.Of(v2, w2));
        return new Joint(first.Same * second.Same, first.Across * second.Across);
    }
}
