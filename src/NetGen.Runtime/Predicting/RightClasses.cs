namespace NetGen;

/// <summary>Counts the rows whose class is predicted right.</summary>
internal ref struct RightClasses(ReadOnlySpan<int> labels) : IPredictionSink
{
    private readonly ReadOnlySpan<int> labels = labels;

    public int Count { get; private set; }

    public void Take(BatchSpan outputs, int start) => Count += Labels.CountRight(outputs, labels.Slice(start, outputs.Rows));
}
