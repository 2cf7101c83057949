namespace NetGen.Generator.Propagation;

/// <summary>
/// The products of one random matrix with several vectors: they are Gaussian together, with the covariances of the vectors. So a residual
/// stream whose layers share their weights is not a sum of independent branches, and grows faster than one whose layers do not.
/// </summary>
/// <param name="gain">The variance of a product's unit, relative to the mean square of the vector.</param>
/// <param name="transposedGain">The same for products with the transposed matrix.</param>
internal sealed class SharedProducts(double gain, double transposedGain)
{
    /// <summary>How many uses are followed: the work grows with their square. Further ones are taken to be independent.</summary>
    private const int MostUses = 64;

    private readonly List<Units> vectors = [];
    private readonly List<Units> innovations = [];
    private readonly Innovations common = new();
    private readonly Innovations apart = new();
    private readonly List<GradientUnits> gradients = [];
    private readonly List<GradientSource> sources = [];
    private readonly Innovations transposed = new();

    /// <summary>
    /// The product with a vector, or null after the most uses. Half sum and half difference of two inputs are independent of each other,
    /// and each is correlated with earlier ones.
    /// </summary>
    public Units? Multiply(SignalPropagation signals, Units x)
    {
        if (vectors.Count == MostUses)
            return null;
        List<Joint> joints = [.. vectors.Select(earlier => gain * x.Points.JointWith(earlier.Points))];
        UnitMoments moments = x.Moments;
        IReadOnlyList<double> ofCommon = common.Add(
            gain * (moments.Square + moments.Overlap), [.. joints.Select(static joint => joint.Same + joint.Across)]);
        IReadOnlyList<double> ofApart = apart.Add(
            gain * (moments.Square - moments.Overlap), [.. joints.Select(static joint => joint.Same - joint.Across)]);
        Units fresh = signals.NewRoot(new UnitMoments(0, (common.Variance + apart.Variance) / 2, (common.Variance - apart.Variance) / 2));
        SharedProduct product = new(
        [
            .. innovations.Select((earlier, j) =>
                new SharedProduct.Share(earlier, (ofCommon[j] + ofApart[j]) / 2, (ofCommon[j] - ofApart[j]) / 2)),
            new SharedProduct.Share(fresh, 1, 0),
        ]);
        vectors.Add(x);
        innovations.Add(fresh);
        return product;
    }

    /// <summary>The product of a gradient with the transposed matrix, or null after the most uses.</summary>
    public GradientUnits? MultiplyTransposed(GradientUnits gradient)
    {
        if (gradients.Count == MostUses)
            return null;
        IReadOnlyList<double> known = transposed.Add(
            transposedGain * gradient.Square, [.. gradients.Select(earlier => transposedGain * gradient.JointWith(earlier))]);
        gradients.Add(gradient);
        double isNew = gradient.Square > 0 ? transposed.Variance / gradient.Square : 0;
        sources.Add(new GradientSource(Power.Of(transposed.Variance), isNew * gradient.Overlap, isCorrelated: true));
        return sources.Zip(known.Append(1), GradientUnits.Of).Aggregate(static (sum, term) => sum.Plus(term));
    }
}
