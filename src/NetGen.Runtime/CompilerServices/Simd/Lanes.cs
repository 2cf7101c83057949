using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

/// <summary>Sums go through 16 lanes, whatever the width of a vector: lane = index mod 16.</summary>
internal static class Lanes
{
    public const int Count = 16;

    /// <summary>The sum of the lanes, folded 16, 8, 4, 2, 1.</summary>
    public static float Fold(ReadOnlySpan<float> lanes)
    {
        Vector512<float> sixteen = Vector512.Create(lanes);
        Vector256<float> eight = sixteen.GetLower() + sixteen.GetUpper();
        Vector128<float> four = eight.GetLower() + eight.GetUpper();
        return (four[0] + four[2]) + (four[1] + four[3]);
    }
}

/// <summary>A row that is read in whole lots of 16 lanes. The lanes past its end are read from a copy: what lies behind a row is not the row's.</summary>
internal readonly ref struct LaneRow
{
    private readonly ReadOnlySpan<float> row;
    private readonly Span<float> rest;
    private readonly int whole;

    /// <param name="row">The row.</param>
    /// <param name="rest">16 floats; receives the row's last lanes, those past its end stay what they are.</param>
    public LaneRow(ReadOnlySpan<float> row, Span<float> rest)
    {
        this.row = row;
        this.rest = rest;
        whole = row.Length - row.Length % Lanes.Count;
        row[whole..].CopyTo(rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Load<TSimd, TVector>(int column)
        where TSimd : ISimd<TVector>
        where TVector : struct =>
        TSimd.Load(in column < whole ? ref row[column] : ref rest[column - whole]);
}
