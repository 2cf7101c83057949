namespace NetGen.Experiments.PlainImages;

/// <summary>What arrives at the end of each layer of the deepest networks.</summary>
internal static class LayerFigures
{
    private static readonly string[] times = ["before training", "after training"];

    public static Figure Survival(PlainImagesComparison seen) => ByLayer(
        "survival",
        $"Before training, {Number.Percent(Median(seen, Way.Plain, static end => end.Survival))} survive the ReLU of the last plain "
            + $"layer and {Number.Percent(Median(seen, Way.Residual, static end => end.Survival))} of the last residual one",
        "Survivors by layer",
        "share above 0",
        "The share of v above 0 over images, pixels and channels, where a layer hands on f(v).",
        seen,
        Scale.Linear,
        static (end, _) => end.Survival,
        static (signal, _) => signal.PositiveShare);

    public static Figure Cosine(PlainImagesComparison seen) => ByLayer(
        "cosine",
        $"Before training, two images have a cosine of {Number.Short(Median(seen, Way.Plain, static end => end.Cosine))} behind the last "
            + $"plain layer and {Number.Short(Median(seen, Way.Residual, static end => end.Cosine))} behind the last residual one",
        "How alike images become, by layer",
        "mean cosine",
        "The mean cosine of the angle between what two test images become. The compiler expects it of images of independent pixels.",
        seen,
        Scale.Linear,
        static (end, _) => end.Cosine,
        // What is expected of the last layer is behind the mean over all pixels, which makes images alike.
        static (signal, last) => signal == last ? double.NaN : signal.Cosine);

    public static Figure Rank(PlainImagesComparison seen) => ByLayer(
        "rank",
        $"Before training, images differ in {Number.Short(Median(seen, Way.Plain, static end => end.Rank))} directions behind the last "
            + $"plain layer and in {Number.Short(Median(seen, Way.Residual, static end => end.Rank))} behind the last residual one",
        "In how many directions images differ, by layer",
        "effective rank",
        $"(Σλ)² / Σλ² over the eigenvalues of the covariance of {CompiledImageNetwork.Images} test images.",
        seen,
        Scale.Log,
        static (end, _) => end.Rank,
        null);

    public static Figure Gradient(PlainImagesComparison seen) => ByLayer(
        "gradient",
        $"Before training, the gradient of the first plain layer is {Number.Short(First(seen, Way.Plain))} times that of the last, of the "
            + $"first residual one {Number.Short(First(seen, Way.Residual))} times",
        "Gradient by layer",
        "dL/dv over the last layer's",
        "Frobenius norm of dL/dv over images, pixels and channels, in units of the last layer's.",
        seen,
        Scale.Log,
        static (end, last) => end.Gradient / last.Gradient,
        static (signal, last) => signal.GradientRatio / last.GradientRatio);

    private static Figure ByLayer(
        string name,
        string title,
        string subtitle,
        string label,
        string caption,
        PlainImagesComparison seen,
        Scale scale,
        Func<LayerEnd, LayerEnd, double> value,
        Func<ExpectedSignal, ExpectedSignal, double>? expected) => new(
        name,
        title,
        $"{caption} {seen.Deepest} layers of weights, two to a layer. {seen.Bands}",
        Columns: 2,
        [
            .. from norm in ImageNetworks.Norms
               from time in times
               let after = time == times[1]
               select new Chart(
                   $"{(norm ? "batch norm" : "no norm")}, {time}",
                   new Axis("layer"),
                   new Axis(label, scale),
                   [.. seen.Whole(norm, seen.Deepest).Select(runs => runs.ByLayer(after, value, expected))],
                   []) { PredictionLabel = "expected" },
        ])
    {
        Subtitle = subtitle,
    };

    private static double Median(PlainImagesComparison seen, Way way, Func<LayerEnd, double> value) =>
        seen[way, true, seen.Deepest].Last(after: false, value).Median;

    private static double First(PlainImagesComparison seen, Way way) =>
        seen[way, true, seen.Deepest].Over(static run => run.Start.Layers[0].Gradient / run.Start.Layers[^1].Gradient).Median;
}
