namespace NetGen.CompilerServices;

/// <summary>
/// A part of a batch that goes through the layers by itself, so that its activations stay in the cache and memory does not grow with the
/// batch. Gradients of weights go on from part to part in the same chain of sums, so the bits are those of all rows at once.
/// </summary>
/// <remarks>
/// One number, so that a <see cref="RowRange"/> has 16 bytes, which are passed in registers: around a small network, copies of more would
/// take longer than its kernels.
/// </remarks>
/// <param name="value">The number.</param>
internal readonly struct BatchPart(int value)
{
    private const int Before = 1, Behind = 2, Flags = Layout.PanelWidth - 1;

    /// <summary>The part as one number.</summary>
    public int Value => value;

    /// <summary>Whether there is a part before it.</summary>
    public bool GoesOn => (value & Before) != 0;

    /// <summary>Whether there is a part behind it.</summary>
    public bool IsFollowed => (value & Behind) != 0;

    /// <summary>
    /// How far behind the start of the gradients, in floats, the totals in double lie that are handed on from part to part: two floats for
    /// each gradient. It is a multiple of a panel.
    /// </summary>
    public int Totals => value & ~Flags;

    // What a chain of floats adds up must not end with a part; see Sums.
    private const int Multiple = Sums.BlockRows;

    // Gradients of weights are read and written once a part: below this they would cost more than the cache saves.
    private const int LeastRows = 256;

    private const int Floats = 1 << 18;

    /// <summary>The part from an example of a batch on.</summary>
    /// <param name="start">Its first example.</param>
    /// <param name="count">How many it has.</param>
    /// <param name="examples">How many the batch has.</param>
    /// <param name="memory">Where gradients end.</param>
    public static BatchPart From(int start, int count, int examples, MemoryPlan memory) =>
        new(memory.Parameters | (start > 0 ? Before : 0) | (start + count < examples ? Behind : 0));

    /// <summary>How many examples a part has, but for the last; null where a batch does not go part by part.</summary>
    /// <param name="memory">What a step needs for each.</param>
    /// <param name="batchSize">The most examples of a batch.</param>
    public static int? Examples(MemoryPlan memory, int batchSize)
    {
        int examples = Math.Max(LeastRows, Floats / memory.TrainingPerExample / Multiple * Multiple);
        return memory.GoesInParts && batchSize > examples && memory.Parameters <= Slab.MaxLength / 3 ? examples : null;
    }
}
