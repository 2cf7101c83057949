namespace NetGen.Generator;

/// <summary>Pairs of independent standard normal numbers for drawn units: for each root the same pairs, in an order of its own.</summary>
internal static class NormalPoints
{
    // A Kronecker lattice by the golden ratio fills the square evenly, and so quantiles of it the plane.
    private static readonly Points Pairs = Points.Of(
        static i => NormalDistribution.Quantile((i + 0.5) / Points.Count),
        static i => NormalDistribution.Quantile((0.5 + i * 0.6180339887498949) % 1));

    public static Points Of(int root)
    {
        double[] one = (double[])Pairs.A.Clone(), other = (double[])Pairs.B.Clone();
        // The order depends on the number of the root alone: Knuth's multiplicative generator, and the shuffle of Fisher and Yates.
        ulong state = unchecked((ulong)(root + 1) * 0x9E3779B97F4A7C15);
        for (int last = Points.Count - 1; last > 0; last--)
        {
            state = unchecked(state * 6364136223846793005 + 1442695040888963407);
            int place = (int)((state >> 32) * (ulong)(last + 1) >> 32);
            (one[last], one[place]) = (one[place], one[last]);
            (other[last], other[place]) = (other[place], other[last]);
        }

        return new Points(one, other);
    }
}
