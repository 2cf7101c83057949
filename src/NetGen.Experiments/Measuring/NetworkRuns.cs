using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Measuring;

/// <summary>The runs of one network in one set-up: their numbers over seeds, and how they are shown.</summary>
/// <param name="Label">The name beside their lines.</param>
/// <param name="Ink">Their colour.</param>
/// <param name="Runs">One run for each seed.</param>
internal sealed record NetworkRuns(string Label, Ink Ink, IReadOnlyList<TrainingRun> Runs)
{
    /// <summary>Whether their lines are dashed.</summary>
    public bool Dashed { get; init; }

    public int LayerCount => Runs[0].Start.Layers.Count;

    /// <summary>Over how many examples statistics of layers are taken.</summary>
    public int InspectedExamples => Runs[0].Start.Examples;

    public Spread InitialLoss => Over(static run => run.InitialLoss);

    public Spread FinalLoss => Over(static run => run.FinalLoss);

    public Spread UnseenLoss => Over(static run => run.UnseenLoss);

    public Spread SmallestOutput => Over(static run => run.SmallestOutput);

    public Spread OutputStdBetweenExamples => Over(static run => run.OutputStdBetweenExamples);

    /// <summary>What lines and bands of a figure stand for.</summary>
    public string LinesAndBands => Runs.Count > 1 ? $"Lines: median of {Runs.Count} seeds; bands: minimum to maximum." : "One seed.";

    /// <summary>Layers along the bottom of a figure.</summary>
    public Axis LayerAxis => new("layer") { Ticks = [1, .. Enumerable.Range(1, LayerCount / 5).Select(static tick => 5.0 * tick)] };

    public Spread Over(Func<TrainingRun, double> value) => Spread.Of(Runs.Select(value));

    /// <summary>A number of a layer, counted from 1, before training.</summary>
    public Spread Before(int layer, Func<LayerRow, double> value) => Over(run => value(run.Start.Layers[layer - 1]));

    /// <summary>A number of a layer, counted from 1, after training.</summary>
    public Spread After(int layer, Func<LayerRow, double> value) => Over(run => value(run.End.Layers[layer - 1]));

    /// <summary>The smallest value of all layers after training.</summary>
    public Spread Least(Func<LayerRow, double> value) => Over(run => run.End.Layers.Min(value));

    /// <summary>The largest value of all layers after training.</summary>
    public Spread Most(Func<LayerRow, double> value) => Over(run => run.End.Layers.Max(value));

    /// <summary>A number of every step.</summary>
    public Series ByStep(Func<TrainingRun, int, double> value) => Line(Runs[0].Steps, value, marked: false);

    /// <summary>A number of every layer.</summary>
    public Series ByLayer(Func<TrainingRun, int, double> value) => Line(LayerCount, value, marked: true);

    private Series Line(int length, Func<TrainingRun, int, double> value, bool marked) => new(
        Label, Ink, [.. Enumerable.Range(0, length).Select(index => Point.Over(index + 1, Runs.Select(run => value(run, index))))])
    {
        Dashed = Dashed,
        Marked = marked,
    };
}
