namespace NetGen.Generator;

/// <summary>Standard normal numbers for drawn units: in each column the same quantiles, in an order of its own.</summary>
internal static class NormalPoints
{
    private static readonly double[] Quantiles = Standardized();

    public static double[] Column(int number)
    {
        double[] column = (double[])Quantiles.Clone();
        // The order depends on the number of the column alone: Knuth's multiplicative generator, and Fisher and Yates' shuffle.
        ulong state = unchecked((ulong)(number + 1) * 0x9E3779B97F4A7C15);
        for (int last = column.Length - 1; last > 0; last--)
        {
            state = unchecked(state * 6364136223846793005 + 1442695040888963407);
            int other = (int)((state >> 33) % (ulong)(last + 1));
            (column[last], column[other]) = (column[other], column[last]);
        }

        return column;
    }

    private static double[] Standardized()
    {
        double[] quantiles = [.. Enumerable.Range(0, Points.Count).Select(static i => NormalDistribution.Quantile((i + 0.5) / Points.Count))];
        double deviation = Math.Sqrt(quantiles.Average(static x => x * x));
        return [.. quantiles.Select(x => x / deviation)];
    }
}
