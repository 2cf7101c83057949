namespace NetGen;

/// <summary>Counts the rows whose class is predicted right, of those that count.</summary>
internal ref struct RightClasses(NetworkInfo network, ReadOnlySpan<int> lengths, ReadOnlySpan<int> labels) : IPredictionSink
{
    private readonly ReadOnlySpan<int> lengths = lengths;
    private readonly ReadOnlySpan<int> labels = labels;

    public int Count { get; private set; }

    public void Take(BatchSpan outputs, int start)
    {
        int examples = outputs.Rows / network.OutputPositions;
        ReadOnlySpan<int> own = lengths.IsEmpty ? default : lengths.Slice(start / network.OutputPositions, examples);
        foreach (RowPart part in CountedRows.Of(network, examples, own))
        {
            Count += Labels.CountRight(
                outputs.Slice(part.First, part.Rows), labels.Slice(start + part.First, part.Rows), SoftmaxCrossEntropy.NoLabel);
        }
    }
}
