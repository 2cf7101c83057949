using NetGen.Generator.Kernels;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary><c>GELU(z) = z Φ(z)</c>; <c>GELU'(z) = Φ(z) + z φ(z)</c>, with Φ and φ of the normal distribution.</summary>
internal sealed record Gelu() : ActivationFunction("GELU", "Gelu")
{
    public override double ValueAt(double z) => z * NormalDistribution.Cumulative(z);

    public override double SlopeAt(double z) => NormalDistribution.Cumulative(z) + z * NormalDistribution.Density(z);

    // Φ(z) is the probability that a normal number stays below z, so that E[z z' Φ(z) Φ(z')] is one of four Gaussian numbers; by parts
    // twice (Tsuchida et al. 2021). With v the variance and c the covariance of z and z', s = 1 + v and D = sqrt(s² - c²):
    // K(c) = c (1/4 + asin(c / s) / 2π) + N / (2π D) with N = v² + c² (1 - v) / s. For slopes it is the derivative of K in c
    // (Price 1958). Both are written with d = v - c, so that nothing cancels where v is large.
    public override UnitMoments ValueOfGaussian(UnitMoments z)
    {
        if (z.Mean != 0)
            return base.ValueOfGaussian(z);
        double v = z.Square;
        return new UnitMoments(v / Math.Sqrt(2 * Math.PI * (1 + v)), Kernel(v, v), Kernel(v, z.Overlap));
    }

    public override UnitMoments SlopeOfGaussian(UnitMoments z) => z.Mean != 0
        ? base.SlopeOfGaussian(z)
        : new UnitMoments(0.5, KernelSlope(z.Square, z.Square), KernelSlope(z.Square, z.Overlap));

    private static double Kernel(double v, double c)
    {
        double d = v - c, root = Root(v, d);
        return c * (0.25 + Math.Atan2(c, root) / (2 * Math.PI)) + (v * v + c * c + v * d * (v + c)) / (1 + v) / (2 * Math.PI * root);
    }

    private static double KernelSlope(double v, double c)
    {
        double d = v - c, root = Root(v, d);
        return 0.25 + (Math.Atan2(c, root) + c * (3 + 5 * v + 4 * v * d - 2 * d * d) / ((1 + v) * root * root * root)) / (2 * Math.PI);
    }

    private static double Root(double v, double d) => Math.Sqrt((1 + d) * (1 + 2 * v - d));
}
