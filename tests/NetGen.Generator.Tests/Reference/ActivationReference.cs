namespace NetGen.Generator.Tests;

/// <summary>Activations and their derivatives in double precision, by their definitions.</summary>
internal static class ActivationReference
{
    public static double Value(string name, double z) => name switch
    {
        "ReLU" => Math.Max(0, z),
        "Tanh" => Math.Tanh(z),
        "Sigmoid" => Logistic(z),
        "GELU" => z * NormalDistribution(z),
        "GELUTanh" => z * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (z + 0.044715 * z * z * z))) / 2,
        "SiLU" => z * Logistic(z),
        "SquaredReLU" => Math.Max(0, z) * Math.Max(0, z),
        "min0" => Math.Min(0, z),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such activation."),
    };

    public static double Derivative(string name, double z) => name switch
    {
        "ReLU" => z > 0 ? 1 : 0,
        "Tanh" => 1 - Math.Tanh(z) * Math.Tanh(z),
        "Sigmoid" => Logistic(z) * (1 - Logistic(z)),
        "GELU" => NormalDistribution(z) + z * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI),
        "GELUTanh" => GeluTanhDerivative(z),
        "SiLU" => Logistic(z) * (1 + z * (1 - Logistic(z))),
        "SquaredReLU" => 2 * Math.Max(0, z),
        "min0" => z > 0 ? 0 : 1,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such activation."),
    };

    private static double GeluTanhDerivative(double z)
    {
        double tanh = Math.Tanh(Math.Sqrt(2 / Math.PI) * (z + 0.044715 * z * z * z));
        return (1 + tanh) / 2 + z / 2 * (1 - tanh * tanh) * Math.Sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * z * z);
    }

    private static double Logistic(double z) => 1 / (1 + Math.Exp(-z));

    /// <summary>Φ by its everywhere convergent series, φ(z) Σ z^(2n+1) / (1·3·5···(2n+1)) + 1/2 (Marsaglia 2004).</summary>
    private static double NormalDistribution(double z)
    {
        // What is left out is below 1e-18; the series would overflow.
        if (Math.Abs(z) > 9)
            return z > 0 ? 1 : 0;
        double term = z, sum = z;
        for (int n = 3; Math.Abs(term) > 1e-18 * Math.Abs(sum) && n < 1000; n += 2)
        {
            term *= z * z / n;
            sum += term;
        }

        return 0.5 + sum * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
    }
}
