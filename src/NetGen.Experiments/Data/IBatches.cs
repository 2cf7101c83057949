namespace NetGen.Experiments.Data;

/// <summary>Hands out batches of examples for training.</summary>
internal interface IBatches
{
    /// <summary>Fills a batch, row by row.</summary>
    void Next(Span<float> batch);
}
