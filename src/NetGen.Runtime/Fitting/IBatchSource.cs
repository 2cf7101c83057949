namespace NetGen;

/// <summary>
/// Batches, epoch by epoch: what <see cref="TrainerFitting.Fit"/> trains with and measures on. <see cref="ExampleBatches"/> are those of
/// arrays; implement it for what does not fit into memory.
/// </summary>
public interface IBatchSource
{
    /// <summary>How many batches an epoch has, at least 1.</summary>
    int BatchesPerEpoch { get; }

    /// <summary>
    /// How many examples the smallest batch of an epoch has, or null where that is not known before they come. What is too small to train
    /// on is an error before the first step then, and not at the end of the first epoch.
    /// </summary>
    int? SmallestBatch => null;

    /// <summary>
    /// Goes to the beginning of an epoch. What an epoch holds follows from its number alone, so that a training that goes on after it was
    /// stopped gets the batches that it would have got.
    /// </summary>
    /// <param name="epoch">Which one, from 0.</param>
    void BeginEpoch(int epoch);

    /// <summary>Gives the next batch of the epoch.</summary>
    /// <param name="batch">The batch; its memory may be used again once the next one is asked for.</param>
    /// <returns>Whether there was one.</returns>
    bool Next(out Batch batch);
}
