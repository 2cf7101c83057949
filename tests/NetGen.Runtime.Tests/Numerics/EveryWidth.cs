using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests;

/// <summary>Runs the same work on every vector width; what the hardware lacks, .NET emulates.</summary>
internal static class EveryWidth
{
    public static void AssertSameBits(Func<ISubject> create)
    {
        float[] expected = create().Result<Simd32, float>();
        Assert.Equal(Bits(expected), Bits(create().Result<Simd128, Vector128<float>>()));
        Assert.Equal(Bits(expected), Bits(create().Result<Simd256, Vector256<float>>()));
        Assert.Equal(Bits(expected), Bits(create().Result<Simd512, Vector512<float>>()));
    }

    // The bits of a NaN depend on the hardware; that it is one does not.
    private static int[] Bits(float[] values) =>
        Array.ConvertAll(values, static value => BitConverter.SingleToInt32Bits(float.IsNaN(value) ? float.NaN : value));

    internal interface ISubject
    {
        float[] Result<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct;
    }
}
