using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.DissipatingInputs;

/// <summary>What becomes of inputs in each layer of the networks of <see cref="DissipatingInputs"/>.</summary>
internal static class DissipationFigures
{
    private static readonly Axis layers = new("layer") { Ticks = [1, 10, 20, 30, 40, 50] };
    private static readonly Axis share = new("share") { Holds = [0, 1] };

    /// <summary>The share of pre-activations that survive a ReLU, with the two bounds below it.</summary>
    public static Figure Survival(IReadOnlyList<DissipationRuns> kinds) => new(
        "survival",
        $"Behind layer {kinds[0].Depth} the share of neurons that survive "
            + FigureTitles.Range(kinds.Select(static runs => (runs.Label, runs.Before(runs.Depth, static row => row.Survival).Median))),
        "Share of positive pre-activations over inputs and units before training, ReLU, width 64. "
            + "The bound of Chebyshev and Cantelli, μ² / (μ² + σ²), is taken of each unit and averaged, "
            + "and of all numbers of the layer together. "
            + kinds[0].LinesAndBands,
        Columns: 2,
        [
            .. kinds.Select(static runs => new Chart(
                runs.Label,
                layers,
                share,
                [
                    (runs with { Label = "survive", Dashed = false, Ink = Ink.Blue }).ByLayer(
                        after: false, static row => row.Survival, static row => row.PredictedSurvival),
                    (runs with { Label = "bound by unit", Dashed = true, Ink = Ink.Green }).ByLayer(
                        after: false, static row => row.NeuronBound),
                    (runs with { Label = "bound by layer", Dashed = true, Ink = Ink.Vermillion }).ByLayer(
                        after: false, static row => row.Bound),
                ],
                [])),
        ])
    {
        Subtitle = "Neurons that survive a ReLU, and what their mean and variance guarantee, before training",
    };

    /// <summary>Units that tell no inputs apart by their sign.</summary>
    public static Figure StuckUnits(IReadOnlyList<DissipationRuns> kinds) => new(
        "stuck_units",
        $"In layer {kinds[0].Depth} the share of units that tell no inputs apart by their sign "
            + FigureTitles.Range(
                kinds.Select(static runs => (runs.Label, runs.Before(runs.Depth, static row => row.AlwaysOn + row.AlwaysOff).Median))),
        $"Share of the units of each layer before training, ReLU, width 64. {kinds[0].LinesAndBands}",
        Columns: 2,
        [
            .. kinds.Select(static runs => new Chart(
                runs.Label,
                layers,
                share,
                [
                    (runs with { Label = "always on", Dashed = false, Ink = Ink.Blue }).ByLayer(after: false, static row => row.AlwaysOn),
                    (runs with { Label = "always off", Dashed = true, Ink = Ink.Vermillion }).ByLayer(
                        after: false, static row => row.AlwaysOff),
                ],
                [])),
        ])
    {
        Subtitle = "Units that are on for every input, or off for every input, before training",
    };

    public static Figure Cosine(DissipationComparison seen) => ByKindAndActivation(
        "cosine",
        "How alike the outputs for different inputs are, by layer, before training",
        "Mean cosine of the angle between a layer's outputs for two different inputs, before training: "
            + "1 where every input becomes the same direction.",
        new Axis("mean pairwise cosine") { Holds = [0, 1] },
        static row => row.Cosine,
        static row => row.PredictedCosine,
        seen);

    public static Figure Rank(DissipationComparison seen) => ByKindAndActivation(
        "effective_rank",
        "In how many directions the outputs for different inputs differ, by layer, before training",
        "Effective rank (Σλ)² / Σλ² of the covariance of a layer's outputs, before training. "
            + "Theory of wide layers predicts none: it is a matter of the width.",
        new Axis("effective rank", Scale.Log) { Holds = [1] },
        static row => row.EffectiveRank,
        predicted: null,
        seen);

    /// <summary>Mean and variance of the pre-activations.</summary>
    public static Figure Moments(IReadOnlyList<DissipationRuns> kinds) => new(
        "pre_activations",
        $"In layer {kinds[0].Depth} the mean of pre-activations over their standard deviation "
            + FigureTitles.Range(
                kinds.Select(
                    static runs => (runs.Label, runs.Before(runs.Depth, static row => row.Mean / Math.Sqrt(row.Variance)).Median))),
        $"Over inputs and units before training, ReLU, width 64. {kinds[0].LinesAndBands}",
        Columns: 2,
        [
            new Chart(
                "mean over standard deviation",
                layers,
                new Axis("μ / σ"),
                [.. kinds.Select(static runs => runs.ByLayer(after: false, static row => row.Mean / Math.Sqrt(row.Variance)))],
                []),
            new Chart(
                "variance",
                layers,
                new Axis("σ²", Scale.Log),
                [
                    .. kinds.Select(
                        static runs => runs.ByLayer(after: false, static row => row.Variance, static row => row.PredictedVariance)),
                ],
                []),
        ])
    {
        Subtitle = "Mean and variance of the pre-activations of each layer, before training",
    };

