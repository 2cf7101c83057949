namespace NetGen;

/// <summary>The right class of every row. An evaluation also counts the rows that are predicted right.</summary>
internal ref struct LabelTargets<TLoss>(ReadOnlySpan<int> labels) : ITargets<TLoss>
    where TLoss : struct, IClassLoss
{
    private readonly ReadOnlySpan<int> labels = labels;

    /// <summary>How many rows count.</summary>
    public int Counted { get; private set; }

    /// <summary>How many rows have been predicted right.</summary>
    public int Right { get; private set; }

    public int Require(TLoss loss, NetworkInfo network, int examples, ReadOnlySpan<int> lengths) =>
        Counted = Labels.Require(labels, network, examples, loss.IgnoredLabel, lengths);

    public double Sum(TLoss loss, BatchSpan outputs, int start)
    {
        ReadOnlySpan<int> part = labels.Slice(start, outputs.Rows);
        Right += Labels.CountRight(outputs, part, loss.IgnoredLabel);
        return loss.Sum(outputs, part);
    }

    public readonly int Count(TLoss loss, RowPart part) => Labels.Count(labels.Slice(part.First, part.Rows), loss.IgnoredLabel);

    public readonly double SumAndGradient(TLoss loss, BatchSpan outputs, int start, BatchSpan gradients) =>
        loss.SumAndGradient(outputs, labels.Slice(start, outputs.Rows), gradients);
}
