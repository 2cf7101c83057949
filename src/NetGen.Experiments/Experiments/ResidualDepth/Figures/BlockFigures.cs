using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.ResidualDepth;

/// <summary>How networks of blocks learn, and what goes on in front of each block. Variants of one family stand in one panel.</summary>
internal static class BlockFigures
{
    private static readonly (string Name, bool After)[] moments = [("before training", false), ("after training", true)];

    public static Figure Losses(IReadOnlyList<DeepRuns> variants) => new(
        "loss_curves",
        variants.Count <= 2
            ? string.Join("; ", variants.Select(static runs => FigureTitles.Loss($"{runs.Name}'s loss", runs.InitialLoss, runs.MeanLoss)))
            : $"{variants.Count(static runs => runs.Learned)} of {variants.Count} networks end below half the loss "
                + "of always answering with the mean",
        $"Loss of each step's batch before its update. {variants[0].LinesAndBands}",
        Columns(variants),
        [
            .. Panels(variants, static family => new Chart(
                "",
                new Axis("step"),
                new Axis("mean squared error", Scale.Log),
                [.. family.Select(static runs => runs.Losses)],
                [new Guide(family[0].Runs.Average(static run => run.LossOfMean), "always the mean")])),
        ])
    {
        Subtitle = "Training loss by step",
    };

    /// <summary>The gradient of the first block's first weight, with a mark where it vanishes.</summary>
    public static Figure FirstGradient(IReadOnlyList<DeepRuns> variants) => new(
        "grad_norm",
        $"The gradient of the first block falls below 1e-7 in {variants.Count(static runs => runs.Vanished)} of {variants.Count} "
            + "networks; its median in the last step "
            + FigureTitles.Range(variants.Select(static runs => (runs.Name, runs.LastGradient.Median))),
        $"Frobenius norm of the gradient of the first block's first weight. {variants[0].LinesAndBands}",
        Columns(variants),
        [
            .. Panels(variants, static family => new Chart(
                "",
                new Axis("step"),
                new Axis("gradient norm of layer 1", Scale.Log),
                [.. family.Select(static runs => runs.Gradients)],
                [new Guide(DeepRun.Vanished, "1e-7: vanished")])
            {
                // More than one would cover each other.
                Callouts = family.Count(static runs => runs.Vanished) == 1
                    ? [.. Vanishing(family.Single(static runs => runs.Vanished))]
                    : [],
            }),
        ])
    {
        Subtitle = "Gradient that reaches the first block, by step",
    };

    public static Figure InputSpread(IReadOnlyList<DeepRuns> variants) => BeforeAndAfter(
        "input_spread",
        "Before training, what tells inputs apart in front of the last block, over its rms, "
            + FigureTitles.Range(variants.Select(static runs => (runs.Name, runs.LastSpread(after: false).Median))),
        "What tells inputs apart in front of each block",
        "The standard deviation over examples of what comes into a block, divided by its root mean square: 1 where examples have nothing "
            + "in common, 0 where nothing differs.",
        "spread over inputs / rms",
        variants,
        static block => block.InputSpread,
        static runs => runs.Expected is { } expected ? expected.InputSpread : null);

    /// <summary>The gradient that arrives at each block's first Linear.</summary>
    public static Figure PreActivationGradients(IReadOnlyList<DeepRuns> variants) => BeforeAndAfter(
        "pre_activation_gradient",
        "Before training, dL/dz of the first block over the last one's "
            + FigureTitles.Range(
                variants.Select(
                    static runs =>
                        (
                            runs.Name,
                            runs.Over(
                                static run => run.Start[0].PreActivationGradientNorm / run.Start[^1].PreActivationGradientNorm).Median))),
        "Gradient that arrives at each block",
        "Frobenius norm of dL/dz, z being what each block's first Linear makes. Theory gives its ratio to that of the last block, "
            + "at whose measured norm before training its line ends.",
        "norm of dL/dz",
        variants,
        static block => block.PreActivationGradientNorm,
        static runs =>
        {
            double last = runs.Over(static run => run.Start[^1].PreActivationGradientNorm).Median;
            return runs.Expected is { } expected ? block => expected.GradientRatio(block) * last : null;
        });

    public static Figure BlockGradients(IReadOnlyList<DeepRuns> variants) => BeforeAndAfter(
        "gradient_by_block",
        "Before training, the weight gradient of the first block over the last one's "
            + FigureTitles.Range(
                variants.Select(
                    static runs => (runs.Name, runs.Over(static run => run.Start[0].GradientNorm / run.Start[^1].GradientNorm).Median))),
        "Gradient of each block",
        "Frobenius norm of the gradient of each block's first weight. "
            + "Theory predicts none: it depends on how alike the gradients of different examples are.",
        "gradient norm",
        variants,
        static block => block.GradientNorm,
        static _ => null);

    private static Figure BeforeAndAfter(
        string name,
        string title,
        string subtitle,
        string caption,
        string label,
        IReadOnlyList<DeepRuns> variants,
        Func<BlockRow, double> value,
        Func<DeepRuns, Func<int, double>?> expected)
    {
        double[] all = [.. variants.SelectMany(static runs => runs.Runs).SelectMany(static run => run.Start.Concat(run.End)).Select(value)];
        Axis y = new(label, Scale.Log) { Holds = [.. all.Where(static one => one > 0 && double.IsFinite(one)).DefaultIfEmpty(1)] };
        return new Figure(
            name,
            title,
            $"{caption} Over {DeepVariant.InspectedExamples} training examples. {variants[0].LinesAndBands}",
            Columns: 2,
            [
                .. from family in variants.GroupBy(static runs => runs.Family)
                   from moment in moments
                   select new Chart(
                       family.Key.Length > 0 ? $"{family.Key}, {moment.Name}" : moment.Name,
                       new Axis("block"),
                       y,
                       [.. family.Select(runs => runs.ByBlock(moment.After, value, moment.After ? null : expected(runs)))],
                       []),
            ])
        {
            Subtitle = subtitle,
        };
    }

    /// <summary>Where the median over seeds falls below what counts as vanished, if it does.</summary>
    private static IEnumerable<Callout> Vanishing(DeepRuns runs)
    {
        IReadOnlyList<Point> medians = runs.Gradients.Points;
        return medians.SkipWhile(static point => point.Y < DeepRun.Vanished).Where(static point => point.Y < DeepRun.Vanished).Take(1)
            .Select(static point => new Callout(point.X, point.Y, $"step {point.X}"));
    }

    private static int Columns(IReadOnlyList<DeepRuns> variants) => variants.All(runs => runs.Family == variants[0].Family) ? 1 : 2;

    private static IEnumerable<Panel> Panels(IReadOnlyList<DeepRuns> variants, Func<IReadOnlyList<DeepRuns>, Chart> draw) =>
        variants.GroupBy(static runs => runs.Family).Select(family => draw([.. family]) with { Title = family.Key });
}
