using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

/// <summary>Sums go through 16 lanes, whatever the width of a vector: lane = index mod 16.</summary>
internal static class Lanes
{
    public const int Count = 16;

    /// <summary>How many columns of a row the lanes add up before their sum becomes a term of a sum in double.</summary>
    public const int BlockColumns = Count * Sums.BlockRows;

    /// <summary>How many columns whole lots of lanes have.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Whole(int columns) => (columns + Count - 1) & -Count;

    /// <summary>The sum of the lanes, folded 16, 8, 4, 2, 1.</summary>
    public static float Fold(ReadOnlySpan<float> lanes)
    {
        Vector512<float> sixteen = Vector512.Create(lanes);
        Vector256<float> eight = sixteen.GetLower() + sixteen.GetUpper();
        Vector128<float> four = eight.GetLower() + eight.GetUpper();
        return (four[0] + four[2]) + (four[1] + four[3]);
    }

    /// <summary>The sum of what a row has in each of 16 lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum<TSimd, TVector, TRow>(TRow row, Span<float> lanes)
        where TSimd : ISimd<TVector>
        where TVector : struct
        where TRow : ILanes, allows ref struct
    {
        // A whole vector of them need not leave its register.
        if (TSimd.Count == Count)
            return TSimd.Sum(row.Lane<TSimd, TVector>(0));

        for (int lane = 0; lane < Count; lane += TSimd.Count)
            TSimd.Store(row.Lane<TSimd, TVector>(lane), ref lanes[lane]);
        return Fold(lanes);
    }
}
