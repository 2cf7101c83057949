using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments;

/// <summary>What was measured of all networks, and what was read back from the four kinds of layers.</summary>
/// <param name="Runs">The runs.</param>
/// <param name="Readouts">What was read back, by kind.</param>
internal sealed record SignalComparison(IReadOnlyList<SignalRun> Runs, IReadOnlyDictionary<string, IReadOnlyList<LayerReadout>> Readouts)
{
    public SignalRuns Plain => Of(Kind.Plain);

    public SignalRuns Residual => Of(Kind.Residual);

    public SignalRuns Scaled => Of(Kind.Scaled);

    public SignalRuns ZeroStart => Of(Kind.ZeroStart);

    /// <summary>The four kinds of layers with ReLU.</summary>
    public IReadOnlyList<SignalRuns> Kinds(int width) =>
        [.. new[] { Kind.Plain, Kind.Residual, Kind.Scaled, Kind.ZeroStart }.Select(kind => Of(kind, width: width))];

    /// <summary>One kind of layers with every activation.</summary>
    public IReadOnlyList<SignalRuns> Activations(string kind, int width) =>
    [
        .. DissipatingInputs.Activations.Select(activation => Of(kind, activation.Name, width) with
        {
            Label = activation.Name,
            Ink = activation.Ink,
            // Its line lies upon that of ReLU.
            Dashed = activation.Name == DissipatingInputs.LeakyReLU,
        }),
    ];

    public IReadOnlyList<int> Widths => [.. Runs.Select(static run => run.Width).Distinct()];

    /// <summary>The depths of a kind of narrow layers with ReLU, from the smallest.</summary>
    public IReadOnlyList<int> Depths(string kind) =>
        [.. Runs.Where(run => run.Network == kind && run.Activation == DissipatingInputs.ReLU && run.Width == DissipatingInputs.Narrow).Select(static run => run.Depth).Distinct().Order()];

    public SignalRuns Of(string kind, string activation = DissipatingInputs.ReLU, int width = DissipatingInputs.Narrow, int depth = DissipatingInputs.Deepest) => new(
        kind,
        kind switch
        {
            Kind.Plain => Ink.Vermillion,
            Kind.Residual => Ink.Blue,
            Kind.Scaled => Ink.Green,
            _ => Ink.Purple,
        },
        [.. Runs.Where(run => run.Network == kind && run.Activation == activation && run.Width == width && run.Depth == depth)])
    {
        Dashed = kind == Kind.Plain,
    };
}
