namespace NetGen;

/// <summary>Batches of examples in memory. After the first epoch nothing is allocated for a batch. For one caller at a time.</summary>
public sealed class ExampleBatches : IBatchSource
{
    private readonly ExampleSet examples;
    private readonly int batchSize;
    private readonly long? seed;
    private readonly int[] order;
    private readonly int examplesPerEpoch;
    private float[] inputs = [], targets = [];
    private int[] tokens = [], labels = [], lengths = [];
    private int next;

    private ExampleBatches(ExampleSet examples, int batchSize, bool dropLast, long? seed)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        if (dropLast && batchSize > examples.Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(batchSize), batchSize, $"Expected at most {examples.Count}, else no batch is full and none is left.");
        }

        this.examples = examples;
        this.batchSize = batchSize;
        this.seed = seed;
        order = new int[examples.Count];
        examplesPerEpoch = dropLast ? examples.Count - examples.Count % batchSize : examples.Count;
        BeginEpoch(0);
    }

    /// <inheritdoc/>
    public int BatchesPerEpoch => (examplesPerEpoch - 1) / batchSize + 1;

    int? IBatchSource.SmallestBatch => (examplesPerEpoch - 1) % batchSize + 1;

    /// <summary>The examples in their order, to measure how good a network is. The last batch may be smaller.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="batchSize">How many a batch has, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is below 1.</exception>
    public static ExampleBatches InOrder(ExampleSet examples, int batchSize) => new(examples, batchSize, dropLast: false, seed: null);

    /// <summary>The examples in another random order every epoch, to train a network.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="batchSize">How many a batch has, at least 1.</param>
    /// <param name="seed">
    /// The same seed gives the same batches on every machine: <see cref="SeededRandom.OfEpoch"/> shuffles the numbers of examples.
    /// </param>
    /// <param name="dropLast">Whether an epoch ends before a batch that would not be full.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="batchSize"/> is below 1, or more than there are examples although only full batches are wanted.
    /// </exception>
    public static ExampleBatches Shuffled(ExampleSet examples, int batchSize, long seed, bool dropLast = false) =>
        new(examples, batchSize, dropLast, seed);

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is negative.</exception>
    public void BeginEpoch(int epoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        next = 0;
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        if (seed is { } start)
            SeededRandom.OfEpoch(start, epoch).Shuffle<int>(order);
    }

    /// <inheritdoc/>
    public bool Next(out Batch batch)
    {
        ReadOnlySpan<int> rows = order.AsSpan(next, Math.Min(batchSize, examplesPerEpoch - next));
        if (rows.IsEmpty)
        {
            batch = default;
            return false;
        }

        ReadOnlySpan<int> own = Of(examples.LengthColumn, rows, ref lengths);
        Inputs examplesOfBatch = examples.Tokens is null
            ? new Inputs(Of(examples.Inputs, rows, ref inputs), own)
            : new Inputs(Of(examples.Tokens, rows, ref tokens), own);
        batch = examples.Labels is null
            ? new Batch(examplesOfBatch, Of(examples.Targets, rows, ref targets))
            : new Batch(examplesOfBatch, Of(examples.Labels, rows, ref labels));
        next += rows.Length;
        return true;
    }

    // Examples in their order are read where they lie.
    private ReadOnlySpan<T> Of<T>(ExampleColumn<T>? column, ReadOnlySpan<int> rows, ref T[] buffer)
        where T : unmanaged =>
        column is null ? default : seed is null ? column.Slice(next, rows.Length) : column.Gather(rows, ref buffer);
}
