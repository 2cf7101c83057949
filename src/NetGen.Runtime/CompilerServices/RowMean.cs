using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// The mean of a row, more precise than a float: the mean of large numbers is rounded by more than small deviations from it. It is
/// <c>c + δ</c> with <c>c</c>, a float near it, and <c>δ = mean(x - c)</c>; <c>x - c</c> is exact where <c>x</c> is near (the corrected
/// two-pass algorithm, Chan, Golub and LeVeque 1983).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RowMean
{
    private readonly float center;
    private readonly float rest;

    internal RowMean(float scale, float center, float rest)
    {
        Scale = scale;
        this.center = center;
        this.rest = rest;
    }

    /// <summary>A power of two that deviations are multiplied by, below 1 where they may be beyond the greatest float.</summary>
    internal float Scale { get; }

    /// <summary>How far numbers of the row are from its mean.</summary>
    /// <typeparam name="TSimd">The operations.</typeparam>
    /// <typeparam name="TVector">A vector of floats.</typeparam>
    /// <param name="x">The numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Deviation<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : struct =>
        TSimd.Subtract(TSimd.FusedMultiplyAdd(x, TSimd.Create(Scale), TSimd.Create(-center)), TSimd.Create(rest));

    internal static RowMean Of(double mean, float scale)
    {
        float center = (float)(mean * scale);
        return new RowMean(scale, center, (float)(mean * scale - center));
    }
}
