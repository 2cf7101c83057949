using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Images;

/// <summary>How networks learn to tell images apart, what they get wrong, and what goes on inside them.</summary>
internal static class ImageFigures
{
    /// <summary>Of a class, so many mistakes have the full colour: the right answers would outshine all of them.</summary>
    private const double MistakesShare = 0.15;

    public static Figure Accuracy(ImageComparison seen) => new(
        "accuracy",
        $"After {Number.Count(seen.Recipe.Epochs, "epoch")}, the share of test images that are named right is "
            + string.Join(" and ", seen.Networks.Select(static runs => $"{runs.Accuracy.AsPercent} ({runs.Label})")),
        $"Left: all {seen.Task.Test.Count:N0} test images, at the end of each epoch. Right: the first "
            + $"{Math.Min(ImageTask.Glanced, seen.Task.Test.Count):N0} of them, up to {Check.AnEpoch} times an epoch. "
            + $"Dotted: where public benchmarks of Fashion-MNIST begin, at the end of trainings. {seen.Plain.LinesAndBands}",
        Columns: 2,
        [
            Chart("all test images", [.. seen.Networks.Select(static runs => runs.AccuracyByEpoch)]) with
            {
                X = new Axis("epoch") { Ticks = Ticks(seen.Recipe.Epochs) },
                Guides = [.. Benchmark.All.Select(static benchmark => new Guide(benchmark.Least, benchmark.Short))],
            },
            Chart("in the course of training", [.. seen.Networks.Select(static runs => runs.GlancesByEpoch)]),
        ])
    {
        Subtitle = "Accuracy on test images by epoch",
    };

    public static Figure TrainingLoss(ImageComparison seen) => new(
        "training_loss",
        "Of the last tenth of the steps, the mean loss is "
            + string.Join(" and ", seen.Networks.Select(static runs => $"{runs.LateLoss} ({runs.Label})")),
        $"Cross-entropy of each step's batch before its update, means over stretches of steps. {seen.Plain.LinesAndBands}",
        Columns: 1,
        [
            new Chart(
                "",
                new Axis("step"),
                new Axis("cross-entropy", Scale.Log),
                [.. seen.Networks.Select(static runs => runs.MeanLosses)],
                []),
        ])
    {
        Subtitle = "Training loss by step",
    };

    public static Figure Confusion(ImageComparison seen)
    {
        double limit = MistakesShare * seen.Plain.First.Confusion.Max(static row => row.Sum());
        return new Figure(
            "confusion",
            FigureTitles.Sentence(string.Join(
                "; ",
                seen.Networks.Select(runs =>
                {
                    int hardest = seen.HardestClass(runs);
                    return $"hardest for {runs.Label}: {seen.Classes[hardest]}, {Number.Percent(runs.First.Recall(hardest))} right";
                }))),
            "How many test images of each class, a row, are taken for each class, a column; right answers lie on the diagonal. "
                + $"Seed {seen.Plain.First.Seed}, after training.",
            Columns: 2,
            [
                .. seen.Networks.Select(runs => new Heatmap(
                    runs.Label,
                    "taken for",
                    "",
                    "images",
                    [.. runs.First.Confusion.Select(static row => (IReadOnlyList<double>)[.. row.Select(static count => (double)count)])],
                    limit)
                {
                    RowNames = seen.Classes,
                    ColumnNames = seen.Classes,
                    NamesEveryRow = true,
                    ShowsValues = true,
                    Unsigned = true,
                }),
            ])
        {
            Subtitle = "What is taken for what",
        };
    }

    public static Figure Mistakes(ImageComparison seen) => new(
        "worst_mistakes",
        FigureTitles.Sentence(string.Join("; ", seen.Networks.Select(runs => Worst(seen, runs)))),
        "Test images that are named wrong, those first whose class the network says is least probable. Below each: its class, "
            + $"what it is taken for, and how probable the network says that is. Seed {seen.Plain.First.Seed}, after training.",
        Columns: 1,
        [
            .. seen.Networks.Where(static runs => runs.First.WorstMistakes.Count > 0)
                .Select(runs => new PictureWall(runs.Label, [.. runs.First.WorstMistakes.Select(mistake => Show(seen, mistake))])),
        ])
    {
        Subtitle = "The worst mistakes",
    };

