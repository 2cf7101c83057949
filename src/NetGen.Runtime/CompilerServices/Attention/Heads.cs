using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// The heads of all examples, one example after the other. A head has a row for every position of its example, and its own columns of the
/// rows of all heads.
/// </summary>
/// <param name="positions">The number of positions of an example.</param>
/// <param name="width">The width of all heads of an example.</param>
/// <param name="count">How many heads an example has.</param>
internal readonly struct Heads(int positions, int width, int count)
{
    // Narrower heads gain nothing: the processor follows their rows by itself.
    private const int WidthToPrefetch = 32;

    private readonly int stride = AttentionLayout.KeyStride(positions);

    /// <summary>The number of positions of an example.</summary>
    public int Positions => positions;

    /// <summary>The width of a head.</summary>
    public int Width { get; } = width / count;

    /// <summary>What scores are multiplied by.</summary>
    public float Scale { get; } = (float)(1 / Math.Sqrt(width / count));

    /// <summary>Whether a head's columns are whole vectors.</summary>
    public bool AreWhole => AttentionLayout.IsWhole(Width);

    /// <summary>Whether it pays to bring the next head into the cache before it is needed.</summary>
    public bool ArePrefetched => Width >= WidthToPrefetch;

    /// <summary>The number of an example's first head.</summary>
    public nint Of(int example) => (nint)example * count;

    /// <summary>A head's part of results, or of their gradients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Matrix Results(ref float rows, nint head) => Columns(ref rows, head, Layout.RowStride(width), 0);

    /// <summary>A head's queries, keys or values, or their gradients.</summary>
    /// <param name="rows">The rows of all heads.</param>
    /// <param name="head">The head.</param>
    /// <param name="part">0 for queries, 1 for keys, 2 for values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Matrix Projected(ref float rows, nint head, int part) => Columns(ref rows, head, Layout.RowStride(3 * width), part * width);

    /// <summary>A head's weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Matrix Weights(ref float weights, nint head) => new(ref Unsafe.Add(ref weights, head * positions * stride), stride);

    /// <summary>Where in scratch the keys or values of a head are transposed.</summary>
    public Matrix Turned(ref float s) => new(ref s, AttentionLayout.TurnedStride(positions));

    /// <summary>Where in scratch a head has scores, or their gradients.</summary>
    public Matrix Scores(ref float s) => new(ref Unsafe.Add(ref s, TurnedLength), stride);

    /// <summary>Where in scratch matrices of a head are copied.</summary>
    public HeadCopies Copies(ref float s) => new(ref Unsafe.Add(ref s, TurnedLength + (nint)positions * stride), positions, Width);

    private nint TurnedLength => (nint)AttentionLayout.Turned(positions, Width);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Matrix Columns(ref float rows, nint head, nint step, int first)
    {
        (uint example, uint index) = Math.DivRem((uint)head, (uint)count);
        return new(ref Unsafe.Add(ref rows, (nint)example * positions * step + first + (nint)index * Width), step);
    }
}
