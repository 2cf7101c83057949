namespace NetGen.Generator.Propagation;

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
        (double[] common, double[] apart) = NormalPoints.Of(root);
        double correlation = moments.Correlation, deviation = moments.Deviation;
        double rest = Math.Sqrt(1 - correlation * correlation);
        for (int i = 0; i < Points.Count; i++)
            (common[i], apart[i]) = (deviation * common[i], deviation * (correlation * common[i] + rest * apart[i]));
        return new Points(common, apart).Matched(moments);
    }
}
