namespace NetGen.Generator.Propagation;

/// <summary>
/// Expectations over a Gaussian number of a function that changes within a short way around 0, or has a kink there: the trapezoidal rule
/// in <c>t</c> for <c>z = c sinh(t)</c>, whose nodes are close to each other around 0 and reach far.
/// </summary>
internal static class ClusteredQuadrature
{
    private const int Half = 100;
    private const double Reach = 9;

    /// <summary>Nodes and weights for the standard normal number behind <paramref name="argument"/>.</summary>
    public static IEnumerable<(double Node, double Weight)> Of(UnitMoments argument)
    {
        double deviation = argument.Deviation, c = Math.Min(1, deviation) / 2;
        double end = Math.Log(2 * (Math.Abs(argument.Mean) + Reach * deviation) / c);
        double step = end / Half;
        for (int i = -Half; i <= Half; i++)
        {
            double node = (c * Math.Sinh(i * step) - argument.Mean) / deviation;
            yield return (node, NormalDistribution.Density(node) * c * Math.Cosh(i * step) * step / deviation);
        }
    }
}
