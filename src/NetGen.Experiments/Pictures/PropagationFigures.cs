using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Pictures;

/// <summary>What is expected of the layers of the networks of <see cref="SignalPropagation"/>, beside what is measured.</summary>
internal static class PropagationFigures
{
    private const string Lines = "Lines: median over seeds; bands: the quartiles; thin dashed: what the compiler expects.";

    private static readonly Quantity deviation = new("z std", new Axis("z std", Scale.Log), static row => row.PreActivationStd);
    private static readonly Quantity stream = new("stream std", new Axis("stream std", Scale.Log), static row => row.StreamStd);
    private static readonly Quantity cosine = new("cosine", new Axis("cosine between inputs") { Holds = [0, 1] }, static row => row.Cosine);
    private static readonly Quantity gradient = new("gradient", new Axis("|dL/dz| / that of the last layer", Scale.Log) { Holds = [0.5, 2] }, static row => row.GradientRatio);

    /// <summary>Gradients that vanish, stay and explode.</summary>
    public static Figure Gradients(PropagationComparison seen) => ByWidth(
        "signal_gradients",
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
        "How alike two different inputs become",
        "Mean cosine between what a layer hands on for two different inputs, at the start: 1 where every input becomes the same direction. He, ReLU but for tanh, which starts by LeCun.",
        cosine,
        seen,
        width =>
        [
            seen.Of(Grid.ReLU(Shortcut.None, width, seen.Depth), "plain", Ink.Vermillion),
            seen.Of(Grid.ReLU(Shortcut.Identity, width, seen.Depth), "residual", Ink.Blue),
            seen.Of(Grid.ReLU(Shortcut.Identity, width, seen.Depth) with { Norm = true }, "RmsNorm, residual", Ink.Purple),
            seen.Of(Grid.ReLU(Shortcut.Scaled, width, seen.Depth), $"residual/√{seen.Depth}", Ink.Green),
            seen.Of(Grid.ReLU(Shortcut.None, width, seen.Depth) with { Activation = Activation.Tanh, Init = Init.LeCunNormal }, "plain, tanh", Ink.Grey),
        ]);

    /// <summary>Residual streams that explode, and those that do not.</summary>
    public static Figure Streams(PropagationComparison seen) => ByWidth(
        "signal_stream",
        "How large the residual stream becomes",
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

    /// <summary>One way from layer to layer with every activation, in every width.</summary>
    public static Figure Setting(PropagationComparison seen, Shortcut shortcut, bool norm)
    {
        string kind = Grid.ReLU(shortcut, seen.Narrowest, seen.Depth) is var network && norm ? (network with { Norm = true }).Kind : network.Kind;
        return ByActivation(
            $"signal_{(norm ? "norm_" : "")}{shortcut switch { Shortcut.None => "plain", Shortcut.Identity => "residual", _ => "scaled" }}",
            $"Expected and measured: {kind}",
            "Every activation with the initialiser that is made for it.",
            seen,
            activation => new GridNetwork(activation, Grid.Fitting(activation), shortcut, norm, seen.Narrowest, seen.Depth));
    }

    /// <summary>Plain networks with initialisers that are made for other activations.</summary>
    public static Figure OtherInit(PropagationComparison seen) => ByActivation(
        "signal_other_init",
        "Expected and measured: plain, with the other initialiser",
        "LeCun for ReLU, GELU and SiLU, He for tanh.",
        seen,
        activation => new GridNetwork(activation, Grid.Fitting(activation) == Init.LeCunNormal ? Init.KaimingNormal : Init.LeCunNormal, Shortcut.None, Norm: false, seen.Narrowest, seen.Depth));

    /// <summary>How far single narrow networks are from what is expected.</summary>
    public static Figure NarrowAndDeep(PropagationComparison seen)
    {
        Quantity relative = new("", new Axis("z std / expected", Scale.Log) { Holds = [0.1, 2] }, static row => row.PreActivationStd);
        return new Figure(
            "signal_spread",
            "What single networks do",
            $"z std over what is expected, plain ReLU networks that start by He. Theory tells the mean of squares, the typical network has less: the deeper and the narrower, the more. Lines: median over seeds, and root mean square; bands: the quartiles; dotted: as expected.",
            Columns: seen.Widths.Count,
            [.. seen.Wider(Grid.ReLU(Shortcut.None, seen.Narrowest, seen.Depth)).Select(runs => new Chart($"width {runs.Declared.Width}", Layers(seen), relative.Axis, [Median(runs), Mean(runs)], [new Guide(1, "")]))]);

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

        Series Mean(PropagationRuns runs) => new("rms", Ink.Grey, [.. Enumerable.Range(1, runs.Depth).Select(layer => Point.At(layer, runs.RootMeanSquare(layer)))]);
    }

    /// <summary>Networks that theory treats as what they are not, or that are made unlike the rest.</summary>
    public static Figure Assumptions(PropagationComparison seen)
    {
        (string Title, GridNetwork Network)[] networks =
        [
            .. Grid.Shortcuts.Select(shortcut => Grid.ReLU(shortcut, seen.Widest, seen.Depth)).Select(static network => ((network with { Shared = true }).Kind, network with { Shared = true })),
            ("ReLU(h + W h + b)", Grid.ReLU(Shortcut.Identity, seen.Widest, seen.Depth) with { ActivationBehind = true }),
        ];
        return Rows(
            "signal_assumptions",
            "Shared weights, and an activation behind the sum",
            "ReLU, He.",
            seen,
            networks);
    }

    private static Figure ByWidth(string name, string title, string caption, Quantity quantity, PropagationComparison seen, Func<int, IReadOnlyList<PropagationRuns>> networks) => new(
        name,
        title,
        $"{caption} {Lines}",
        Columns: 2,
        [
            .. new[] { seen.Narrowest, seen.Widest }.Distinct().Select(width => new Chart(
                $"width {width}", Layers(seen), quantity.Axis, [.. networks(width).Select(runs => runs.ByLayer(quantity.Of, predicted: true))], [])),
        ]);

    private static Figure ByActivation(string name, string title, string caption, PropagationComparison seen, Func<Activation, GridNetwork> network) =>
        Rows(name, title, caption, seen, [.. Grid.Activations.Select(activation => ($"{activation}, {network(activation).InitName}", network(activation)))]);

    /// <summary>A row of panels for each network: z std, cosine and gradient, each with a line for every width.</summary>
    private static Figure Rows(string name, string title, string caption, PropagationComparison seen, IReadOnlyList<(string Title, GridNetwork Network)> networks) => new(
        name,
        title,
        $"{caption} {(seen.Widths.Count == 1 ? "Width" : "Line by line the widths")} {string.Join(", ", seen.Widths)}. {Lines}",
        Columns: 3,
        [
            .. from network in networks
               from quantity in new[] { deviation, cosine, gradient }
               select new Chart(
                   $"{network.Title}: {quantity.Name}",
                   Layers(seen),
                   quantity.Axis,
                   [.. seen.Wider(network.Network).Select(runs => runs.ByLayer(quantity.Of, predicted: runs.Declared.Width == seen.Widest))],
                   []),
        ]);

    private static Axis Layers(PropagationComparison seen) => new("layer") { Ticks = [1, .. Enumerable.Range(1, seen.Depth / 10).Select(static tick => 10.0 * tick)] };

    /// <summary>What a panel shows of each layer.</summary>
    private sealed record Quantity(string Name, Axis Axis, Func<PropagationRow, double> Of);
}
