using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests;

public class ActivationTests
{
    // Values below it may be zero.
    private const double Vanishing = 1e-36;

    // A million floats of every sign and exponent, and a dense range around zero.
    private static readonly float[] Inputs =
    [
        .. Enumerable.Range(0, 1 << 20).Select(static i => BitConverter.UInt32BitsToSingle((uint)i * 4093u)).Where(float.IsFinite),
        .. Enumerable.Range(-200_000, 400_001).Select(static i => i / 10_000f),
        float.PositiveInfinity,
        float.NegativeInfinity,
        0f,
        -0f,
    ];

    [Fact]
    public void ReLU_is_exact() => AssertValues<ReLU>(z => Math.Max(z, 0), ulps: 0);

    [Fact]
    public void Tanh_is_within_3_ulp() => AssertValues<Tanh>(Math.Tanh, ulps: 3);

    [Fact]
    public void Sigmoid_is_within_3_ulp() => AssertValues<Sigmoid>(Logistic, ulps: 3);

    [Fact]
    public void SiLU_is_within_5_ulp_in_the_tail_too() =>
        AssertValues<SiLU>(z => double.IsInfinity(z) ? Math.Max(z, 0) : z * Logistic(z), ulps: 5);

    [Fact]
    public void Gelu_is_within_8_ulp_in_the_tail_too() =>
        AssertValues<Gelu>(z => double.IsInfinity(z) ? Math.Max(z, 0) : z * NormalDistribution.Cumulative(z), ulps: 8);

    // The argument of the exponential is a cubic, whose rounding the exponential magnifies by its size.
    [Fact]
    public void GeluByTanh_is_within_200_ulp_in_the_tail_too() =>
        AssertValues<GeluByTanh>(z => double.IsInfinity(z) ? Math.Max(z, 0) : z * Logistic(TwiceU(z)), ulps: 200);

    [Fact]
    public void GeluByTanh_derivative_is_near_the_double_one() =>
        AssertDerivatives<GeluByTanh>(
            z => Logistic(TwiceU(z)) + (Math.Abs(z) > 20
                ? 0
                : z * Logistic(TwiceU(z)) * Logistic(-TwiceU(z)) * 2 * Math.Sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * z * z)),
            tolerance: 1e-6);

    [Fact]
    public void ReLU_derivative_is_a_step() => AssertDerivatives<ReLU>(z => z > 0 ? 1 : 0, tolerance: 0);

    [Fact]
    public void Tanh_derivative_is_near_the_double_one() =>
        AssertDerivatives<Tanh>(z => Math.Pow(Math.Cosh(z), -2), tolerance: 3e-7);

    [Fact]
    public void Sigmoid_derivative_is_near_the_double_one() =>
        AssertDerivatives<Sigmoid>(z => Logistic(z) * Logistic(-z), tolerance: 3e-7);

    [Fact]
    public void SiLU_derivative_is_near_the_double_one() =>
        AssertDerivatives<SiLU>(z => Logistic(z) + (double.IsInfinity(z) ? 0 : z * Logistic(z) * Logistic(-z)), tolerance: 3e-7);

    [Fact]
    public void Gelu_derivative_is_near_the_double_one() =>
        AssertDerivatives<Gelu>(
            z => NormalDistribution.Cumulative(z) + (double.IsInfinity(z) ? 0 : z * NormalDistribution.Density(z)), tolerance: 3e-7);

    [Fact]
    public void Exponential_is_within_1_point_1_ulp()
    {
        for (int i = 0; i <= 873_000; i++)
        {
            float x = -i / 10_000f;
            double exact = Math.Exp(x);
            Assert.InRange(Math.Abs(Exp.Value<Simd32, float>(x) - exact) / Ulp(exact), 0, 1.1);
        }

        Assert.Equal(1f, Exp.Value<Simd32, float>(0f));
        Assert.Equal(0f, Exp.Value<Simd32, float>(-Exp.Domain));
    }

    [Fact]
    public void Every_width_gives_the_same_bits()
    {
        AssertSameBits<ReLU>();
        AssertSameBits<GeluByTanh>();
        AssertSameBits<Tanh>();
        AssertSameBits<Sigmoid>();
        AssertSameBits<SiLU>();
        AssertSameBits<Gelu>();
    }

    [Fact]
    public void NaN_stays_NaN()
    {
        AssertNaN<ReLU>();
        AssertNaN<GeluByTanh>();
        AssertNaN<Tanh>();
        AssertNaN<Sigmoid>();
        AssertNaN<SiLU>();
        AssertNaN<Gelu>();
    }

    private static double Logistic(double z) => 1 / (1 + Math.Exp(-z));

    private static double TwiceU(double z) => 2 * Math.Sqrt(2 / Math.PI) * (z + 0.044715 * z * z * z);

    private static double Ulp(double value)
    {
        float magnitude = MathF.Abs((float)value);
        return float.IsFinite(magnitude) ? MathF.BitIncrement(magnitude) - (double)magnitude : 0;
    }

    private static void AssertValues<TActivation>(Func<double, double> function, double ulps)
        where TActivation : struct, IActivation
    {
        foreach (float z in Inputs)
        {
            float value = TActivation.Value<Simd32, float>(z);
            double exact = function(z);
            if (value == exact)
                continue;

            double tolerance = Math.Abs(exact) < Vanishing ? Vanishing : ulps * Ulp(exact);
            Assert.True(
                Math.Abs(value - exact) <= tolerance,
                $"f({z:R}) = {value:R}, expected {exact:R}: {Math.Abs(value - exact) / Ulp(exact):F1} ulp");
        }
    }

    private static void AssertDerivatives<TActivation>(Func<double, double> derivative, double tolerance)
        where TActivation : struct, IActivation
    {
        foreach (float z in Inputs)
        {
            float value = TActivation.ValueAndDerivative<Simd32, float>(z, out float slope);
            Assert.Equal(TActivation.Value<Simd32, float>(z), value);
            Assert.True(Math.Abs(slope - derivative(z)) <= tolerance, $"f'({z:R}) = {slope:R}, expected {derivative(z):R}");
        }
    }

    private static void AssertNaN<TActivation>()
        where TActivation : struct, IActivation =>
        Assert.True(float.IsNaN(TActivation.Value<Simd32, float>(float.NaN)), typeof(TActivation).Name);

    private static void AssertSameBits<TActivation>()
        where TActivation : struct, IActivation
    {
        float[] inputs = [float.NaN, .. Inputs];
        EveryWidth.AssertSameBits(() => new ValuesAndDerivatives<TActivation>(inputs[..^(inputs.Length % 16)]));
    }

    private sealed class ValuesAndDerivatives<TActivation>(float[] inputs) : EveryWidth.ISubject
        where TActivation : struct, IActivation
    {
        public float[] Result<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            float[] results = new float[2 * inputs.Length];
            for (int i = 0; i < inputs.Length; i += TSimd.Count)
            {
                TVector value = TActivation.ValueAndDerivative<TSimd, TVector>(TSimd.Load(ref inputs[i]), out TVector derivative);
                TSimd.Store(value, ref results[i]);
                TSimd.Store(derivative, ref results[inputs.Length + i]);
            }

            return results;
        }
    }
}
