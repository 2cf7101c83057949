using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.SignalPropagation;

/// <content>What theory says, and what became of it.</content>
internal sealed partial class SignalPropagationExperiment
{
    private const int Middle = 20;

    private static readonly Func<PropagationRow, double> deviation = static row => row.PreActivationStd;
    private static readonly Func<PropagationRow, double> stream = static row => row.StreamStd;
    private static readonly Func<PropagationRow, double> cosine = static row => row.Cosine;
    private static readonly Func<PropagationRow, double> gradient = static row => row.GradientRatio;

    private static IEnumerable<Finding> Claims(PropagationComparison seen)
    {
        int narrow = seen.Narrowest;
        int wide = seen.Widest;
        int last = seen.Depth;

        yield return seen.Widths.Count == 1
            ? new Finding(
                "The wider a network, the closer it is to what is expected.", Standing.NotMeasured, "One width alone was looked at.")
            : Decide(
                "signal_errors",
                "The wider a network, the closer it is to what is expected.",
                PropagationError.All.All(
                    error =>
                        seen.Widths.Zip(seen.Widths.Skip(1))
                            .All(pair => error.OfHalf(seen, pair.Second, last) < error.OfHalf(seen, pair.First, last))),
                $"At layer {last} half of the combinations are off by no more than "
                    + $"{string.Join("; ", PropagationError.All.Select(error => $"{Listed(seen, error, last)} ({error.Name})"))}, "
                    + $"for widths {string.Join(", ", seen.Widths)}.");

        yield return Decide(
            "signal_errors",
            $"At width {wide} and layer {Middle} half of the combinations or more are within "
                + $"{string.Join(", ", PropagationError.All.Select(static error => $"{error.Text(error.Tolerance)} ({error.Name})"))}.",
            PropagationError.All.All(error => error.OfHalf(seen, wide, Middle) <= error.Tolerance),
            "Half of them are off by no more than "
                + string.Join(", ", PropagationError.All.Select(error => $"{error.Text(error.OfHalf(seen, wide, Middle))} ({error.Name})"))
                + $". Farthest off: {string.Join("; ", PropagationError.All.Select(error => Worst(seen, error, wide, Middle)))}.",
            $"With {Number.Count(seen.ReLU(Shortcut.None, wide).Runs.Count, "seed")} what is left is as much the chance "
                + "of weights as an error of theory.");

        PropagationRuns plain = seen.ReLU(Shortcut.None, narrow);
        Quartiles spread = plain.LogDeviation(last);
        yield return Decide(
            "signal_spread",
            "What a single network does is the more a matter of chance, the deeper and the narrower it is: ln of the z std of a plain "
                + "ReLU network spreads by ½√(5 · layer / width).",
            Math.Abs(spread.RobustDeviation / ChanceOf(last, narrow) - 1) < 0.3
                && plain.LogDeviation(10).RobustDeviation < spread.RobustDeviation
                && seen.Wider(plain.Declared).Skip(1).All(runs => runs.LogDeviation(last).RobustDeviation < spread.RobustDeviation),
            $"At layer {last} it spreads by "
                + string.Join(
                    ", ",
                    seen.Wider(plain.Declared)
                        .Select(
                            runs =>
                                $"{Number.Short(runs.LogDeviation(last).RobustDeviation)} at width {runs.Declared.Width} "
                                    + $"({Number.Short(ChanceOf(last, runs.Declared.Width))} by the formula)"))
                + "; "
                + $"at layer 10 of width {narrow} by {Number.Short(plain.LogDeviation(10).RobustDeviation)} "
                + $"({Number.Short(ChanceOf(10, narrow))}).");

        yield return Decide(
            "signal_spread",
            "In a narrow deep network the typical layer has less than is expected: "
                + "theory tells the mean of squares, which few large ones make.",
            plain.DeviationError(last).Median < -0.1 && plain.RootMeanSquare(last) > 1 + plain.DeviationError(last).Median,
            $"At layer {last} of plain ReLU networks of width {narrow} the z std is {PropagationError.Deviation.Cell(plain, last)} off; "
                + $"its root mean square over {Number.Count(plain.Runs.Count, "seed")} is "
                + $"{Number.Short(plain.RootMeanSquare(last))} times what is expected.");

        PropagationRuns smaller = seen.Of(Grid.PlainSmaller(wide));
        yield return Decide(
            "signal_assumptions",
            "A plain network that starts as small as a residual one has to has no gradient at its first layer: "
                + $"dL/dz at layer 1 of {smaller.Depth} is expected at {Number.Short(smaller.Expected(1, gradient))} of the last layer's.",
            smaller.Expected(1, gradient) < 1e-10
                && seen.Wider(smaller.Declared)
                    .All(static runs => Math.Abs(Math.Log10(runs.Measured(1, gradient).Median / runs.Expected(1, gradient))) < 0.5),
            $"It is {AtEveryWidth(seen, smaller.Declared, runs => runs.Measured(1, gradient))}.");

        PropagationRuns he = seen.ReLU(Shortcut.None, wide);
        yield return Decide(
            "signal_cosine",
            "In a plain ReLU network that starts by He nothing vanishes and nothing explodes, and yet inputs become indistinguishable.",
            he.Measured(1, gradient).Median is > 0.5 and < 2
                && he.Measured(last, deviation).Median / he.Measured(1, deviation).Median is > 0.5 and < 2
                && he.Measured(last, cosine).Median > 0.9,
            $"At width {wide} the gradient of layer 1 is {he.Measured(1, gradient)} of the last layer's "
                + $"({Number.Short(he.Expected(1, gradient))} expected), the z std of layer {last} {he.Measured(last, deviation)} "
                + $"({Number.Short(he.Expected(last, deviation))}), "
                + $"the cosine between two inputs there {he.Measured(last, cosine)} ({Number.Short(he.Expected(last, cosine))}).");

        PropagationRuns residual = seen.ReLU(Shortcut.Identity, wide);
        PropagationRuns scaled = seen.ReLU(Shortcut.Scaled, wide);
        yield return Decide(
            "signal_stream",
            $"An unscaled residual stream explodes, and one whose branches are scaled by 1/√{last} does not.",
            residual.Measured(last, stream).Median > 1e3 && scaled.Measured(last, stream).Median < 10,
            $"At width {wide} the stream std behind layer {last} is {residual.Measured(last, stream)} unscaled "
                + $"({Number.Short(residual.Expected(last, stream))} expected) and {scaled.Measured(last, stream)} scaled "
                + $"({Number.Short(scaled.Expected(last, stream))}); "
                + $"the gradient of layer 1 is {residual.Measured(1, gradient)} ({Number.Short(residual.Expected(1, gradient))}) and "
                + $"{scaled.Measured(1, gradient)} ({Number.Short(scaled.Expected(1, gradient))}) of the last layer's.");

        GridNetwork[] shallower = [.. Grid.Shallower(wide, last).Where(static network => network.Shortcut != Shortcut.Scaled)];
        yield return Decide(
            "signal_assumptions",
            "What comes behind a layer does not change what reaches it: forwards a shallower network is the beginning of a deeper one, "
                + "unless its branches are scaled by the depth.",
            shallower.All(network => Alike(seen.Of(network), seen.ReLU(network.Shortcut, wide))),
            "Shallower plain and residual ReLU networks have, number by number, the z std and the cosines of "
                + $"the networks of {last} layers"
                + (last == Middle
                    ? "."
                    : $"; the gradient of layer 1 relative to layer {Middle}'s is "
                        + string.Join(
                            " and ",
                            shallower.Where(static network => network.Depth == Middle)
                                .Select(
                                    network =>
                                        $"{seen.Of(network).Measured(1, gradient)} in {Middle} {network.Kind} layers and "
                                            + $"{GradientFrom(seen.ReLU(network.Shortcut, wide), Middle)} in the first {Middle} of {last}"))
                        + "."));

        yield return Decide(
            "signal_gradients",
            "The gradient of a residual ReLU stack is foretold as its stream is.",
            PropagationError.Gradient.Typical(residual, last) <= PropagationError.Gradient.Tolerance,
            $"Unscaled, its gradient grows in ten of {last} layers by "
                + $"{AtEveryWidth(seen, residual.Declared, runs => PropagationError.Gradient.Cell(runs, last))} powers of ten more than "
                + $"the {Number.Short(PropagationError.Gradient.Expected(residual, last))} expected, "
                + "in networks of 10 layers by "
                + AtEveryWidth(seen, Grid.ReLU(Shortcut.Identity, wide, 10), runs => PropagationError.Gradient.Cell(runs, runs.Depth))
                + $" more; with branches scaled by 1/√{last} by "
                + $"{AtEveryWidth(seen, scaled.Declared, runs => PropagationError.Gradient.Cell(runs, last))}.",
            "What is expected is the limit of infinite width at a fixed depth, and deep networks of finite width are far from it: "
                + "h + ReLU(W h) is twice as large where h is, so that the part of a gradient along the stream grows as the stream does, "
                + "faster than all others. It begins as one direction among as many as the layer is wide, and in the end it is all.");

        PropagationRuns gelu = seen.Of(residual.Declared with { Activation = Activation.Gelu, Shortcut = Shortcut.None });
        PropagationRuns silu = seen.Of(gelu.Declared with { Activation = Activation.SiLU });
        yield return Decide(
            "signal_examples",
            "He's start, made for ReLU, keeps the signal of plain GELU and SiLU networks too.",
            gelu.Measured(last, deviation).Median > 0.1 && silu.Measured(last, deviation).Median > 0.1,
            $"At layer {last} of width {wide} the z std is {gelu.Measured(last, deviation)} with GELU "
                + $"({Number.Short(gelu.Expected(last, deviation))} expected) and {silu.Measured(last, deviation)} with SiLU "
                + $"({Number.Short(silu.Expected(last, deviation))}).",
            "Both pass on half of what is small: once the signal shrinks, it shrinks ever faster. When that begins is a matter of chance, "
                + "most of all with GELU, and the narrower the network, the later.");

        yield return Decide(
            "signal_assumptions",
            "ReLU(h + W h + b), with the activation behind the sum, is foretold as well, but for its gradient.",
            PropagationError.Deviation.Typical(Behind(seen, wide), Middle) <= 0.1
                && PropagationError.Cosine.Typical(Behind(seen, wide), Middle) <= PropagationError.Cosine.Tolerance,
            $"At width {wide} it is off by "
                + string.Join(
                    "; by ", new[] { Middle, last }.Distinct().Select(layer => $"{Cells(Behind(seen, wide), layer)} at layer {layer}"))
                + ".");

        (PropagationRuns Own, PropagationRuns Shared)[] pairs =
        [
            .. Grid.Shortcuts.Select(
                shortcut => (seen.ReLU(shortcut, wide), seen.Of(seen.ReLU(shortcut, wide).Declared with { Shared = true }))),
        ];
        yield return Decide(
            "signal_assumptions",
            "Layers that share their weights are foretold as well.",
            pairs.All(
                pair =>
                    PropagationError.All.All(
                        error => error.Typical(pair.Shared, last) <= Math.Max(2 * error.Tolerance, 2 * error.Typical(pair.Own, last)))),
            $"At layer {last} of width {wide} the z std is off by "
                + string.Join(
                    "; ",
                    pairs.Select(
                        pair =>
                            $"{PropagationError.Deviation.Cell(pair.Own, last)} with weights of their own and "
                                + $"{PropagationError.Deviation.Cell(pair.Shared, last)} with shared ones ({pair.Own.Declared.Kind})"))
                + ", the cosine by "
                + string.Join(
                    "; ",
                    pairs.Select(
                        pair => $"{PropagationError.Cosine.Cell(pair.Own, last)} and {PropagationError.Cosine.Cell(pair.Shared, last)}"))
                + ".",
            "What is expected takes the products of one matrix as Gaussian together, and a matrix as drawn anew for the way back.");
    }

