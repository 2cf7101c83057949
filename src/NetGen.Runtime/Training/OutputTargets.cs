namespace NetGen;

/// <summary>A target for every output.</summary>
internal readonly ref struct OutputTargets<TLoss>(ReadOnlySpan<float> targets) : ITargets<TLoss>
    where TLoss : struct, ILoss
{
    private readonly ReadOnlySpan<float> targets = targets;

    public int? CountExamples(NetworkInfo network) => Examples.WholeNumber(targets.Length, network.OutputLength);

    public int Require(TLoss loss, NetworkInfo network, int examples, ReadOnlySpan<int> lengths)
    {
        int rows = examples * network.OutputPositions;
        if (typeof(TLoss).IsAssignableTo(typeof(IClassLoss)) && network.OutputWidth > 1 && targets.Length == rows)
            throw Examples.LabelsAsFloats(rows, network.OutputWidth, nameof(targets));
        Examples.RequireRows(targets.Length, examples, network.OutputLength, network.OutputShape, nameof(targets));
        Examples.RequireFinite(targets, network.OutputShape, nameof(targets));
        return CountedRows.Of(network, examples, lengths).Count;
    }

    public double Sum(TLoss loss, BatchSpan outputs, int start) =>
        loss.Sum(outputs, Of(outputs, start));

    public int Count(TLoss loss, RowPart part) => part.Rows;

    public double SumAndGradient(TLoss loss, BatchSpan outputs, int start, BatchSpan gradients) =>
        loss.SumAndGradient(outputs, Of(outputs, start), gradients);

    public double Sum(IPartLoss loss, BatchSpan outputs, int start, double before) => loss.Sum(outputs, Of(outputs, start), before);

    public double SumAndGradient(IPartLoss loss, BatchSpan outputs, int start, BatchSpan gradients, double before, int counted) =>
        loss.SumAndGradient(outputs, Of(outputs, start), gradients, before, counted);

    private ReadOnlySpan<float> Of(BatchSpan outputs, int start) =>
        targets.Slice(start * outputs.Width, outputs.Rows * outputs.Width);
}
