using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// A row that is read in whole lots of 16 lanes. The last lot is read from a copy, because the memory behind a row is not its own.
/// </summary>
internal readonly ref struct LaneRow
{
    private readonly ReadOnlySpan<float> row;
    private readonly Span<float> rest;
    private readonly int whole;

    /// <param name="row">The row.</param>
    /// <param name="rest">16 floats. Receives the row's last lanes; the lanes past its end stay as they are.</param>
    public LaneRow(ReadOnlySpan<float> row, Span<float> rest)
    {
        this.row = row;
        this.rest = rest;
        whole = row.Length - row.Length % Lanes.Count;
        row[whole..].CopyTo(rest);
    }

    /// <summary>Reads a vector that starts at a column of the row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Load<TSimd, TVector>(int column)
        where TSimd : ISimd<TVector>
        where TVector : struct =>
        TSimd.Load(in column < whole ? ref row[column] : ref rest[column - whole]);
}