    /// <summary>
    /// How much ln of the root mean square of a plain ReLU network spreads: each layer multiplies the square by <c>2/n Σ max(0, g)²</c>
    /// with normal g, whose mean is 1 and whose variance is <c>(4/n) (E[g⁴]/2 - 1/4) = 5/n</c> (Hanin and Nica 2020).
    /// </summary>
    private static double ChanceOf(int layer, int width) => Math.Sqrt(5.0 * layer / width) / 2;

    private static PropagationRuns Behind(PropagationComparison seen, int width) =>
        seen.Of(Grid.ReLU(Shortcut.Identity, width, seen.Depth) with { ActivationBehind = true });

    /// <summary>Whether two networks that start from the same seeds have the same numbers as far as both go.</summary>
    private static bool Alike(PropagationRuns shallow, PropagationRuns deep) =>
        shallow.Runs.Zip(deep.Runs).All(static pair => pair.First.Layers.Zip(pair.Second.Layers).All(static layers =>
            layers.First.PreActivationStd == layers.Second.PreActivationStd && layers.First.Cosine == layers.Second.Cosine));

    /// <summary>The first layer's gradient relative to another's.</summary>
    private static Quartiles GradientFrom(PropagationRuns runs, int layer) =>
        Quartiles.Of(runs.Runs.Select(run => run.Layers[0].GradientRatio / run.Layers[layer - 1].GradientRatio));

    private static string Cells(PropagationRuns runs, int layer) =>
        string.Join(", ", PropagationError.All.Select(error => $"{error.Cell(runs, layer)} ({error.Name})"));

    private static string Listed(PropagationComparison seen, PropagationError error, int layer) =>
        string.Join(", ", seen.Widths.Select(width => error.Text(error.OfHalf(seen, width, layer))));

    private static string Worst(PropagationComparison seen, PropagationError error, int width, int layer)
    {
        PropagationRuns worst = error.Worst(seen, width, layer);
        return $"{worst.Declared.Kind}, {worst.Declared.ActivationName}, {worst.Declared.InitName} by "
            + $"{error.Text(error.Of(worst, layer).Median)} ({error.Name})";
    }

    private static string AtEveryWidth(PropagationComparison seen, GridNetwork network, Func<PropagationRuns, object> value) =>
        string.Join(", ", seen.Wider(network).Select(runs => $"{value(runs)} at width {runs.Declared.Width}"));

    private static Finding Decide(string figure, string claim, bool holds, string measured, string refutation = "") =>
        new(claim, holds ? Standing.Holds : Standing.DoesNotHold, holds ? measured : $"{measured} {refutation}".TrimEnd())
        {
            Figure = figure,
        };
}
