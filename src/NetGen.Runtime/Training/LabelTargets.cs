namespace NetGen;

/// <summary>The right class of every row. An evaluation also counts the rows that are predicted right.</summary>
internal ref struct LabelTargets<TLoss>(ReadOnlySpan<int> labels) : ITargets<TLoss>
    where TLoss : struct, IClassLoss
{
    private readonly ReadOnlySpan<int> labels = labels;

    /// <summary>How many rows have been predicted right.</summary>
    public int Right { get; private set; }

    public readonly void Require(NetworkInfo network, int examples) => Labels.Require(labels, network, examples);

    public double Sum(TLoss loss, BatchSpan outputs, int start)
    {
        ReadOnlySpan<int> part = labels.Slice(start, outputs.Rows);
        Right += Labels.CountRight(outputs, part);
        return loss.Sum(outputs, part);
    }

    public readonly double SumAndGradient(TLoss loss, BatchSpan outputs, BatchSpan gradients) =>
        loss.SumAndGradient(outputs, labels, gradients);
}
