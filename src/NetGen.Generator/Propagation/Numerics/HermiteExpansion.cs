namespace NetGen.Generator.Propagation;

/// <summary>
/// The moments of <c>f(z)</c> for Gaussian <c>z</c> by quadrature. With <c>a_k</c> the coefficients of <c>f</c> in Hermite polynomials,
/// the overlap is <c>Σ a_k² ρ^k</c> at a correlation <c>ρ</c>: Mehler's formula, the dual activation of Daniely et al. (2016).
/// </summary>
internal static class HermiteExpansion
{
    private const int Degrees = 24;

    // Where z spreads further, the bend of an activation falls between the nodes of Gauss and Hermite.
    private const double WidestSmooth = 1.5;

    // Where z comes no nearer to 0 than this many deviations, it does not meet the bend.
    private const double Far = 9;

    private static readonly double[][] Polynomials = [.. GaussHermite.Nodes.Select(static x => GaussHermite.Polynomials(x, Degrees))];

    /// <param name="function">The function <c>f</c>.</param>
    /// <param name="argument">The moments of <c>z</c>.</param>
    /// <param name="isSmooth">Whether <c>f</c> has derivatives everywhere; else it has a kink or jump at 0.</param>
    public static UnitMoments Of(Func<double, double> function, UnitMoments argument, bool isSmooth)
    {
        // Beyond what a double holds there is nothing to integrate.
        if (double.IsNaN(argument.Square) || double.IsInfinity(argument.Square))
            return new UnitMoments(double.NaN, double.NaN, double.NaN);
        double square = 0;
        double[] coefficients = new double[Degrees];
        if (isSmooth && argument.Deviation < WidestSmooth || Math.Abs(argument.Mean) > Far * argument.Deviation)
        {
            for (int i = 0; i < GaussHermite.Count; i++)
                Add(GaussHermite.Nodes[i], GaussHermite.Weights[i], Polynomials[i]);
        }
        else
        {
            double[] polynomials = new double[Degrees];
            foreach ((double node, double weight) in ClusteredQuadrature.Of(argument))
            {
                GaussHermite.Evaluate(node, polynomials);
                Add(node, weight, polynomials);
            }
        }

        double correlation = argument.Correlation, power = 1, overlap = 0, rest = square;
        foreach (double a in coefficients)
        {
            overlap += a * a * power;
            rest -= a * a;
            power *= correlation;
        }

        return new UnitMoments(coefficients[0], square, overlap + Math.Max(0, rest) * ShareOfRest(correlation));

        // What is left of the square belongs to higher powers. It is little, unless f is all but a step, whose a_k² fall like k^(-3/2):
        // the sum of those times ρ^k, as an integral, with s = -k ln ρ.
        static double ShareOfRest(double correlation)
        {
            if (correlation is <= 0 or >= 1)
                return Math.Max(0, correlation);
            double s = -Degrees * Math.Log(correlation);
            return Math.Exp(-s) - Math.Sqrt(Math.PI * s) * 2 * NormalDistribution.Cumulative(-Math.Sqrt(2 * s));
        }

        void Add(double node, double weight, double[] h)
        {
            double value = function(argument.Mean + argument.Deviation * node);
            double weighted = weight * value;
            square += weighted * value;
            for (int k = 0; k < Degrees; k++)
                coefficients[k] += weighted * h[k];
        }
    }
}
