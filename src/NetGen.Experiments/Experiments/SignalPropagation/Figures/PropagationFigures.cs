using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.SignalPropagation;

/// <summary>What is expected of the layers of the networks of <see cref="SignalPropagation"/>, beside what is measured.</summary>
internal static class PropagationFigures
{
    private const string Lines = "Lines: median over seeds; bands: the quartiles; dotted grey: what the compiler expects.";

    private static readonly Quantity deviation = new("z std", new Axis("z std", Scale.Log), static row => row.PreActivationStd);
    private static readonly Quantity stream = new("stream std", new Axis("stream std", Scale.Log), static row => row.StreamStd);
    private static readonly Quantity cosine = new("cosine", new Axis("cosine between inputs") { Holds = [0, 1] }, static row => row.Cosine);
    private static readonly Quantity gradient = new(
        "gradient", new Axis("|dL/dz| / that of the last layer", Scale.Log) { Holds = [0.5, 2] }, static row => row.GradientRatio);

    /// <summary>Gradients that vanish, stay and explode.</summary>
    public static Figure Gradients(PropagationComparison seen) => ByWidth(
        "signal_gradients",
        "the gradient of layer 1 over the last one's",
        static runs => runs.Measured(1, static row => row.GradientRatio).Median,
        "Gradients on their way from the last layer to the first",
        "Norm of dL/dz by layer at the start, relative to the last layer's, ReLU.",
        gradient,
        seen,
        width =>
        [
            seen.Of(Grid.PlainSmaller(width), $"plain, W/√{Grid.PlainSmaller(width).Depth}", Ink.Vermillion),
            seen.Of(Grid.ReLU(Shortcut.None, width, seen.Depth) with { Init = Init.LeCunNormal }, "plain, LeCun", Ink.Orange),
            seen.Of(Grid.ReLU(Shortcut.None, width, seen.Depth), "plain, He", Ink.Grey),
            seen.Of(Grid.ReLU(Shortcut.Scaled, width, seen.Depth), $"residual/√{seen.Depth}", Ink.Green),
            seen.Of(Grid.ReLU(Shortcut.Identity, width, seen.Depth), "residual", Ink.Blue),
        ]);

    /// <summary>Inputs that become indistinguishable, and what keeps them apart.</summary>
    public static Figure Cosines(PropagationComparison seen) => ByWidth(
        "signal_cosine",
        "the mean cosine of two inputs behind the last layer",
        static runs => runs.Measured(runs.Depth, static row => row.Cosine).Median,
        "How alike two different inputs become, by layer",
        "Mean cosine between what a layer hands on for two different inputs, at the start: 1 where every input becomes the same "
            + "direction. He, ReLU but for tanh, which starts by LeCun.",
        cosine,
        seen,
        width =>
        [
            seen.Of(Grid.ReLU(Shortcut.None, width, seen.Depth), "plain", Ink.Vermillion),
            seen.Of(Grid.ReLU(Shortcut.Identity, width, seen.Depth), "residual", Ink.Blue),
            seen.Of(Grid.ReLU(Shortcut.Identity, width, seen.Depth) with { Norm = true }, "RmsNorm, residual", Ink.Purple),
            seen.Of(Grid.ReLU(Shortcut.Scaled, width, seen.Depth), $"residual/√{seen.Depth}", Ink.Green),
            seen.Of(
                Grid.ReLU(Shortcut.None, width, seen.Depth) with { Activation = Activation.Tanh, Init = Init.LeCunNormal },
                "plain, tanh",
                Ink.Grey),
        ]);

    /// <summary>Residual streams that explode, and others that do not.</summary>
    public static Figure Streams(PropagationComparison seen) => ByWidth(
        "signal_stream",
        "the spread of the stream behind the last layer",
        static runs => runs.Measured(runs.Depth, static row => row.StreamStd).Median,
        "How large the residual stream becomes, by layer",
        "Standard deviation of what a layer hands on, over units and inputs, at the start, ReLU.",
        stream,
        seen,
        width =>
        [
            seen.Of(Grid.ReLU(Shortcut.Identity, width, seen.Depth), "residual, He", Ink.Vermillion),
            seen.Of(Grid.ReLU(Shortcut.Identity, width, seen.Depth) with { Init = Init.LeCunNormal }, "residual, LeCun", Ink.Orange),
            seen.Of(Grid.ReLU(Shortcut.Identity, width, seen.Depth) with { Norm = true }, "RmsNorm, residual", Ink.Purple),
            seen.Of(Grid.ReLU(Shortcut.Scaled, width, seen.Depth), $"residual/√{seen.Depth}, He", Ink.Green),
        ]);