    /// <summary>How the pre-activations of each layer are distributed: all of them, and what of them depends on the input.</summary>
    public static Figure Histograms(IReadOnlyList<DissipationRuns> kinds) => new(
        "histograms",
        $"In layer {kinds[0].Depth} the share of pre-activations next to their unit's mean "
            + FigureTitles.Range(
                kinds.Select(static runs => (runs.Label, runs.Runs[0].Start[^1].CentredHistogram[ResponseHistogram.Bins / 2]))),
        $"Before training, ReLU, width 64, seed {kinds[0].Runs[0].Seed}, in units of the layer's root mean square. Above: all. "
            + "Below: without each unit's mean over inputs, so that what is equal for every input lies at 0.",
        Columns: kinds.Count,
        [
            .. kinds.Select(static runs => Map($"{runs.Label}: all", runs.Runs[0], static row => row.Histogram)),
            .. kinds.Select(static runs => Map($"{runs.Label}: between inputs", runs.Runs[0], static row => row.CentredHistogram)),
        ])
    {
        Subtitle = "The pre-activations of each layer, and what of them depends on the input",
    };

    /// <summary>The loss of plain and residual networks of several depths.</summary>
    public static Figure Training(IReadOnlyList<(string Title, IReadOnlyList<DissipationRuns> Networks)> panels)
    {
        Axis loss = new("mean squared error", Scale.Log);
        return new Figure(
            "training",
            "The median loss on unseen vectors at the end "
                + FigureTitles.Range(
                    panels.SelectMany(static panel => panel.Networks)
                        .Select(static runs => ($"{runs.Label}, depth {runs.Depth}", runs.UnseenLoss.Median))),
            "Loss of each step's batch before its update, ReLU, width 64. The dotted line, 1/3, is the loss of always answering with "
                + $"zeros. Every panel has its own scale. {panels[0].Networks[0].LinesAndBands}",
            Columns: 2,
            [
                .. panels.Select(
                    panel => new Chart(
                        panel.Title,
                        new Axis("step"),
                        loss,
                        [.. panel.Networks.Select(static runs => runs.Losses)],
                        [new Guide(DissipatingInputsExperiment.LossOfZero, "")])),
            ])
        {
            Subtitle = "Learning to hand on the input: training loss by step",
        };
    }

    /// <summary>What training makes of the networks.</summary>
    public static Figure AfterTraining(IReadOnlyList<DissipationRuns> kinds) => new(
        "after_training",
        $"After training, the mean pairwise cosine behind layer {kinds[0].Depth} "
            + FigureTitles.Range(kinds.Select(static runs => (runs.Label, runs.After(runs.Depth, static row => row.Cosine).Median))),
        "Mean pairwise cosine and effective rank of the outputs of each layer, ReLU, width 64, "
            + $"{Number.Count(kinds[0].Runs[0].Steps, "step")}. {kinds[0].LinesAndBands}",
        Columns: 2,
        [
            .. from value in new (string Name, Axis Axis, Func<DissipationRow, double> Of, Func<DissipationRow, double?>? Predicted)[]
               {
                   (
                       "cosine",
                       new Axis("mean pairwise cosine") { Holds = [0, 1] },
                       static row => row.Cosine,
                       static row => row.PredictedCosine),
                   (
                       "effective rank",
                       new Axis("effective rank", Scale.Log) { Holds = [1, DissipatingInputsExperiment.Narrow] },
                       static row => row.EffectiveRank,
                       null),
               }
               from moment in new[] { (Name: "before", After: false), (Name: "after", After: true) }
               select new Chart(
                   $"{value.Name}, {moment.Name} training",
                   layers,
                   value.Axis,
                   [.. kinds.Select(runs => runs.ByLayer(moment.After, value.Of, moment.After ? null : value.Predicted))],
                   []),
        ])
    {
        Subtitle = "How alike outputs are and in how many directions they differ, before and after training",
    };

    private static Figure ByKindAndActivation(
        string name,
        string subtitle,
        string caption,
        Axis axis,
        Func<DissipationRow, double> value,
        Func<DissipationRow, double?>? predicted,
        DissipationComparison seen)
    {
        return new Figure(
            name,
            $"Behind layer {seen.Plain.Depth}, width {seen.Widths[0]}, the {axis.Label} "
                + FigureTitles.Range(seen.Kinds(seen.Widths[0]).Select(runs => (runs.Label, runs.Before(runs.Depth, value).Median))),
            $"{caption} Above: the four kinds of layers with ReLU. Below: every activation. {seen.Plain.LinesAndBands}",
            Columns: 2,
            [
                .. seen.Widths.Select(width => Panel($"ReLU, width {width}", seen.Kinds(width))),
                .. from width in seen.Widths
                   from kind in new[] { LayerKind.Plain, LayerKind.Residual }
                   select Panel($"{kind}, width {width}", seen.Activations(kind, width)),
            ])
        {
            Subtitle = subtitle,
        };

        Chart Panel(string title, IReadOnlyList<DissipationRuns> networks) =>
            new(title, layers, axis, [.. networks.Select(runs => runs.ByLayer(after: false, value, predicted))], []);
    }

    private static Heatmap Map(string title, DissipationRun run, Func<DissipationRow, IReadOnlyList<double>> histogram)
    {
        int[] bins = [.. Enumerable.Range(0, ResponseHistogram.Bins).Reverse()];
        return new Heatmap(
            title,
            "layer",
            "z / rms",
            "share",
            [.. bins.Select(bin => run.Start.Select(row => histogram(row)[bin]).ToArray())],
            Limit: 0.25)
        {
            RowNames =
            [
                .. bins.Select(
                    static bin => Number.Tick(Math.Round(ResponseHistogram.Last * (2.0 * bin / (ResponseHistogram.Bins - 1) - 1), 6))),
            ],
            Unsigned = true,
        };
    }
}
