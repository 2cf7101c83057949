namespace NetGen.Experiments.LeakySlope;

/// <summary>How networks learn at different depths, and how alike their inputs are before.</summary>
internal static class SlopeFigures
{
    public static Figure Learning(SlopeComparison seen) => new(
        "slope_learning",
        Title(seen),
        "Loss of each step's batch before its update: the mean squared error, dotted where an answer of zeros is; cross-entropy, as means "
            + $"over stretches of steps, dotted where guessing is. {Any(seen).LinesAndBands}",
        Columns: seen.Depths.Count,
        [
            .. seen.Places.Select(place => new Chart(
                $"{place.Task.Title}, {place.Depth} layers",
                new Axis("step"),
                new Axis(place.Task.IsIdentity ? "mean squared error" : "cross-entropy", Scale.Log),
                [.. seen.All(place.Task, place.Depth).Select(static runs => runs.Curve)],
                [place.Task.IsIdentity ? new Guide(1.0 / 3, "zeros: 1/3") : new Guide(Math.Log(10), "guessing")])),
        ])
    {
        Subtitle = "Training loss by step",
    };

    public static Figure Cosines(SlopeComparison seen)
    {
        (SlopeTask task, int depth) = (SlopeTask.Identity, seen.Depths[^1]);
        return new Figure(
            "slope_cosine",
            $"Behind {depth} layers inputs have a cosine of {seen.Of(task, depth, SlopeKind.Plain).LastCosine} with ReLUs and of "
                + $"{seen.Of(task, depth, SlopeKind.Leaky).LastCosine} with LeakyReLUs ({task.Title})",
            "Mean cosine between what a layer hands on for two different inputs, before training, over one batch; dotted grey: what the "
                + "compiler expects of the declaration, for inputs without anything in common. Dotted line: what it solves for. "
                + Any(seen).LinesAndBands,
            Columns: seen.Depths.Count,
            [
                .. seen.Places.Select(place => new Chart(
                    $"{place.Task.Title}, {place.Depth} layers",
                    new Axis("layer"),
                    new Axis("cosine"),
                    [
                        seen.Of(place.Task, place.Depth, SlopeKind.Plain).Cosines,
                        seen.Of(place.Task, place.Depth, SlopeKind.Leaky).Cosines,
                    ],
                    [new Guide(0.9, "0.9")])
                {
                    PredictionLabel = "expected",
                }),
            ])
        {
            Subtitle = "Cosine between inputs by layer, before training",
        };
    }

    private static SlopeRuns Any(SlopeComparison seen) => seen.Of(SlopeTask.Identity, seen.Depths[0], SlopeKind.Plain);

    private static string Title(SlopeComparison seen)
    {
        int depth = seen.Depths[^1];
        return $"At {depth} layers, " + string.Join("; ", SlopeTask.All.Where(static task => !task.IsIdentity).Select(task =>
            $"{seen.Of(task, depth, SlopeKind.Leaky).Accuracy.AsPercent} right with the compiler's slope and "
                + $"{seen.Of(task, depth, SlopeKind.Plain).Accuracy.AsPercent} with ReLUs ({task.Title})"));
    }
}
