using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// The exponential function from <c>-<see cref="Domain"/></c> to 0, which is all that sigmoid, tanh and the normal distribution need.
/// With <c>n</c> the whole number nearest to <c>x / ln 2</c> and <c>r = x - n ln 2</c>, the product taken from a constant in two parts
/// (Cody and Waite 1980), <c>exp(x) = 2ⁿ exp(r)</c>, and <c>exp(r) - 1 = r + r² p(r)</c> with the minimax polynomial <c>p</c> for
/// <c>|r| &lt;= ln(2) / 2</c>, whose error is 3.2e-9.
/// </summary>
internal static class Exp
{
    /// <summary>Beyond it the result would not be a normal number; at its end, the result is 0.</summary>
    public const float Domain = 88f;

    private const float Log2E = 1.44269504f;
    private const float Ln2High = 0.693147182464599609375f;
    private const float Ln2Low = -1.90465430e-9f;

    // Floats of this size have no fraction: adding it rounds to a whole number n. The lowest bits of the sum are n + 127, the biased
    // exponent of 2ⁿ.
    private const float WholeNumbers = (1 << 23) + (1 << 22) + 127;

    /// <summary><c>max(x, -domain)</c> of a number that is not positive. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Clamp<TSimd, TVector>(TVector x, float domain)
        where TSimd : ISimd<TVector>
        where TVector : struct =>
        TSimd.Max(TSimd.Create(-domain), x);

    /// <summary><c>max(-|z|, -domain)</c>. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector NegativeMagnitude<TSimd, TVector>(TVector z, float domain)
        where TSimd : ISimd<TVector>
        where TVector : struct =>
        Clamp<TSimd, TVector>(TSimd.CopySign(z, TSimd.Create(-1f)), domain);

    /// <summary><c>exp(x)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Value<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector scale = Reduce<TSimd, TVector>(x, out TVector fraction);
        return TSimd.FusedMultiplyAdd(scale, fraction, scale);
    }

    /// <summary><c>exp(x) - 1</c>, precise near 0 too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector MinusOne<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector scale = Reduce<TSimd, TVector>(x, out TVector fraction);
        return TSimd.FusedMultiplyAdd(scale, fraction, TSimd.Subtract(scale, TSimd.Create(1f)));
    }

    // Returns 2ⁿ, and exp(r) - 1 as the fraction.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Reduce<TSimd, TVector>(TVector x, out TVector fraction)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector shifted = TSimd.FusedMultiplyAdd(x, TSimd.Create(Log2E), TSimd.Create(WholeNumbers));
        TVector n = TSimd.Subtract(shifted, TSimd.Create(WholeNumbers));
        TVector r = TSimd.FusedMultiplyAdd(n, TSimd.Create(-Ln2High), x);
        r = TSimd.FusedMultiplyAdd(n, TSimd.Create(-Ln2Low), r);

        TVector p = TSimd.Create(0.00139506302f);
        p = TSimd.FusedMultiplyAdd(p, r, TSimd.Create(0.00836896993f));
        p = TSimd.FusedMultiplyAdd(p, r, TSimd.Create(0.0416662037f));
        p = TSimd.FusedMultiplyAdd(p, r, TSimd.Create(0.166665182f));
        p = TSimd.FusedMultiplyAdd(p, r, TSimd.Create(0.5f));
        fraction = TSimd.FusedMultiplyAdd(TSimd.Multiply(r, r), p, r);
        return TSimd.Pow2(shifted);
    }
}
