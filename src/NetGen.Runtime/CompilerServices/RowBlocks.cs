namespace NetGen.CompilerServices;

/// <summary>
/// The rows of a batch in at most 64 blocks of equally many, a multiple of 64 but for the last: the same for any number of threads, so that
/// sums which are added up block by block are too. A thread has those blocks whose first row it has.
/// </summary>
internal readonly struct RowBlocks
{
    private readonly int rows;
    private readonly int length;

    private RowBlocks(int rows, int length, int first, int end)
    {
        this.rows = rows;
        this.length = length;
        First = first;
        End = end;
    }

    /// <summary>The first block.</summary>
    public int First { get; }

    /// <summary>The block behind the last.</summary>
    public int End { get; }

    /// <summary>The blocks of some rows.</summary>
    public static RowBlocks Of(RowRange rows)
    {
        int length = Sums.BlockRows * Ceiling(Ceiling(rows.Batch, Sums.BlockRows), BatchLayout.Blocks);
        return new RowBlocks(rows.Batch, length, Ceiling(rows.First, length), Ceiling(rows.End, length));
    }

    /// <summary>All blocks of a batch.</summary>
    /// <param name="batch">How many rows it has.</param>
    public static RowBlocks All(int batch) => Of(RowRange.All(batch));

    /// <summary>The first row of a block.</summary>
    public int Start(int block) => block * length;

    /// <summary>How many rows a block has.</summary>
    public int Length(int block) => Math.Min(length, rows - block * length);

    private static int Ceiling(int number, int divisor) => number / divisor + (number % divisor == 0 ? 0 : 1);
}
