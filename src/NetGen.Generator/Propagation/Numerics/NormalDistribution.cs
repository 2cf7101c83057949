namespace NetGen.Generator.Propagation;

/// <summary>The standard normal distribution, to double precision.</summary>
internal static class NormalDistribution
{
    private const double TailBegins = 4;
    private const double TailEnds = 39;

    public static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>The probability of a number below <paramref name="x"/>.</summary>
    public static double Cumulative(double x) => Math.Abs(x) < TailBegins ? 0.5 + Density(x) * Series(x)
        : Math.Abs(x) > TailEnds ? x < 0 ? 0 : 1
        : x < 0 ? Density(x) / Fraction(-x)
        : 1 - Density(x) / Fraction(x);

    /// <summary>The number that is not exceeded with a probability.</summary>
    public static double Quantile(double probability)
    {
        // From 0, Newton's method goes straight there: the distribution is concave on one side and convex on the other.
        double x = 0;
        for (int i = 0; i < 100; i++)
        {
            double step = (probability - Cumulative(x)) / Density(x);
            x += step;
            if (Math.Abs(step) < 1e-13)
                break;
        }

        return x;
    }

    private static readonly double[] Reciprocals = [.. Enumerable.Range(0, 200).Select(static n => 1.0 / n)];

    // Φ(x) = 1/2 + φ(x) (x + x³/3 + x⁵/(3·5) + ...) (Abramowitz and Stegun 26.2.11)
    private static double Series(double x)
    {
        double term = x, sum = x, square = x * x;
        for (int n = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum); n += 2)
        {
            term *= square * Reciprocals[n];
            sum += term;
        }

        return sum;
    }

    // φ(x) / (1 - Φ(x)) = x + 1/(x + 2/(x + 3/(x + ...))) (Abramowitz and Stegun 26.2.14)
    private static double Fraction(double x)
    {
        double fraction = x;
        for (int n = (int)(10 + 500 / (x * x)); n > 0; n--)
            fraction = x + n / fraction;
        return fraction;
    }
}
