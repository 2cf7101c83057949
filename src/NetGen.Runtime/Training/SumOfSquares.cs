using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen;

/// <summary>
/// Sums of squares in 16 lanes of double (lane = index mod 16), folded 16, 8, 4, 2, 1; what is left of a lot of 16 is added one by one.
/// The square of a float is exact in double, so that neither size nor hardware takes a bit away.
/// </summary>
internal static class SumOfSquares
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Of(ReadOnlySpan<float> values)
    {
        ref float start = ref MemoryMarshal.GetReference(values);
        int whole = values.Length - values.Length % 16;
        Vector256<double> a = default, b = default, c = default, d = default;
        for (int i = 0; i < whole; i += 16)
        {
            (Vector256<double> first, Vector256<double> second) = Vector256.Widen(Vector256.LoadUnsafe(ref Unsafe.Add(ref start, i)));
            (Vector256<double> third, Vector256<double> fourth) = Vector256.Widen(Vector256.LoadUnsafe(ref Unsafe.Add(ref start, i + 8)));
            a += first * first;
            b += second * second;
            c += third * third;
            d += fourth * fourth;
        }

        Vector256<double> four = (a + c) + (b + d);
        double sum = (four[0] + four[2]) + (four[1] + four[3]);
        foreach (float value in values[whole..])
            sum += (double)value * value;
        return sum;
    }
}
