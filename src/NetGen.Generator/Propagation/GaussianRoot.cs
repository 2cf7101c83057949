namespace NetGen.Generator.Propagation;

/// <summary>A product with a random matrix, or the network's input: Gaussian, independent of all that came before it.</summary>
/// <param name="root">Its number among the roots.</param>
/// <param name="moments">Its moments.</param>
internal sealed class GaussianRoot(int root, UnitMoments moments) : Units
{
    public override UnitMoments Moments => moments;

    public override Roots Roots { get; } = Roots.Of(root);

    public override int Depth => 0;

    public override int Places => 1;

    public override bool IsGaussian => true;

    // The values of a unit for two inputs at all positions have the same correlation with each other: the next of them is, given n others
    // with the sum S, on average ρ S / (1 + (n - 1) ρ).
    protected override Points Draw(int place)
    {
        (double[] one, double[] other) = NormalPoints.Of(root, place);
        double correlation = moments.Correlation, deviation = moments.Deviation;
        (double toOne, double newInOne) = Given(2 * place);
        (double toOther, double newInOther) = Given(2 * place + 1);
        double[] sum = new double[Points.Count];
        foreach (Points before in Enumerable.Range(0, place).Select(PointsAt))
        {
            for (int i = 0; i < Points.Count; i++)
                sum[i] += before.A[i] + before.B[i] - 2 * moments.Mean;
        }

        for (int i = 0; i < Points.Count; i++)
        {
            one[i] = toOne * sum[i] + newInOne * deviation * one[i];
            other[i] = toOther * (sum[i] + one[i]) + newInOther * deviation * other[i];
        }

        return new Points(one, other).Matched(moments);

        (double OfSum, double New) Given(int count)
        {
            double known = count == 0 ? 0 : 1 + (count - 1) * correlation;
            return known > 0 ? (correlation / known, Math.Sqrt(Math.Max(0, 1 - count * correlation * correlation / known))) : (0, 1);
        }
    }
}
