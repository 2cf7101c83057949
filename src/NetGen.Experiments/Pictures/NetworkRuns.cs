using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Pictures;

/// <summary>The runs of one network in one set-up, and how they are shown.</summary>
/// <param name="Label">The name beside their lines.</param>
/// <param name="Ink">Their colour.</param>
/// <param name="Dashed">Whether their lines are dashed.</param>
/// <param name="Runs">One run for each seed.</param>
internal sealed record NetworkRuns(string Label, Ink Ink, bool Dashed, IReadOnlyList<TrainingRun> Runs)
{
    /// <summary>A number of every step.</summary>
    public Series ByStep(Func<TrainingRun, int, double> value) => new(
        Label, Ink, [.. Enumerable.Range(0, Runs[0].Steps).Select(step => Point.Over(step + 1, Runs.Select(run => value(run, step))))])
    {
        Dashed = Dashed,
    };

    /// <summary>A number of every layer, counted from 1.</summary>
    public Series ByLayer(Func<TrainingRun, int, double> value) => new(
        Label, Ink, [.. Enumerable.Range(0, Runs[0].Start.Layers.Count).Select(layer => Point.Over(layer + 1, Runs.Select(run => value(run, layer))))])
    {
        Dashed = Dashed,
        Marked = true,
    };

    /// <summary>How a caption names what lines and bands stand for.</summary>
    public static string Seeds(IReadOnlyList<NetworkRuns> networks) => networks.Max(static network => network.Runs.Count) is var most and > 1
        ? $"Lines: median of {most} seeds; bands: minimum to maximum."
        : "One seed.";

    /// <summary>Layers along the bottom.</summary>
    public static Axis LayerAxis(int layers) => new("layer") { Ticks = [1, .. Enumerable.Range(1, layers / 5).Select(static tick => 5.0 * tick)] };
}
