using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Units that gate their input by a symmetric distribution function, <c>z F(z)</c>. With the tail <c>q = F(x)</c> at <c>x = -|z|</c> and
/// <c>F(-x) = 1 - q</c>, both signs are one formula, which loses nothing in the negative tail: <c>z F(z) = max(0, z) + x q</c>.
/// </summary>
internal static class Gate
{
    /// <summary><c>z F(z)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Value<TSimd, TVector>(TVector z, TVector x, TVector tail)
        where TSimd : ISimd<TVector>
        where TVector : struct =>
        TSimd.Add(ReLU.Value<TSimd, TVector>(z), TSimd.Multiply(x, tail));

    /// <summary><c>F(z) + z F'(z)</c>, which is <c>q + x F'(x)</c> for negative <c>z</c>, and 1 minus that for others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Derivative<TSimd, TVector>(TVector z, TVector x, TVector tail, TVector density)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector negative = TSimd.Add(tail, TSimd.Multiply(x, density));
        return TSimd.Select(TSimd.LessThan(z, TSimd.Create(0f)), negative, TSimd.Subtract(TSimd.Create(1f), negative));
    }
}
