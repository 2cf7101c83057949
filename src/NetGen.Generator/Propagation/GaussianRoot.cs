namespace NetGen.Generator;

/// <summary>A product with a random matrix, or the network's input: Gaussian, independent of all that came before it.</summary>
/// <param name="root">Its number among the roots.</param>
/// <param name="moments">Its moments.</param>
internal sealed class GaussianRoot(int root, UnitMoments moments) : Units
{
    public override UnitMoments Moments => moments;

    public override Roots Roots { get; } = Roots.Of(root);

    public override int Depth => 0;

    public override bool IsGaussian => true;

    protected override Points Draw()
    {
        double[] common = NormalPoints.Column(2 * root), apart = NormalPoints.Column(2 * root + 1);
        double correlation = moments.Correlation, deviation = moments.Deviation;
        double rest = Math.Sqrt(1 - correlation * correlation);
        return Points.Of(
            i => moments.Mean + deviation * common[i],
            i => moments.Mean + deviation * (correlation * common[i] + rest * apart[i])).Matched(moments);
    }
}
