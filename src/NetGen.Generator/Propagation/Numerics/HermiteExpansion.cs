namespace NetGen.Generator;

/// <summary>
/// The moments of <c>f(z)</c> for Gaussian <c>z</c> by quadrature. With <c>a_k</c> the coefficients of <c>f</c> in Hermite polynomials, the overlap is
/// <c>Σ a_k² ρ^k</c> at a correlation <c>ρ</c>: Mehler's formula, the dual activation of Daniely et al. (2016).
/// </summary>
internal static class HermiteExpansion
{
    private const int Degrees = 24;

    private static readonly double[][] Polynomials = [.. GaussHermite.Nodes.Select(static x => GaussHermite.Polynomials(x, Degrees))];

    public static UnitMoments Of(Func<double, double> function, UnitMoments argument)
    {
        double deviation = argument.Deviation;
        double square = 0;
        double[] coefficients = new double[Degrees];
        for (int node = 0; node < GaussHermite.Count; node++)
        {
            double value = function(argument.Mean + deviation * GaussHermite.Nodes[node]);
            double weighted = GaussHermite.Weights[node] * value;
            square += weighted * value;
            for (int k = 0; k < Degrees; k++)
                coefficients[k] += weighted * Polynomials[node][k];
        }

        // Powers above the last are what is left of the square; they count as one.
        double correlation = argument.Correlation, power = 1, overlap = 0, rest = square;
        foreach (double a in coefficients)
        {
            overlap += a * a * power;
            rest -= a * a;
            power *= correlation;
        }

        return new UnitMoments(coefficients[0], square, overlap + Math.Max(0, rest) * power);
    }
}
