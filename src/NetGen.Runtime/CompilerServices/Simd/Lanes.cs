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

    /// <summary>The greatest of the lanes; any of them where one is NaN.</summary>
    public static float Greatest(ReadOnlySpan<float> lanes)
    {
        Vector512<float> sixteen = Vector512.Create(lanes);
        Vector256<float> eight = Vector256.MaxNative(sixteen.GetLower(), sixteen.GetUpper());
        Vector128<float> four = Vector128.MaxNative(eight.GetLower(), eight.GetUpper());
        Vector128<float> two = Vector128.MaxNative(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return Vector128.MaxNative(two, Vector128.Shuffle(two, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }
}
