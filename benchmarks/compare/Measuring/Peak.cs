using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Compare.Measuring;

/// <summary>What one core can do at most.</summary>
internal static class Peak
{
    private const int Repetitions = 1 << 20;

    // Far larger than any cache.
    private const int StreamLength = 1 << 25;

    /// <summary>Floating-point operations a second in fused multiply-adds on registers, on the widest vectors that are fast here.</summary>
    public static double Flops() =>
        Vector512.IsHardwareAccelerated ? Best(static () => Chains512(), 16 * 16 * 2.0 * Repetitions)
        : Vector256.IsHardwareAccelerated ? Best(static () => Chains256(), 12 * 8 * 2.0 * Repetitions)
        : throw new NotSupportedException("The peak is measured on vectors of 256 or 512 bits.");

    /// <summary>Bytes a second that are read and written in <c>p ← p + c m</c>, as an optimizer does: two streams are read, one is written.</summary>
    public static double Bandwidth()
    {
        float[] p = new float[StreamLength], m = new float[StreamLength];
        return Best(() => Update(p, m), 3.0 * sizeof(float) * StreamLength);
    }

    private static double Best(Action work, double amount)
    {
        TimeSpan best = TimeSpan.MaxValue;
        for (int run = 0; run < 9; run++)
        {
            long start = Stopwatch.GetTimestamp();
            work();
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            best = elapsed < best ? elapsed : best;
        }

        return amount / best.TotalSeconds;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Update(float[] p, float[] m)
    {
        Vector<float> factor = new(0.5f);
        for (int i = 0; i < p.Length; i += Vector<float>.Count)
            (Vector.LoadUnsafe(ref p[i]) + factor * Vector.LoadUnsafe(ref m[i])).StoreUnsafe(ref p[i]);
    }

    // Enough chains that none waits for itself: a fused multiply-add takes four cycles, and two begin in each.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector512<float> Chains512()
    {
        Vector512<float> x = Vector512.Create(0.999f), y = Vector512.Create(0.001f);
        Vector512<float> a = y, b = y, c = y, d = y, e = y, f = y, g = y, h = y, i = y, j = y, k = y, l = y, m = y, n = y, o = y, p = y;
        for (int repetition = 0; repetition < Repetitions; repetition++)
        {
            a = Vector512.FusedMultiplyAdd(a, x, y);
            b = Vector512.FusedMultiplyAdd(b, x, y);
            c = Vector512.FusedMultiplyAdd(c, x, y);
            d = Vector512.FusedMultiplyAdd(d, x, y);
            e = Vector512.FusedMultiplyAdd(e, x, y);
            f = Vector512.FusedMultiplyAdd(f, x, y);
            g = Vector512.FusedMultiplyAdd(g, x, y);
            h = Vector512.FusedMultiplyAdd(h, x, y);
            i = Vector512.FusedMultiplyAdd(i, x, y);
            j = Vector512.FusedMultiplyAdd(j, x, y);
            k = Vector512.FusedMultiplyAdd(k, x, y);
            l = Vector512.FusedMultiplyAdd(l, x, y);
            m = Vector512.FusedMultiplyAdd(m, x, y);
            n = Vector512.FusedMultiplyAdd(n, x, y);
            o = Vector512.FusedMultiplyAdd(o, x, y);
            p = Vector512.FusedMultiplyAdd(p, x, y);
        }

        return a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector256<float> Chains256()
    {
        Vector256<float> x = Vector256.Create(0.999f), y = Vector256.Create(0.001f);
        Vector256<float> a = y, b = y, c = y, d = y, e = y, f = y, g = y, h = y, i = y, j = y, k = y, l = y;
        for (int repetition = 0; repetition < Repetitions; repetition++)
        {
            a = Vector256.FusedMultiplyAdd(a, x, y);
            b = Vector256.FusedMultiplyAdd(b, x, y);
            c = Vector256.FusedMultiplyAdd(c, x, y);
            d = Vector256.FusedMultiplyAdd(d, x, y);
            e = Vector256.FusedMultiplyAdd(e, x, y);
            f = Vector256.FusedMultiplyAdd(f, x, y);
            g = Vector256.FusedMultiplyAdd(g, x, y);
            h = Vector256.FusedMultiplyAdd(h, x, y);
            i = Vector256.FusedMultiplyAdd(i, x, y);
            j = Vector256.FusedMultiplyAdd(j, x, y);
            k = Vector256.FusedMultiplyAdd(k, x, y);
            l = Vector256.FusedMultiplyAdd(l, x, y);
        }

        return a + b + c + d + e + f + g + h + i + j + k + l;
    }
}
