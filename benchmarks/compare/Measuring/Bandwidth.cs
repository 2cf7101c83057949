using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.Compare.Measuring;

/// <summary>What goes through memory at most.</summary>
internal static class Bandwidth
{
    // Far larger than any cache.
    private const int StreamLength = 1 << 25;

    /// <summary>
    /// Bytes a second that are read and written in <c>p ← p + c m</c>, as an optimizer does: two streams are read, one is written.
    /// </summary>
    public static double Measure()
    {
        float[] p = new float[StreamLength], m = new float[StreamLength];
        TimeSpan best = TimeSpan.MaxValue;
        for (int run = 0; run < 9; run++)
        {
            long start = Stopwatch.GetTimestamp();
            Update(p, m);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            best = elapsed < best ? elapsed : best;
        }

        return 3.0 * sizeof(float) * StreamLength / best.TotalSeconds;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Update(float[] p, float[] m)
    {
        Vector<float> factor = new(0.5f);
        for (int i = 0; i < p.Length; i += Vector<float>.Count)
            (Vector.LoadUnsafe(ref p[i]) + factor * Vector.LoadUnsafe(ref m[i])).StoreUnsafe(ref p[i]);
    }
}
