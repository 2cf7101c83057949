using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>How layers with a coder learn beside others, and what their coders lose.</summary>
internal static class HypothesisFigures
{
    private const int Dimensions = 32;

    private static readonly Guide zeros = new(HypothesisRuns.LossOfZero, "zeros: 1/3");

    /// <summary>The loss of every step, one panel for each depth.</summary>
    public static Figure TrainingLoss(IReadOnlyList<HypothesisComparison> depths) => new(
        "training_loss",
        $"At {depths[0].Depth} layers the median loss at the end "
            + FigureTitles.Range(depths[0].All.Select(static runs => (runs.Name, runs.FinalLoss.Median))),
        $"Loss of each step's batch before its update. Coders are frozen. {depths[0].Plain.LinesAndBands}",
        Columns: 1,
        [.. depths.Select(static depth => Losses($"{depth.Depth} layers", depth.All))])
    {
        Subtitle = "Training loss by step with coders, with residual connections, and with neither",
    };

    /// <summary>The same for every study.</summary>
    public static Figure Studies(IReadOnlyList<(string Name, IReadOnlyList<HypothesisRuns> Runs)> studies) => new(
        "studies",
        $"{studies.Sum(static study => study.Runs.Count(static runs => runs.Trains))} of {studies.Sum(static study => study.Runs.Count)} "
            + "variants train: they end below half the loss of zeros at every seed",
        $"Loss of each step's batch before its update, {HypothesisVariants.StudyDepth} layers. {studies[0].Runs[0].LinesAndBands}",
        Columns: 2,
        [.. studies.Select(static study => Losses(study.Name, study.Runs))])
    {
        Subtitle = "Training loss by step, one thing varied in each panel",
    };

    /// <summary>The loss on unseen vectors, and what the coder loses, against its width.</summary>
    public static Figure Width(IReadOnlyList<HypothesisRuns> pretrained, HypothesisRuns exact)
    {
        Axis width = new("width of the coder", Scale.Log)
        {
            Ticks = [.. pretrained.Select(static runs => (double)runs.Variant.CoderWidth)],
        };
        Series Of(Func<HypothesisRun, double> value) => new(
            "trained alone", Ink.Blue, [.. pretrained.Select(runs => Point.Over(runs.Variant.CoderWidth, runs.Runs.Select(value)))])
            {
                Marked = true,
            };

        return new Figure(
            "coder_width",
            "The median loss on unseen vectors by width of the coder "
                + FigureTitles.Range(pretrained.Select(static runs => ($"width {runs.Variant.CoderWidth}", runs.UnseenLoss.Median))),
            $"{HypothesisVariants.StudyDepth} layers, 128 wide, coders frozen. {exact.LinesAndBands}",
            Columns: 2,
            [
                new Chart(
                    "after training", width, new Axis("loss on unseen vectors", Scale.Log), [Of(static run => run.UnseenLoss)], [zeros])
                {
                    Callouts = [new Callout(exact.Variant.CoderWidth, exact.UnseenLoss.Median, "coder C, written down")],
                },
                new Chart(
                    "of rectified normal vectors, trained alone",
                    width,
                    new Axis("1 - R² of the coder", Scale.Log),
                    [Of(static run => run.CoderError!.Value)],
                    []),
            ])
        {
            Subtitle = "Loss and what the coder loses, against its width",
        };
    }

    /// <summary>What is left of the input behind each of many layers in which only the coder speaks.</summary>
    public static Figure CoderError(IReadOnlyList<CoderResult> coders) => new(
        "coder_error",
        $"Behind {CoderResult.Layers} layers the median loss of a coder "
            + FigureTitles.Range(
                coders.GroupBy(static coder => coder.Coder)
                    .Select(static seeds => ($"coder {seeds.Key}", SeedSpread.Of(seeds.Select(static one => one.ByLayer[^1])).Median))),
        "1 - R² of [ReLU(x); ReLU(-x)], x ~ U(-1, 1), behind each layer in which nothing but the coder speaks: "
            + "as all learners are silent at the start. 1 is what always answering with the mean loses. "
            + (coders.DistinctBy(static coder => coder.Seed).Count() is var seeds and > 1
                ? $"Lines: median of {seeds} seeds; bands: the middle half."
                : "One seed."),
        Columns: 1,
        [
            new Chart(
                "",
                new Axis("layer") { Ticks = [1, 10, 20, 30, 40, 50] },
                new Axis("1 - R²", Scale.Log),
                [.. coders.GroupBy(static coder => coder.Coder).Select(static seeds => ErrorByLayer(seeds.Key, [.. seeds]))],
                []),
        ])
    {
        Subtitle = "What coders lose on the way down, by layer",
    };

    /// <summary>One input on its way down, before any training.</summary>
    public static Figure WayDown(int seed, IReadOnlyList<(string Title, IReadOnlyList<float[]> Layers)> ways) => new(
        "way_down",
        $"Of the first {Dimensions} numbers of one input, so many are within ±0.1 of it behind the last layer: "
            + string.Join(", ", ways.Select(static way => $"{Kept(way.Layers)} ({way.Title.Split(':')[0]})")),
        $"The first {Dimensions} numbers of one input, and of what is left of it behind each layer: h₊ - h₋, the upper half of the "
            + $"layer's output minus the lower. Seed {seed}. Blank: zero or nearly so.",
        Columns: 2,
        [
            .. ways.Select(static way => new Heatmap(
                way.Title, "layer (0: the input)", "dimension", "h₊ - h₋",
                [
                    .. Enumerable.Range(0, Dimensions)
                        .Select(dimension => way.Layers.Select(layer => Difference(layer, dimension)).ToArray()),
                ],
                Limit: 1)
            {
                FirstColumn = 0,
            }),
        ])
    {
        Subtitle = "One input on its way down, before any training",
    };

    private static double Difference(float[] layer, int dimension) => (double)layer[dimension] - layer[layer.Length / 2 + dimension];

    private static int Kept(IReadOnlyList<float[]> layers) =>
        Enumerable.Range(0, Dimensions)
            .Count(dimension => Math.Abs(Difference(layers[^1], dimension) - Difference(layers[0], dimension)) < 0.1);

    private static Series ErrorByLayer(string coder, IReadOnlyList<CoderResult> seeds) => new(
        seeds.All(static one => one.ByLayer.All(static error => error == 0)) ? $"{coder}: 0" : coder,
        coder switch
        {
            "A" => Ink.Blue,
            "B" => Ink.Purple,
            CoderResult.Exact => Ink.Green,
            "width 32" => Ink.Orange,
            "width 16" => Ink.Vermillion,
            _ => Ink.Sky,
        },
        [.. Enumerable.Range(0, CoderResult.Layers).Select(layer => Point.Over(layer + 1, seeds.Select(one => one.ByLayer[layer])))]);

    private static Chart Losses(string title, IReadOnlyList<HypothesisRuns> runs) => new(
        title,
        new Axis("step"),
        new Axis("mean squared error", Scale.Log),
        [.. runs.Select(static one => one.Losses)],
        [zeros]);
}
