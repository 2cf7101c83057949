namespace NetGen.Experiments.DissipatingInputs;

/// <summary>What was measured of all networks, and what was read back from the four kinds of layers.</summary>
/// <param name="Runs">The runs.</param>
/// <param name="Readouts">What was read back, by kind.</param>
internal sealed record DissipationComparison(
    IReadOnlyList<DissipationRun> Runs, IReadOnlyDictionary<string, IReadOnlyList<LayerReadout>> Readouts)
{
    public DissipationRuns Plain => Of(LayerKind.Plain);

    public DissipationRuns Residual => Of(LayerKind.Residual);

    public DissipationRuns Scaled => Of(LayerKind.Scaled);

    public DissipationRuns ZeroStart => Of(LayerKind.ZeroStart);

    /// <summary>The four kinds of layers with ReLU.</summary>
    public IReadOnlyList<DissipationRuns> Kinds(int width) =>
        [.. new[] { LayerKind.Plain, LayerKind.Residual, LayerKind.Scaled, LayerKind.ZeroStart }.Select(kind => Of(kind, width: width))];

    /// <summary>One kind of layers with every activation.</summary>
    public IReadOnlyList<DissipationRuns> Activations(string kind, int width) =>
    [
        .. DissipatingInputsExperiment.Activations.Select(activation => Of(kind, activation.Name, width) with
        {
            Label = activation.Name,
            Ink = activation.Ink,
            // Its line lies upon ReLU's.
            Dashed = activation.Name == DissipatingInputsExperiment.LeakyReLU,
        }),
    ];

    public IReadOnlyList<int> Widths => [.. Runs.Select(static run => run.Width).Distinct()];

    /// <summary>The depths of a kind of narrow layers with ReLU, from the smallest.</summary>
    public IReadOnlyList<int> Depths(string kind) =>
        [
            .. Runs.Where(
                run =>
                    run.Network == kind
                        && run.Activation == DissipatingInputsExperiment.ReLU
                        && run.Width == DissipatingInputsExperiment.Narrow)
                .Select(static run => run.Depth)
                .Distinct()
                .Order(),
        ];

    public DissipationRuns Of(
        string kind,
        string activation = DissipatingInputsExperiment.ReLU,
        int width = DissipatingInputsExperiment.Narrow,
        int depth = DissipatingInputsExperiment.Deepest) => new(
        kind,
        kind switch
        {
            LayerKind.Plain => Ink.Vermillion,
            LayerKind.Residual => Ink.Blue,
            LayerKind.Scaled => Ink.Green,
            _ => Ink.Purple,
        },
        [.. Runs.Where(run => run.Network == kind && run.Activation == activation && run.Width == width && run.Depth == depth)])
    {
        Dashed = kind == LayerKind.Plain,
    };
}
