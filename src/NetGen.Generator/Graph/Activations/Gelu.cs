namespace NetGen.Generator;

/// <summary><c>GELU(z) = z Φ(z)</c>; <c>GELU'(z) = Φ(z) + z φ(z)</c>, with Φ and φ of the normal distribution.</summary>
internal sealed record Gelu() : ActivationFunction("GELU", "Gelu")
{
    public override double ValueAt(double z) => z * NormalDistribution.Cumulative(z);

    public override double SlopeAt(double z) => NormalDistribution.Cumulative(z) + z * NormalDistribution.Density(z);

    // Φ(z) is the probability that a normal number stays below z, so that E[z z' Φ(z) Φ(z')] is one of four Gaussian numbers; by parts twice
    // (Tsuchida et al. 2021). With s = 1 + v, v the variance and c the covariance of z and z', D = sqrt(s² - c²):
    // K(c) = c (1/4 + asin(c / s) / 2π) + N / (2π D) with N = v² + c² (1 - v) / s. The slopes' is its derivative in c (Price 1958).
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
        double s = 1 + v;
        return c * (0.25 + Math.Asin(c / s) / (2 * Math.PI)) + (v * v + c * c * (1 - v) / s) / (2 * Math.PI * Math.Sqrt(s * s - c * c));
    }

    private static double KernelSlope(double v, double c)
    {
        double s = 1 + v, d = Math.Sqrt(s * s - c * c);
        double n = v * v + c * c * (1 - v) / s;
        return 0.25 + (Math.Asin(c / s) + c / d + 2 * c * (1 - v) / (s * d) + n * c / (d * d * d)) / (2 * Math.PI);
    }
}
