using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Consecutive rows of a batch: all of them, or the share of one thread. Rows do not depend on each other, so every way to share them gives
/// the same bits.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RowRange
{
    private const int TileRows = 8;

    // 0 stands for a single sequence, of which the rows are positions.
    private readonly int batch;

    // A BatchPart; as a number of this struct it stays in a register.
    private readonly int part;

    private RowRange(int first, int end, int batch, int part = 0)
    {
        First = first;
        End = end;
        this.batch = batch;
        this.part = part;
    }

    /// <summary>The first row.</summary>
    public int First { get; }

    /// <summary>The row behind the last.</summary>
    public int End { get; }

    /// <summary>
    /// How many rows the batch has: every buffer is laid out for all. Of positions of a single sequence, how many there are up to the last
    /// of these, over which sums go.
    /// </summary>
    public int Batch => Math.Max(1, batch);

    /// <summary>Whether gradients go on from what an earlier part of the batch has added up.</summary>
    public bool GoesOn => Part.GoesOn;

    /// <summary>Which part of a batch these rows are, where it goes through the layers part by part.</summary>
    internal BatchPart Part => new(part);

    /// <summary>All rows of a batch.</summary>
    /// <param name="batch">How many it has.</param>
    public static RowRange All(int batch) => new(0, batch, batch);

    /// <summary>All rows of a part of a batch. To the passes it is a batch, but that its gradients go on.</summary>
    internal static RowRange Of(BatchPart part, int rows) => new(0, rows, rows, part.Value);

    /// <summary>
    /// Some positions of a single sequence. Passes that go over them compute those and leave the others as they are, which only goes where
    /// no position follows from one behind it. Sums over all rows are over those up to the last of them.
    /// </summary>
    internal static RowRange Positions(int first, int end) => new(first, end, 0);

    /// <summary>These examples as rows of a matrix that has a row for each of their positions, such as the pixels of images.</summary>
    /// <param name="positions">How many rows an example has.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RowRange Times(int positions) =>
        batch == 0 ? new(First, End, End) : new(First * positions, End * positions, batch * positions, part);

    /// <summary>These examples, and which of their positions are meant: all, or some of a single sequence.</summary>
    /// <param name="positions">How many an example has.</param>
    internal (RowRange Examples, int First, int End) Split(int positions) => batch == 0 ? (All(1), First, End) : (this, 0, positions);

    /// <summary>
    /// The examples of one of several threads, in multiples of 8 rows: on 512 bits that is a full tile, and only the last thread has a
    /// remainder. Examples of 8 rows and more are shared one by one: what remains of them is little.
    /// </summary>
    /// <param name="batch">How many examples there are.</param>
    /// <param name="share">The thread's number, from 0.</param>
    /// <param name="shares">How many threads there are.</param>
    /// <param name="positions">How many rows an example has.</param>
    internal static RowRange Share(int batch, int share, int shares, int positions)
    {
        int tileExamples = positions < TileRows ? TileRows >> BitOperations.TrailingZeroCount(positions) : 1;
        int tiles = batch / tileExamples + (batch % tileExamples == 0 ? 0 : 1);
        return new RowRange(Border(share), Border(share + 1), batch);

        int Border(int share) => (int)Math.Min(batch, (long)tiles * share / shares * tileExamples);
    }

    /// <summary>These rows of a buffer.</summary>
    /// <param name="a">The slab of activations.</param>
    /// <param name="offset">Where the buffer starts, with the first row of the batch.</param>
    /// <param name="width">The length of its rows.</param>
    internal BatchSpan Of(ref float a, nint offset, int width) =>
        new(ref Unsafe.Add(ref a, offset + (nint)First * Layout.RowStride(width)), End - First, width);
}
