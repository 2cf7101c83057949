namespace NetGen.Runtime.Tests;

/// <summary>The normal distribution in double precision, by its series near 0 and the continued fraction of Laplace beyond.</summary>
internal static class NormalDistribution
{
    public static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    public static double Cumulative(double x) => x > 0 ? 1 - Tail(x) : Tail(-x);

    // P(X > t)
    private static double Tail(double t)
    {
        if (t < 2.5)
        {
            double sum = 0;
            double term = t;
            for (int odd = 3; sum + term != sum; odd += 2)
            {
                sum += term;
                term *= t * t / odd;
            }

            return 0.5 - Density(t) * sum;
        }

        double fraction = t;
        for (int n = 200; n >= 1; n--)
            fraction = t + n / fraction;
        return Density(t) / fraction;
    }
}
