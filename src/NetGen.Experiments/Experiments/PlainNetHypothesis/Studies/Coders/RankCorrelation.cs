namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>Whether two quantities grow together, however fast each does (Spearman 1904).</summary>
internal static class RankCorrelation
{
    /// <summary>The correlation of ranks, from -1 to 1. Equal values share the mean of their ranks.</summary>
    public static double Of(IEnumerable<double> first, IEnumerable<double> second)
    {
        double[] one = Ranks([.. first]);
        double[] other = Ranks([.. second]);
        double middle = (one.Length - 1) / 2.0;
        double together = one.Zip(other, (a, b) => (a - middle) * (b - middle)).Sum();
        return together / Math.Sqrt(one.Sum(a => (a - middle) * (a - middle)) * other.Sum(b => (b - middle) * (b - middle)));
    }

    private static double[] Ranks(double[] values) =>
        [.. values.Select(value => values.Count(other => other < value) + (values.Count(other => other == value) - 1) / 2.0)];
}
