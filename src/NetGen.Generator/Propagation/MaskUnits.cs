namespace NetGen.Generator.Propagation;

/// <summary>A mask: a factor with a probability, else 0.</summary>
/// <param name="root">Its number among the roots.</param>
/// <param name="share">The probability of the factor.</param>
/// <param name="factor">The factor.</param>
/// <param name="isDrawnAnew">Whether another input has another mask.</param>
internal sealed class MaskUnits(int root, double share, double factor, bool isDrawnAnew) : Units
{
    public override UnitMoments Moments { get; } = new(
        share * factor, share * factor * factor, share * factor * factor * (isDrawnAnew ? share : 1));

    public override Roots Roots { get; } = Roots.Of(root);

    public override int Depth => 0;

    public override int Places => 1;

    protected override Points Draw(int place)
    {
        double threshold = NormalDistribution.Quantile(share);
        (double[] one, double[] other) = NormalPoints.Of(root, isDrawnAnew ? place : 0);
        return Points.Of(i => one[i] < threshold ? factor : 0, i => (isDrawnAnew ? other : one)[i] < threshold ? factor : 0);
    }
}
