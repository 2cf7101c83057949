namespace NetGen;

/// <summary>The right class of every row. An evaluation also counts the rows that are predicted right.</summary>
/// <param name="classLoss">The loss as one of classes: what a trainer is compiled for may be any loss.</param>
/// <param name="labels">The labels.</param>
internal ref struct LabelTargets<TLoss>(IClassLoss classLoss, ReadOnlySpan<int> labels) : ITargets<TLoss>
    where TLoss : struct, ILoss
{
    private readonly ReadOnlySpan<int> labels = labels;

    /// <summary>How many rows count.</summary>
    public int Counted { get; private set; }

    /// <summary>How many rows have been predicted right.</summary>
    public int Right { get; private set; }

    public readonly int? CountExamples(NetworkInfo network) => Examples.WholeNumber(labels.Length, network.OutputPositions);

    public int Require(TLoss loss, NetworkInfo network, int examples, ReadOnlySpan<int> lengths) =>
        Counted = Labels.Require(labels, network, examples, classLoss.IgnoredLabel, lengths);

    public double Sum(TLoss loss, BatchSpan outputs, int start) => classLoss.Sum(outputs, Compared(outputs, start));

    public readonly int Count(TLoss loss, RowPart part) => Labels.Count(labels.Slice(part.First, part.Rows), classLoss.IgnoredLabel);

    public readonly double SumAndGradient(TLoss loss, BatchSpan outputs, int start, BatchSpan gradients) =>
        classLoss.SumAndGradient(outputs, labels.Slice(start, outputs.Rows), gradients);

    public double Sum(IPartLoss loss, BatchSpan outputs, int start, double before) =>
        OfParts(loss).Sum(outputs, Compared(outputs, start), before);

    public readonly double SumAndGradient(
        IPartLoss loss, BatchSpan outputs, int start, BatchSpan gradients, double before, int counted) =>
        OfParts(loss).SumAndGradient(outputs, labels.Slice(start, outputs.Rows), gradients, before, counted);

    private static IPartClassLoss OfParts(IPartLoss loss) => (IPartClassLoss)loss;

    private ReadOnlySpan<int> Compared(BatchSpan outputs, int start)
    {
        ReadOnlySpan<int> part = labels.Slice(start, outputs.Rows);
        Right += Labels.CountRight(outputs, part, classLoss.IgnoredLabel);
        return part;
    }
}
