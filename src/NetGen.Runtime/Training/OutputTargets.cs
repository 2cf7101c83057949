namespace NetGen;

/// <summary>A target for every output.</summary>
internal readonly ref struct OutputTargets<TLoss>(ReadOnlySpan<float> targets) : ITargets<TLoss>
    where TLoss : struct, ILoss
{
    private readonly ReadOnlySpan<float> targets = targets;

    public void Require(NetworkInfo network, int examples)
    {
        int rows = examples * network.OutputPositions;
        if (typeof(TLoss).IsAssignableTo(typeof(IClassLoss)) && network.OutputWidth > 1 && targets.Length == rows)
            throw Examples.LabelsAsFloats(rows, network.OutputWidth, nameof(targets));
        Examples.RequireRows(targets.Length, examples, network.OutputLength, network.OutputShape, nameof(targets));
        Examples.RequireFinite(targets, network.OutputShape, nameof(targets));
    }

    public double Sum(TLoss loss, BatchSpan outputs, int start) =>
        loss.Sum(outputs, targets.Slice(start * outputs.Width, outputs.Rows * outputs.Width));

    public double SumAndGradient(TLoss loss, BatchSpan outputs, BatchSpan gradients) => loss.SumAndGradient(outputs, targets, gradients);
}
