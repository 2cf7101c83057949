namespace NetGen.Generator.Propagation;

/// <summary>
/// A product with a matrix that made others: a linear combination of what was new in each of them, for both inputs, and in itself.
/// </summary>
internal sealed class SharedProduct : Units
{
    private readonly IReadOnlyList<Share> shares;

    public SharedProduct(IReadOnlyList<Share> shares)
    {
        this.shares = shares;
        double square = 0, overlap = 0;
        Roots roots = default;
        foreach (Share share in shares)
        {
            double powers = share.Own * share.Own + share.Other * share.Other, mixed = 2 * share.Own * share.Other;
            UnitMoments moments = share.Innovation.Moments;
            square += powers * moments.Square + mixed * moments.Overlap;
            overlap += powers * moments.Overlap + mixed * moments.Square;
            roots = roots.Union(share.Innovation.Roots);
        }

        Moments = new UnitMoments(0, square, overlap);
        Roots = roots;
    }

    public override UnitMoments Moments { get; }

    public override Roots Roots { get; }

    public override int Depth => 1;

    public override int Places => 1;

    public override bool IsGaussian => true;

    protected override Points Draw(int place)
    {
        Points sum = new(new double[Points.Count], new double[Points.Count]);
        foreach (Share share in shares)
        {
            Points points = share.Innovation.PointsAt(place);
            for (int i = 0; i < Points.Count; i++)
            {
                sum.A[i] += share.Own * points.A[i] + share.Other * points.B[i];
                sum.B[i] += share.Own * points.B[i] + share.Other * points.A[i];
            }
        }

        return sum;
    }

    /// <summary><c>own v(a) + other v(b)</c> for input <c>a</c>, and the other way round for <c>b</c>.</summary>
    /// <param name="Innovation">The <c>v</c>, independent of all before it.</param>
    /// <param name="Own">The factor on it for the same input.</param>
    /// <param name="Other">The factor on it for the other.</param>
    internal readonly record struct Share(Units Innovation, double Own, double Other);
}
