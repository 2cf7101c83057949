using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

/// <summary>Sums go through 16 lanes, whatever the width of a vector: lane = index mod 16.</summary>
internal static class Lanes
{
    public const int Count = 16;

    /// <summary>How many columns of a row the lanes add up before their sum becomes a term of a sum in double.</summary>
    public const int BlockColumns = Count * Sums.BlockRows;

    /// <summary>The sum of the lanes, folded 16, 8, 4, 2, 1.</summary>
    public static float Fold(ReadOnlySpan<float> lanes)
    {
        Vector512<float> sixteen = Vector512.Create(lanes);
        Vector256<float> eight = sixteen.GetLower() + sixteen.GetUpper();
        Vector128<float> four = eight.GetLower() + eight.GetUpper();
        return (four[0] + four[2]) + (four[1] + four[3]);
    }
}
