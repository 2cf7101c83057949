using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// <c>log(1 + x) = 2 artanh(r)</c> with <c>r = x / (2 + x)</c>, for <c>x</c> from 0 to 1, where <c>r</c> is at most 1/3 and nine terms of
/// the series <c>artanh(r) = r + r³/3 + r⁵/5 + …</c> are more than a float holds; precise near 0 too.
/// </summary>
internal static class LogOnePlus
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Value<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector r = TSimd.Divide(x, TSimd.Add(x, TSimd.Create(2f)));
        TVector square = TSimd.Multiply(r, r);
        TVector series = TSimd.Create(2f / 17);
        series = TSimd.FusedMultiplyAdd(series, square, TSimd.Create(2f / 15));
        series = TSimd.FusedMultiplyAdd(series, square, TSimd.Create(2f / 13));
        series = TSimd.FusedMultiplyAdd(series, square, TSimd.Create(2f / 11));
        series = TSimd.FusedMultiplyAdd(series, square, TSimd.Create(2f / 9));
        series = TSimd.FusedMultiplyAdd(series, square, TSimd.Create(2f / 7));
        series = TSimd.FusedMultiplyAdd(series, square, TSimd.Create(2f / 5));
        series = TSimd.FusedMultiplyAdd(series, square, TSimd.Create(2f / 3));
        series = TSimd.FusedMultiplyAdd(series, square, TSimd.Create(2f));
        return TSimd.Multiply(series, r);
    }
}
