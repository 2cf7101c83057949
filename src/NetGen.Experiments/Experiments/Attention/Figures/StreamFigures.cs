using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Attention;

/// <summary>What goes along the stream of the transformers, forwards and backwards.</summary>
internal static class StreamFigures
{
    public static Figure Likeness(AttentionComparison seen) => ByStage(
        "likeness",
        "Before training, the mean cosine between two positions behind the last part is "
            + string.Join(", ", seen.All.Select(static runs => $"{runs.Over(static run => run.Start.Stages[^1].Likeness)} ({runs.Label})")),
        "Likeness of positions by part",
        new Axis("mean cosine") { Holds = [0, 1] },
        "Mean cosine between two positions of an example in the stream; plain: without residual connections",
        seen,
        static stage => stage.Likeness);

    public static Figure Signal(AttentionComparison seen) => ByStage(
        "signal",
        "From the first part to the last one, the stream grows by a factor of "
            + Each(seen, static runs => runs.Growth(end: false, static stage => stage.Signal), "before training, of ")
            + Each(seen, static runs => runs.Growth(end: true, static stage => stage.Signal), "after it"),
        "Signal by part",
        new Axis("standard deviation", Scale.Log),
        "Standard deviation of the stream, over examples, positions and columns; plain: without residual connections",
        seen,
        static stage => stage.Signal);

    public static Figure Gradient(AttentionComparison seen) => ByStage(
        "gradient",
        "The greatest gradient along the stream is "
            + Each(seen, static runs => runs.Ratio(end: false, static stage => stage.Gradient), "times the least one before training, ")
            + Each(seen, static runs => runs.Ratio(end: true, static stage => stage.Gradient), "times after it"),
        "Gradient by part",
        new Axis("norm of dL/dh", Scale.Log),
        "Frobenius norm of the gradient that arrives at the stream, over examples, positions and columns; plain: without residual "
            + "connections",
        seen,
        static stage => stage.Gradient);

    private static string Each(AttentionComparison seen, Func<TransformerRuns, SeedSpread> value, string end) =>
        $"{string.Join(", ", seen.All.Select(runs => $"{value(runs)} ({runs.Label})"))} {end}";

    private static Figure ByStage(
        string name,
        string title,
        string subtitle,
        Axis axis,
        string caption,
        AttentionComparison seen,
        Func<StageRow, double> value) => new(
        name,
        title,
        $"{caption}. 0: what goes into the first block; odd numbers: behind attention; even ones: behind dense layers. "
            + $"Over {Look.Images} test images and {Look.Windows} windows of text. {seen.Vision.LinesAndBands}",
        Columns: 3,
        [
            .. seen.All.Select(runs => new Chart(
                runs.Label,
                new Axis("part") { Ticks = [.. runs.First.Start.Stages.Select(static stage => (double)stage.Stage)] },
                axis,
                [runs.ByStage(end: false, value), runs.ByStage(end: true, value)],
                [])),
        ])
    {
        Subtitle = subtitle,
    };
}
