namespace NetGen.CompilerServices;

/// <summary>
/// A part of a batch that goes through the layers by itself, so that its activations stay in the cache and memory does not grow with the
/// batch. Gradients of weights go on from part to part in the same chain of sums, so the bits are those of all rows at once.
/// </summary>
/// <param name="GoesOn">Whether there is a part before it.</param>
/// <param name="IsFollowed">Whether there is a part behind it.</param>
/// <param name="Totals">
/// How far behind the start of the gradients, in floats, the totals in double lie that are handed on from part to part: two floats for each
/// gradient.
/// </param>
internal readonly record struct BatchPart(bool GoesOn, bool IsFollowed, nint Totals)
{
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
        new(start > 0, start + count < examples, memory.Parameters);

    /// <summary>How many examples a part has, but for the last; null where a batch does not go part by part.</summary>
    /// <param name="memory">What a step needs for each.</param>
    /// <param name="batchSize">The most examples of a batch.</param>
    public static int? Examples(MemoryPlan memory, int batchSize)
    {
        int examples = Math.Max(LeastRows, Floats / memory.TrainingPerExample / Multiple * Multiple);
        return memory.GoesInParts && batchSize > examples && memory.Parameters <= Slab.MaxLength / 3 ? examples : null;
    }
}
