using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Measuring;

/// <summary>The runs of one network of equally wide layers in one set-up, with numbers of its layers.</summary>
/// <param name="Label">The name beside their lines.</param>
/// <param name="Ink">Their colour.</param>
/// <param name="Runs">One run for each seed.</param>
internal sealed record NetworkRuns(string Label, Ink Ink, IReadOnlyList<InspectedRun> Runs) : RunGroup<InspectedRun>(Label, Ink, Runs)
{
    public int LayerCount => Runs[0].Start.Layers.Count;

    /// <summary>Over how many examples statistics of layers are taken.</summary>
    public int InspectedExamples => Runs[0].Start.Examples;

    public Spread UnseenLoss => Over(static run => run.UnseenLoss);

    public Spread SmallestOutput => Over(static run => run.SmallestOutput);

    public Spread OutputStdBetweenExamples => Over(static run => run.OutputStdBetweenExamples);

    /// <summary>Layers along the bottom of a figure.</summary>
    public Axis LayerAxis => new("layer") { Ticks = [1, .. Enumerable.Range(1, LayerCount / 5).Select(static tick => 5.0 * tick)] };

    /// <summary>A number of a layer, counted from 1, before training.</summary>
    public Spread Before(int layer, Func<LayerRow, double> value) => Over(run => value(run.Start.Layers[layer - 1]));

    /// <summary>A number of a layer, counted from 1, after training.</summary>
    public Spread After(int layer, Func<LayerRow, double> value) => Over(run => value(run.End.Layers[layer - 1]));

    /// <summary>The smallest value of all layers after training.</summary>
    public Spread Least(Func<LayerRow, double> value) => Over(run => run.End.Layers.Min(value));

    /// <summary>The largest value of all layers after training.</summary>
    public Spread Most(Func<LayerRow, double> value) => Over(run => run.End.Layers.Max(value));

    /// <summary>A number of every layer.</summary>
    public Series ByLayer(Func<InspectedRun, int, double> value) => Line(Enumerable.Range(1, LayerCount), value, marked: true);
}