    /// <summary>How far every combination is from what is expected: a row for each, a column for each width and quantity.</summary>
    public static Figure Errors(PropagationComparison seen)
    {
        PropagationRuns[] rows = [.. seen.Combinations(seen.Narrowest)];
        return new Figure(
            "signal_errors",
            "At the last layer half of the combinations are within "
                + string.Join(
                    ", ",
                    PropagationError.All.Select(error => $"{error.Text(error.OfHalf(seen, seen.Widest, seen.Depth))} ({error.Name})"))
                + $" of what is expected, at width {seen.Widest}",
            $"At layer {seen.Depth}. z std: measured over expected, less 1. Cosine: measured less expected. "
                + "Gradient: measured less expected power of ten in ten layers. Medians over seeds. "
                + "Blue: more than expected, vermillion: less.",
            Columns: 1,
            [
                new Heatmap(
                    "", "width", "", "measured beyond what is expected",
                    [
                        .. rows.Select(row =>
                            (IReadOnlyList<double>)
                            [
                                .. from error in PropagationError.All
                                   from width in seen.Widths
                                   select error.Of(seen.Of(row.Declared with { Width = width }), seen.Depth).Median,
                            ]),
                    ],
                    Limit: 0.2)
                {
                    RowNames = [.. rows.Select(static row => NameOf(row.Declared))],
                    NamesEveryRow = true,
                    ColumnNames = [.. PropagationError.All.SelectMany(_ => seen.Widths).Select(static width => $"{width}")],
                    ColumnGroups = ["z std", "cosine", "gradient"],
                },
            ])
        {
            Subtitle = "Error of what is expected, for every combination of residual connection, norm, activation and initialiser",
        };
    }

    /// <summary>For each quantity the combination that is farthest off in the widest networks.</summary>
    public static Figure Examples(PropagationComparison seen)
    {
        (PropagationError Error, Quantity Quantity)[] kinds =
        [
            (PropagationError.Deviation, deviation), (PropagationError.Cosine, cosine), (PropagationError.Gradient, gradient),
        ];
        return new Figure(
            "signal_examples",
            $"Where theory is farthest off at width {seen.Widest}: "
                + string.Join(
                    ", ",
                    kinds.Select(
                        kind =>
                            $"{kind.Error.Text(kind.Error.Typical(kind.Error.Worst(seen, seen.Widest, seen.Depth), seen.Depth))} "
                                + $"({kind.Error.Name})")),
            $"Of all combinations those whose median over seeds is farthest from what is expected at layer {seen.Depth}. {Lines}",
            Columns: 3,
            [
                .. kinds.Select(kind =>
                {
                    GridNetwork worst = kind.Error.Worst(seen, seen.Widest, seen.Depth).Declared;
                    return new Chart(
                        NameOf(worst),
                        Layers(seen),
                        kind.Quantity.Axis,
                        [
                            .. seen.Wider(worst)
                                .Select(runs => runs.ByLayer(kind.Quantity.Of, predicted: runs.Declared.Width == seen.Widest)),
                        ],
                        []);
                }),
            ])
        {
            Subtitle = "z std, cosine and gradient by layer, each of the combination that is farthest off, in every width",
        };
    }

