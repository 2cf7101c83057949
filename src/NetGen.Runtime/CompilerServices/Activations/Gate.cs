using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Units that gate their input by a symmetric distribution function, <c>z F(z)</c>. With the tail <c>q = F(-t)</c> at <c>t = |z|</c> and
/// <c>F(t) = 1 - q</c>, both signs are one formula, which loses nothing in the negative tail: <c>z F(z) = max(0, z) - t q</c>.
/// </summary>
internal static class Gate
{
    /// <summary><c>z F(z)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Value<TSimd, TVector>(TVector z, TVector t, TVector tail)
        where TSimd : ISimd<TVector>
        where TVector : struct =>
        TSimd.Subtract(Relu.Value<TSimd, TVector>(z), TSimd.Multiply(t, tail));

    /// <summary><c>F(z) + z F'(z)</c>, which is <c>q - t F'(t)</c> for negative <c>z</c>, and 1 minus that for others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Derivative<TSimd, TVector>(TVector z, TVector t, TVector tail, TVector density)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector negative = TSimd.Subtract(tail, TSimd.Multiply(t, density));
        return TSimd.Select(TSimd.LessThan(z, TSimd.Create(0f)), negative, TSimd.Subtract(TSimd.Create(1f), negative));
    }
}
