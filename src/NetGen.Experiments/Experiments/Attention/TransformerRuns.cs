using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Attention;

/// <summary>The runs of one transformer: their numbers over seeds, and how they are shown.</summary>
/// <param name="Label">The name of its panels.</param>
/// <param name="Ink">The colour of its lines.</param>
/// <param name="Network">The network.</param>
/// <param name="Watched">What its heads were asked about.</param>
/// <param name="Runs">One run for each seed.</param>
internal sealed record TransformerRuns(
    string Label, Ink Ink, NetworkInfo Network, string Watched, IReadOnlyList<TransformerRun> Runs)
    : RunGroup<TransformerRun>(Label, Ink, Runs)
{
    /// <summary>The run that maps are of.</summary>
    public TransformerRun First => Runs[0];

    public int Layers => First.Start.Heads.Max(static head => head.Layer);

    public int HeadsOfALayer => First.Start.Heads.Count / Layers;

    /// <summary>The mean loss of the last tenth of the steps.</summary>
    public SeedSpread LateLoss => Over(static run => run.Losses.TakeLast(Math.Max(1, run.Steps / 10)).Average());

    /// <summary>A number of every head, layer by layer, as medians over seeds.</summary>
    public IReadOnlyList<IReadOnlyList<double>> ByHead(bool end, Func<HeadRow, double> value) =>
    [
        .. Enumerable.Range(0, First.Start.Heads.Count)
            .Select(index => Over(run => value(run.At(end).Heads[index])).Median)
            .Chunk(HeadsOfALayer),
    ];

    /// <summary>The head of which a number is least, in the first run.</summary>
    public HeadRow Least(Func<HeadRow, double> value) => First.End.Heads.MinBy(value)!;

    /// <summary>The head of which it is greatest.</summary>
    public HeadRow Greatest(Func<HeadRow, double> value) => First.End.Heads.MaxBy(value)!;

    /// <summary>A number of every stage, as far as it has one.</summary>
    public Series ByStage(bool end, Func<StageRow, double> value) => Line(
        Enumerable.Range(0, First.Start.Stages.Count), (run, stage) => value(run.At(end).Stages[stage]), marked: true) with
    {
        Label = end ? "after training" : "before training",
        Ink = end ? Ink.Blue : Ink.Vermillion,
        Dashed = !end,
    };

    /// <summary>The greatest number of a stage over the least one.</summary>
    public SeedSpread Ratio(bool end, Func<StageRow, double> value) =>
        Over(run => run.At(end).Stages.Max(value) / run.At(end).Stages.Min(value));

    /// <summary>A number behind the last stage over the one in front of the first.</summary>
    public SeedSpread Growth(bool end, Func<StageRow, double> value) =>
        Over(run => value(run.At(end).Stages[^1]) / value(run.At(end).Stages[0]));
}
