namespace NetGen.Generator.Tests;

/// <summary>Expectations over normal numbers as sums over a fine grid, without any formula.</summary>
internal static class BruteForce
{
    private const double Reach = 9;
    private const double Step = 0.03;

    // Places between the steps, so that a jump at 0 falls between two of them.
    private static readonly double[] Places = [.. Enumerable.Range(0, (int)(2 * Reach / Step))
        .Select(static i => (i + 0.5) * Step - Reach)];
    private static readonly double[] Weights = [.. Places.Select(static x => Step * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI))];

    /// <summary>
    /// <c>E[f(z)]</c> for a standard normal <c>z</c>, on a grid a hundred times as fine: the function may bend on a small scale.
    /// </summary>
    public static double Mean(Func<double, double> function)
    {
        const int Finer = 100;
        double sum = 0;
        for (int i = 0; i < Places.Length * Finer; i++)
        {
            double x = (i + 0.5) * (Step / Finer) - Reach;
            sum += Step / Finer * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI) * function(x);
        }

        return sum;
    }

    /// <summary><c>E[f(z) f(z')]</c> for standard normal numbers of a correlation.</summary>
    public static double Overlap(Func<double, double> function, double correlation)
    {
        double rest = Math.Sqrt(1 - correlation * correlation), sum = 0;
        double[] values = [.. Places.Select(function)];
        for (int i = 0; i < Places.Length; i++)
        {
            double inner = 0;
            for (int j = 0; j < Places.Length; j++)
                inner += Weights[j] * function(correlation * Places[i] + rest * Places[j]);
            sum += Weights[i] * values[i] * inner;
        }

        return sum;
    }
}
