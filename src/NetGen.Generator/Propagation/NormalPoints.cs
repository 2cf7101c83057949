namespace NetGen.Generator.Propagation;

/// <summary>Pairs of independent standard normal numbers for drawn units: for each root the same pairs, in an order of its own.</summary>
internal static class NormalPoints
{
    // Each comes with all its mirror images (antithetic variates), so that odd moments vanish as they should.
    private const int Quarter = Points.Count / 4;

    // A Kronecker lattice by the golden ratio fills the square evenly, and so its quantiles fill the plane.
    private static readonly double[] Ones = Quantiles(static i => (i + 0.5) / Quarter);
    private static readonly double[] Others = Quantiles(static i => (0.5 + i * 0.6180339887498949) % 1);

    /// <param name="root">The number of the root.</param>
    /// <param name="place">At which position of an example.</param>
    public static Points Of(int root, int place)
    {
        double[] one = new double[Points.Count], other = new double[Points.Count];
        Array.Copy(Ones, one, Quarter);
        Array.Copy(Others, other, Quarter);
        // The order depends on the two numbers alone: Knuth's multiplicative generator, and the shuffle of Fisher and Yates.
        ulong state = unchecked((ulong)(root + 1) * 0x9E3779B97F4A7C15) ^ Scattered((ulong)place);
        for (int last = Quarter - 1; last > 0; last--)
        {
            state = unchecked(state * 6364136223846793005 + 1442695040888963407);
            int drawn = (int)((state >> 32) * (ulong)(last + 1) >> 32);
            (one[last], one[drawn]) = (one[drawn], one[last]);
            (other[last], other[drawn]) = (other[drawn], other[last]);
        }

        for (int i = 0; i < Quarter; i++)
        {
            one[Quarter + i] = one[3 * Quarter + i] = -one[i];
            one[2 * Quarter + i] = one[i];
            other[2 * Quarter + i] = other[3 * Quarter + i] = -other[i];
            other[Quarter + i] = other[i];
        }

        return new Points(one, other);
    }

    // The finaliser of SplitMix64 (Steele et al. 2014): from starts that lie evenly, generators of this kind go on side by side. 0 stays 0.
    private static ulong Scattered(ulong number)
    {
        unchecked
        {
            number *= 0x9E3779B97F4A7C15;
            number = (number ^ number >> 30) * 0xBF58476D1CE4E5B9;
            number = (number ^ number >> 27) * 0x94D049BB133111EB;
            return number ^ number >> 31;
        }
    }

    private static double[] Quantiles(Func<int, double> probability) =>
        [.. Enumerable.Range(0, Quarter).Select(i => NormalDistribution.Quantile(probability(i)))];
}