    public static Figure Filters(ImageComparison seen) => new(
        "first_filters",
        "The first layers look through "
            + string.Join(" and ", seen.Networks.Select(static runs => $"{runs.First.Filters.Count} filters ({runs.Label})")),
        "Weights of the first layer, a picture for each channel that it makes: blue for positive, orange for negative, "
            + $"full colour for the greatest of the layer. Seed {seen.Plain.First.Seed}, after training.",
        Columns: 1,
        [
            .. seen.Networks.Select(static runs => new PictureWall(
                runs.Label,
                [
                    .. runs.First.Filters.Select(static filter => new CaptionedPicture(
                        new Picture([.. filter.Select(static weight => Math.Round(weight, 3))]) { Signed = true }, [])),
                ])),
        ])
    {
        Subtitle = "What the first layer looks for",
    };

    public static Figure Signal(ImageComparison seen) => ByLayer(
        "signal",
        "After training, what layers hand on has a standard deviation of ",
        "Signal by layer",
        "standard deviation",
        "Standard deviation of what each layer hands on, over images, pixels and channels.",
        seen,
        static row => row.Signal,
        static layer => layer.Expected.StreamDeviation);

    public static Figure Gradient(ImageComparison seen) => ByLayer(
        "gradient",
        "After training, the gradient that arrives at layers has a norm of ",
        "Gradient by layer",
        "norm of dL/dz",
        "Frobenius norm of dL/dz over all images, pixels and channels, z being what a layer makes before its activation.",
        seen,
        static row => row.Gradient,
        static _ => double.NaN);

    private static Figure ByLayer(
        string name,
        string title,
        string subtitle,
        string label,
        string caption,
        ImageComparison seen,
        Func<LayerRow, double> value,
        Func<LayerInfo, double> expected) => new(
        name,
        title + string.Join(", ", seen.Networks.Select(runs => Range(runs, value))),
        $"{caption} Measured over {Number.Count(Math.Min(LayerRow.Images, seen.Recipe.Batch), "test image")}. "
            + $"Layers are numbered as in the table of layers. {seen.Plain.LinesAndBands}",
        Columns: 2,
        [
            .. seen.Networks.Select(runs => new Chart(
                runs.Label,
                new Axis("layer") { Ticks = Ticks(runs.Network.Layers.Length) },
                new Axis(label, Scale.Log),
                [runs.ByLayer(after: false, value, expected), runs.ByLayer(after: true, value, expected)],
                [])),
        ])
    {
        Subtitle = subtitle,
    };

    private static string Range(ImageRuns runs, Func<LayerRow, double> value)
    {
        double[] all = [.. runs.First.End.Select(value).Where(double.IsFinite)];
        string range = all is [] ? "no number" : $"{Number.Short(all.Min())} to {Number.Short(all.Max())}";
        return $"{range} ({runs.Label})";
    }

    private static Chart Chart(string title, IReadOnlyList<Series> series) => new(
        title, new Axis("epoch"), new Axis("accuracy"), series, []);

    /// <summary>Every number, where they are few; else round ones.</summary>
    private static IReadOnlyList<double>? Ticks(int most) =>
        most <= 20 ? [.. Enumerable.Range(1, most).Select(static number => (double)number)] : null;

    private static string Worst(ImageComparison seen, ImageRuns runs) => runs.First.WorstMistakes is [var worst, ..]
        ? $"the worst of {runs.Label}: {seen.Classes[worst.Class]} taken for {seen.Classes[worst.Predicted]}, at {Sure(worst)}"
        : $"{runs.Label} makes no mistake";

    private static CaptionedPicture Show(ImageComparison seen, Mistake mistake) => new(
        new Picture([.. mistake.Pixels.Select(static pixel => Math.Round(2 * pixel / 255.0 - 1, 3))]),
        [seen.Classes[mistake.Class], $"→ {seen.Classes[mistake.Predicted]}", Sure(mistake)]);

    /// <summary>Rounded down: nearly sure is not sure.</summary>
    private static string Sure(Mistake mistake) => Number.Percent(Math.Floor(1000 * mistake.Probability) / 1000);
}
