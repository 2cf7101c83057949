using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// What lies behind a row, up to the end of the columns that it lies in. Gradients must have zeros there: sums go over it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Padding
{
    /// <summary>Makes zeros of the lanes behind a row.</summary>
    /// <param name="value">A vector of the row.</param>
    /// <param name="column">The column at which the vector begins.</param>
    /// <param name="width">The length of the row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Clear<TSimd, TVector>(TVector value, nint column, int width)
        where TSimd : ISimd<TVector>
        where TVector : struct =>
        TSimd.Select(TSimd.LessThan(TSimd.Indices, TSimd.Create(width - column)), value, default);
}