    /// <summary>How far single narrow networks are from what is expected.</summary>
    public static Figure NarrowAndDeep(PropagationComparison seen)
    {
        Quantity relative = new("", new Axis("z std / expected", Scale.Log) { Holds = [0.1, 2] }, static row => row.PreActivationStd);
        return new Figure(
            "signal_spread",
            $"Behind {seen.Depth} layers the z std of a typical plain network over what is expected "
                + FigureTitles.Range(
                    seen.Wider(Grid.ReLU(Shortcut.None, seen.Narrowest, seen.Depth))
                        .Select(runs => ($"width {runs.Declared.Width}", 1 + runs.DeviationError(runs.Depth).Median))),
            "z std over what is expected, plain ReLU networks that start by He. Theory tells the mean of squares, the typical network "
                + "has less: the deeper and the narrower, the more. Lines: median over seeds, and root mean square; bands: "
                + "the quartiles; dotted: as expected.",
            Columns: seen.Widths.Count,
            [
                .. seen.Wider(Grid.ReLU(Shortcut.None, seen.Narrowest, seen.Depth))
                    .Select(
                        runs => new Chart(
                            $"width {runs.Declared.Width}", Layers(seen), relative.Axis, [Median(runs), Mean(runs)], [new Guide(1, "")])),
            ])
        {
            Subtitle = "z std over what is expected, by layer, at the start",
        };

        Series Median(PropagationRuns runs) => new(
            "typical",
            runs.Ink,
            [
                .. Enumerable.Range(1, runs.Depth).Select(layer =>
                {
                    Quartiles error = runs.DeviationError(layer);
                    return new Point(layer, 1 + error.Median, 1 + error.Lower, 1 + error.Upper);
                }),
            ]);

        Series Mean(PropagationRuns runs) =>
            new("rms", Ink.Grey, [.. Enumerable.Range(1, runs.Depth).Select(layer => Point.At(layer, runs.RootMeanSquare(layer)))]);
    }

    /// <summary>Networks that theory treats as what they are not, or that are made unlike the rest.</summary>
    public static Figure Assumptions(PropagationComparison seen)
    {
        (string Title, GridNetwork Network)[] networks =
        [
            .. Grid.Shortcuts.Select(shortcut => Grid.ReLU(shortcut, seen.Widest, seen.Depth))
                .Select(static network => ((network with { Shared = true }).Kind, network with { Shared = true })),
            ("ReLU(h + W h + b)", Grid.ReLU(Shortcut.Identity, seen.Widest, seen.Depth) with { ActivationBehind = true }),
        ];
        return new Figure(
            "signal_assumptions",
            "Off at the last layer, z std: "
                + string.Join(
                    ", ",
                    networks.Select(
                        network =>
                            $"{PropagationError.Deviation.Text(PropagationError.Deviation.Typical(seen.Of(network.Network), seen.Depth))} "
                                + $"({network.Title})")),
            $"ReLU, He. {(seen.Widths.Count == 1 ? "Width" : "Line by line the widths")} {string.Join(", ", seen.Widths)}. {Lines}",
            Columns: 3,
            [
                .. from network in networks
                   from quantity in new[] { deviation, cosine, gradient }
                   select new Chart(
                       $"{network.Title}: {quantity.Name}",
                       Layers(seen),
                       quantity.Axis,
                       [
                           .. seen.Wider(network.Network)
                               .Select(runs => runs.ByLayer(quantity.Of, predicted: runs.Declared.Width == seen.Widest)),
                       ],
                       []),
            ])
        {
            Subtitle = "Networks that theory treats as what they are not: shared weights, and an activation behind the sum",
        };
    }

    private static Figure ByWidth(
        string name,
        string what,
        Func<PropagationRuns, double> value,
        string subtitle,
        string caption,
        Quantity quantity,
        PropagationComparison seen,
        Func<int, IReadOnlyList<PropagationRuns>> networks) => new(
        name,
        $"At width {seen.Widest}, {what} {FigureTitles.Range(networks(seen.Widest).Select(runs => (runs.Label, value(runs))))}",
        $"{caption} {Lines}",
        Columns: 2,
        [
            .. new[] { seen.Narrowest, seen.Widest }.Distinct().Select(width => new Chart(
                $"width {width}",
                Layers(seen),
                quantity.Axis,
                [.. networks(width).Select(runs => runs.ByLayer(quantity.Of, predicted: true))],
                [])),
        ])
    {
        Subtitle = subtitle,
    };

    private static string NameOf(GridNetwork network) => $"{network.Kind}, {network.ActivationName}, {network.InitName}";

    private static Axis Layers(PropagationComparison seen) =>
        new("layer") { Ticks = [1, .. Enumerable.Range(1, seen.Depth / 10).Select(static tick => 10.0 * tick)] };

    /// <summary>What a panel shows of each layer.</summary>
    private sealed record Quantity(string Name, Axis Axis, Func<PropagationRow, double> Of);
}
