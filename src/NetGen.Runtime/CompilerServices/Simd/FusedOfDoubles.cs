using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Wasm;

namespace NetGen.CompilerServices;

/// <summary>
/// <c>a b + c</c>, rounded once, where there is no instruction for it. A double holds <c>a b</c> exactly; the sum, rounded to double and
/// then to float, is rounded twice, which matters only where the first rounding meets the middle of two floats. There it is rounded to
/// odd instead, which never does (Boldo and Melquiond 2008).
/// </summary>
internal static class FusedOfDoubles
{
    // What a float leaves out of a double's significand, and the first bit of that: where it stands alone, the double lies in the middle.
    private const long LeftOut = (1L << 29) - 1, Middle = 1L << 28;

    // Below it floats have fewer digits, and middles look otherwise.
    private const float LeastNormal = 1.17549435e-38f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> a, Vector128<float> b, Vector128<float> c)
    {
        Vector128<double> low = Low(a) * Low(b) + Low(c), high = High(a) * High(b) + High(c);
        Vector128<float> result = Join(low, high), size = Vector128.Abs(result);
        // A sum that becomes zero was not rounded before: its terms cancel (Sterbenz 1974), or one of them is zero.
        Vector128<float> small = Vector128.LessThan(Vector128<float>.Zero, size)
            & Vector128.LessThanOrEqual(size, Vector128.Create(LeastNormal));
        Vector128<long> doubtful = IsMiddle(low) | IsMiddle(high) | small.AsInt64();
        return Vector128.ExtractMostSignificantBits(doubtful.AsInt32()) == 0 ? result : ByOdd(a, b, c);
    }

    /// <summary>
    /// The same as a call. A just-in-time compiler that inlined it wherever a kernel has a product would come to its limits.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector128<float> CallMultiplyAdd(Vector128<float> a, Vector128<float> b, Vector128<float> c) => MultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static float MultiplyAdd(float a, float b, float c) =>
        MultiplyAdd(Vector128.CreateScalar(a), Vector128.CreateScalar(b), Vector128.CreateScalar(c)).ToScalar();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<float> ByOdd(Vector128<float> a, Vector128<float> b, Vector128<float> c) =>
        Join(OddSum(Low(a) * Low(b), Low(c)), OddSum(High(a) * High(b), High(c)));

    // The sum, or if it is none of the doubles, that of its two neighbours whose last bit is 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> OddSum(Vector128<double> a, Vector128<double> b)
    {
        // What rounding took away (Knuth 1969).
        Vector128<double> sum = a + b, rest = sum - a, error = (a - (sum - rest)) + (b - rest);
        Vector128<long> bits = sum.AsInt64(), one = Vector128<long>.One;
        Vector128<long> inexact = Vector128.LessThan(Vector128<double>.Zero, Vector128.Abs(error)).AsInt64();
        Vector128<long> even = (bits & one) - one;
        Vector128<long> away = ((bits ^ error.AsInt64()) >> 63) | one;
        return (bits + (away & even & inexact)).AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<long> IsMiddle(Vector128<double> sum) =>
        Vector128.Equals(sum.AsInt64() & Vector128.Create(LeftOut), Vector128.Create(Middle));

    // In a browser, those of Vector128 are no instructions.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Low(Vector128<float> a) =>
        PackedSimd.IsSupported ? PackedSimd.ConvertToDoubleLower(a) : Vector128.WidenLower(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> High(Vector128<float> a) =>
        PackedSimd.IsSupported ? PackedSimd.ConvertToDoubleLower(Halves(a)) : Vector128.WidenUpper(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Join(Vector128<double> low, Vector128<double> high) =>
        PackedSimd.IsSupported
            ? PackedSimd.ConvertToSingle(low) | Halves(PackedSimd.ConvertToSingle(high))
            : Vector128.Narrow(low, high);

    // The halves, swapped.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Halves(Vector128<float> a) => Vector128.Shuffle(a, Vector128.Create(2, 3, 0, 1));
}
