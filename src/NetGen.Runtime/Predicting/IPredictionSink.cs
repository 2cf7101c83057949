namespace NetGen;

/// <summary>Takes outputs as a prediction computes them, block by block.</summary>
internal interface IPredictionSink
{
    /// <summary>Takes the outputs of some examples.</summary>
    /// <param name="outputs">A row for each of their vectors, valid until the next block.</param>
    /// <param name="start">Which row of all is the first.</param>
    void Take(BatchSpan outputs, int start);
}
