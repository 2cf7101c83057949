using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary><c>z = a x + y</c> for a number <c>a</c>, each element rounded once.</summary>
internal readonly ref struct MultiplyAdd : IVectorized
{
    private readonly float factor;
    private readonly ReadOnlySpan<float> x;
    private readonly ReadOnlySpan<float> y;
    private readonly Span<float> z;

    private MultiplyAdd(float factor, ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> z)
    {
        this.factor = factor;
        this.x = x;
        this.y = y;
        this.z = z;
    }

    /// <summary>Computes it. <paramref name="z"/> may be <paramref name="x"/> or <paramref name="y"/>.</summary>
    public static void Run(float factor, ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> z)
    {
        MultiplyAdd work = new(factor, x, y, z);
        work.Run();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TSimd, TVector>()
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        ref float first = ref MemoryMarshal.GetReference(x);
        ref float second = ref MemoryMarshal.GetReference(y);
        ref float result = ref MemoryMarshal.GetReference(z);
        TVector scale = TSimd.Create(factor);
        int i = 0;
        for (; i + TSimd.Count <= z.Length; i += TSimd.Count)
        {
            TVector terms = TSimd.Load(in Unsafe.Add(ref second, i));
            TSimd.Store(TSimd.FusedMultiplyAdd(scale, TSimd.Load(in Unsafe.Add(ref first, i)), terms), ref Unsafe.Add(ref result, i));
        }

        for (; i < z.Length; i++)
            z[i] = Simd32.FusedMultiplyAdd(factor, x[i], y[i]);
    }
}
