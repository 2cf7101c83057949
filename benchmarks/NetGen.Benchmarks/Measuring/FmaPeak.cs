using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.Benchmarks.Measuring;

/// <summary>
/// The most floating-point operations a second that one core does: fused multiply-adds in registers, with nothing to wait for.
/// </summary>
internal static class FmaPeak
{
    // Two units with a latency of four need eight chains to keep busy; twelve and two constants fit into the sixteen registers of AVX2.
    private const int Chains = 12;
    private const int Rounds = 10_000;
    private const int Bursts = 60;

    /// <summary>Measures it with the widest vectors that the process may use, for some ten milliseconds.</summary>
    /// <returns>The best of several bursts, in GFLOP/s.</returns>
    public static double Measure()
    {
        if (Vector512.IsHardwareAccelerated)
            return Measure<Simd512, Vector512<float>>();
        return Vector256.IsHardwareAccelerated ? Measure<Simd256, Vector256<float>>() : Measure<Simd128, Vector128<float>>();
    }

    private static double Measure<TSimd, TVector>()
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        double best = 0;
        for (int burst = 0; burst < Bursts; burst++)
        {
            long start = Stopwatch.GetTimestamp();
            float result = Run<TSimd, TVector>(Rounds, 0.5f, 1f);
            double nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
            if (result != Chains * 2f)
                throw new InvalidOperationException($"Expected chains that end at 2, got a sum of {result}.");
            best = Math.Max(best, 2.0 * Chains * TSimd.Count * Rounds / nanoseconds);
        }

        return best;
    }

    // v ← v · factor + term. The numbers come from outside, so that they are kept in registers and not folded into operands in memory.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Run<TSimd, TVector>(int rounds, float factor, float term)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector f = TSimd.Create(factor), t = TSimd.Create(term);
        TVector v0 = t, v1 = t, v2 = t, v3 = t, v4 = t, v5 = t, v6 = t, v7 = t, v8 = t, v9 = t, v10 = t, v11 = t;
        for (int round = 0; round < rounds; round++)
        {
            v0 = TSimd.FusedMultiplyAdd(v0, f, t);
            v1 = TSimd.FusedMultiplyAdd(v1, f, t);
            v2 = TSimd.FusedMultiplyAdd(v2, f, t);
            v3 = TSimd.FusedMultiplyAdd(v3, f, t);
            v4 = TSimd.FusedMultiplyAdd(v4, f, t);
            v5 = TSimd.FusedMultiplyAdd(v5, f, t);
            v6 = TSimd.FusedMultiplyAdd(v6, f, t);
            v7 = TSimd.FusedMultiplyAdd(v7, f, t);
            v8 = TSimd.FusedMultiplyAdd(v8, f, t);
            v9 = TSimd.FusedMultiplyAdd(v9, f, t);
            v10 = TSimd.FusedMultiplyAdd(v10, f, t);
            v11 = TSimd.FusedMultiplyAdd(v11, f, t);
        }

        TVector sum = TSimd.Add(
            TSimd.Add(TSimd.Add(TSimd.Add(v0, v1), TSimd.Add(v2, v3)), TSimd.Add(TSimd.Add(v4, v5), TSimd.Add(v6, v7))),
            TSimd.Add(TSimd.Add(v8, v9), TSimd.Add(v10, v11)));
        // All lanes are alike.
        Unsafe.SkipInit(out Vector512<float> lanes);
        TSimd.Store(sum, ref Unsafe.As<Vector512<float>, float>(ref lanes));
        return lanes.GetElement(0);
    }
}
