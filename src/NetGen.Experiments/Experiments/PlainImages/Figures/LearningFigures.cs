using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.PlainImages;

/// <summary>What networks learn, by depth, by epoch and by parameters.</summary>
internal static class LearningFigures
{
    public static Figure Depth(PlainImagesComparison seen) => new(
        "depth",
        $"At {seen.Deepest} layers with batch norm {Number.Percent(seen[Way.Plain, true, seen.Deepest].Accuracy.Median)} of the images are "
            + $"named right without residual connections, {Number.Percent(seen[Way.Residual, true, seen.Deepest].Accuracy.Median)} with "
            + $"them, {Number.Percent(seen[Way.CoderA, true, seen.Deepest].Accuracy.Median)} with coder A",
        $"Accuracy on test images of {seen.Task.Name} after {Number.Count(seen.Recipe.Epochs, "epoch")} of {seen.Task.Training.Count:N0} "
            + $"images. {seen.Bands}",
        Columns: 2,
        [Panel(seen, norm: true), Panel(seen, norm: false)])
    {
        Subtitle = "Accuracy against the number of layers",
    };

    public static Figure Accuracy(PlainImagesComparison seen) => new(
        "accuracy",
        $"After the first of {Number.Count(seen.Recipe.Epochs, "epoch")}, accuracy at {seen.Deepest} layers "
            + FigureTitles.Range(seen.Whole(true, seen.Deepest).Select(static runs =>
                (runs.Label, runs.Over(static run => run.TestAccuracy[0]).Median))),
        $"Accuracy on test images at the end of each epoch. {seen.All[0].LinesAndBands}",
        Columns: 2,
        [
            .. from depth in seen.Depths
               from norm in ImageNetworks.Norms
               select new Chart(
                   seen.Whole(norm, depth)[0].Network.Setup,
                   new Axis("epoch") { Ticks = Epochs(seen.Recipe.Epochs) },
                   new Axis("accuracy"),
                   [.. seen.Whole(norm, depth).Select(static runs => runs.AccuracyByEpoch)],
                   []),
        ])
    {
        Subtitle = "Accuracy by epoch",
    };

    public static IEnumerable<Figure> Frontier(PlainImagesComparison seen)
    {
        IReadOnlyList<PlainImageRuns> residual = seen.Frontier(Way.Residual);
        if (residual.Count < 2)
            yield break;
        yield return new Figure(
            "frontier",
            $"Of {residual[0].First.Parameters:N0} parameters the residual network names {Number.Percent(residual[0].Accuracy.Median)} "
                + $"right, of {residual[^1].First.Parameters:N0} {Number.Percent(residual[^1].Accuracy.Median)}",
            $"Accuracy on test images against all parameters, coders' included, at {ImageNetworks.FrontierDepth} layers with batch "
                + "norm, where the first convolution of each layer makes a quarter, half or all of its stage's channels. "
                + $"{seen.Bands}",
            Columns: 1,
            [
                new Chart(
                    "",
                    new Axis("parameters", Scale.Log),
                    new Axis("accuracy"),
                    [
                        .. ImageNetworks.FrontierWays.Select(way => new Series(
                            way.Label(),
                            way.Ink(),
                            [
                                .. seen.Frontier(way).Select(static runs =>
                                    Point.Over(runs.First.Parameters, runs.Runs.Select(static run => run.Accuracy))),
                            ]) { Marked = true }),
                    ],
                    []),
            ])
        {
            Subtitle = "Accuracy against parameters",
        };
    }

    private static Chart Panel(PlainImagesComparison seen, bool norm) => new(
        norm ? "batch norm" : "no norm",
        new Axis("layers", Scale.Log) { Ticks = [.. seen.Depths.Select(static depth => (double)depth)] },
        new Axis("accuracy"),
        [
            .. seen.AllWays(norm).Select(way => new Series(
                way.Label(),
                way.Ink(),
                [
                    .. seen.Ladder(way, norm).Select(static runs =>
                        Point.Over(runs.Network.Shape.Depth, runs.Runs.Select(static run => run.Accuracy))),
                ]) { Marked = true, Dashed = way == Way.Plain }),
        ],
        []);

    private static double[]? Epochs(int epochs) =>
        epochs <= 10 ? [.. Enumerable.Range(1, epochs).Select(static epoch => (double)epoch)] : null;
}
