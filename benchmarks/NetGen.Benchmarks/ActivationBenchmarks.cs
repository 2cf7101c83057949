using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using NetGen.CompilerServices;

namespace NetGen.Benchmarks;

/// <summary>
/// Activations of 4,096 numbers: values, as a prediction wants them, and values with derivatives, as a training step does.
/// </summary>
public class ActivationBenchmarks
{
    private AlignedFloats z = null!;
    private AlignedFloats values = null!;
    private AlignedFloats derivatives = null!;

    public static IEnumerable<ElementRows> Sizes => [new(64, 64)];

    [ParamsSource(nameof(Sizes))]
    public ElementRows Rows { get; set; } = null!;

    [GlobalSetup]
    public void Prepare()
    {
        z = new AlignedFloats(Inputs.Uniform(Rows.Elements));
        values = new AlignedFloats(new float[Rows.Elements]);
        derivatives = new AlignedFloats(new float[Rows.Elements]);
    }

    [Benchmark]
    public void Tanh() => Value<Tanh>();

    [Benchmark]
    public void TanhWithDerivative() => ValueAndDerivative<Tanh>();

    [Benchmark]
    public void Sigmoid() => Value<Sigmoid>();

    [Benchmark]
    public void SigmoidWithDerivative() => ValueAndDerivative<Sigmoid>();

    [Benchmark]
    public void SiLU() => Value<SiLU>();

    [Benchmark]
    public void SiLUWithDerivative() => ValueAndDerivative<SiLU>();

    [Benchmark]
    public void Gelu() => Value<Gelu>();

    [Benchmark]
    public void GeluWithDerivative() => ValueAndDerivative<Gelu>();

    [Benchmark]
    public void GeluTanh() => Value<GeluByTanh>();

    [Benchmark]
    public void GeluTanhWithDerivative() => ValueAndDerivative<GeluByTanh>();

    private void Value<TActivation>()
        where TActivation : struct, IActivation
    {
        if (Vector512.IsHardwareAccelerated)
            Value<TActivation, Simd512, Vector512<float>>(ref z.Origin, ref values.Origin, Rows.Elements);
        else if (Vector256.IsHardwareAccelerated)
            Value<TActivation, Simd256, Vector256<float>>(ref z.Origin, ref values.Origin, Rows.Elements);
        else
            Value<TActivation, Simd128, Vector128<float>>(ref z.Origin, ref values.Origin, Rows.Elements);
    }

    private void ValueAndDerivative<TActivation>()
        where TActivation : struct, IActivation
    {
        if (Vector512.IsHardwareAccelerated)
            ValueAndDerivative<TActivation, Simd512,
            Vector512<float>>(ref z.Origin, ref values.Origin, ref derivatives.Origin, Rows.Elements);
        else if (Vector256.IsHardwareAccelerated)
            ValueAndDerivative<TActivation, Simd256,
            Vector256<float>>(ref z.Origin, ref values.Origin, ref derivatives.Origin, Rows.Elements);
        else
            ValueAndDerivative<TActivation, Simd128,
            Vector128<float>>(ref z.Origin, ref values.Origin, ref derivatives.Origin, Rows.Elements);
    }

    // Two vectors at a time, as an epilogue does.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Value<TActivation, TSimd, TVector>(ref float z, ref float values, int count)
        where TActivation : struct, IActivation
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        for (int i = 0; i < count; i += 2 * TSimd.Count)
        {
            TVector v0 = TActivation.Value<TSimd, TVector>(TSimd.Load(in Unsafe.Add(ref z, i)));
            TVector v1 = TActivation.Value<TSimd, TVector>(TSimd.Load(in Unsafe.Add(ref z, i + TSimd.Count)));
            TSimd.Store(v0, ref Unsafe.Add(ref values, i));
            TSimd.Store(v1, ref Unsafe.Add(ref values, i + TSimd.Count));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ValueAndDerivative<TActivation, TSimd, TVector>(ref float z, ref float values, ref float derivatives, int count)
        where TActivation : struct, IActivation
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        for (int i = 0; i < count; i += 2 * TSimd.Count)
        {
            TVector v0 = TActivation.ValueAndDerivative<TSimd, TVector>(TSimd.Load(in Unsafe.Add(ref z, i)), out TVector d0);
            TVector v1 = TActivation.ValueAndDerivative<TSimd, TVector>(TSimd.Load(in Unsafe.Add(ref z, i + TSimd.Count)), out TVector d1);
            TSimd.Store(v0, ref Unsafe.Add(ref values, i));
            TSimd.Store(v1, ref Unsafe.Add(ref values, i + TSimd.Count));
            TSimd.Store(d0, ref Unsafe.Add(ref derivatives, i));
            TSimd.Store(d1, ref Unsafe.Add(ref derivatives, i + TSimd.Count));
        }
    }
}
