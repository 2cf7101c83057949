using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.SignalPropagation;

/// <content>What follows from finished runs: tables, figures and answers.</content>
internal sealed partial class SignalPropagationExperiment
{
    public override Report Conclude(Settings settings, IReadOnlyList<TrainingRun> runs)
    {
        PropagationComparison seen = new([.. runs.Cast<PropagationRun>()], settings[depth]);
        Finding[] findings = [.. Claims(seen)];
        return new Report(
            "Signal propagation",
            Question,
            $"{Outcome(seen)} {Score.Of(findings, "statements")}",
            SetupTable(settings, seen),
            [Summary(seen), Reference(seen), .. PropagationError.All.Select(error => Errors(seen, error)), OfOthers(seen)],
            [
                PropagationFigures.Gradients(seen),
                PropagationFigures.Cosines(seen),
                PropagationFigures.Streams(seen),
                PropagationFigures.Errors(seen),
                PropagationFigures.Examples(seen),
                PropagationFigures.NarrowAndDeep(seen),
                PropagationFigures.Assumptions(seen),
            ],
            findings,
            [
                "Expected: what the network compiler derives from the declaration alone, in the limit of infinite width, and emits into "
                    + "the network's layer table. It knows neither seed nor data, only that inputs have mean 0 and "
                    + "the declared standard deviation.",
                $"Measured: on {settings.Batch} normal inputs in networks as their constructor makes them, with a normal gradient let in "
                    + "at the output, which does not depend on it. Only layers with a Linear are counted, not norms.",
                "z std: the standard deviation over units and inputs of z = W h + b. Stream std: the standard deviation of what a layer "
                    + "hands on. Cosine: the mean over pairs of inputs of the cosine between what the layer hands on for them. "
                    + "Gradient: the norm of dL/dz over units and inputs, relative to the last layer's.",
                "Errors: measured over expected, less 1, for the z std; measured less expected for the cosine; for the gradient, "
                    + "the measured less the expected power of ten by which it grows from the layer of the column to the first, "
                    + "divided by the layers between and times ten.",
                "Numbers and lines are medians over seeds; ranges in brackets and bands are the quartiles. "
                    + "Spread: the distance between the quartiles over 1.349, which is the standard deviation "
                    + "where the distribution is normal.",
                "Networks of one width that start from the same seed start with the same weights, but for the factor of the initialiser: "
                    + "their deviations from theory are not independent.",
                "results.json holds every layer of every run, networks.json every declaration with what is expected of it. "
                    + "Numbers that are not finite stand there as the strings \"NaN\", \"Infinity\" and \"-Infinity\". "
                    + "Beside each figure lie its data as JSON.",
            ])
        {
            Leads = ["signal_gradients", "signal_errors"],
        };
    }

    /// <summary>
    /// How close half of all combinations are, in the widest and the narrowest networks. No width and layer is told of twice.
    /// </summary>
    private static string Outcome(PropagationComparison seen)
    {
        (int Width, int Layer)[] places = [(seen.Widest, Middle), (seen.Widest, seen.Depth), (seen.Narrowest, seen.Depth)];
        IEnumerable<string> errors = places.Distinct()
            .Select(place => $"{OfHalf(seen, place.Width, place.Layer)} at width {place.Width} and layer {place.Layer}");
        return $"Half of {seen.Combinations(seen.Widest).Count()} combinations of activation, initialiser, residual connection and norm "
            + $"are this close to what the compiler expects: {string.Join("; ", errors)}.";
    }

    private static string OfHalf(PropagationComparison seen, int width, int layer) =>
        string.Join(", ", PropagationError.All.Select(error => $"{error.Text(error.OfHalf(seen, width, layer))} ({error.Name})"));

    private static Table SetupTable(Settings settings, PropagationComparison seen) => new(
        "Set-up",
        ["what", "how"],
        [
            ["plain", "h' = f(W h + b)"],
            ["residual", "h' = h + f(W h + b)"],
            [$"residual/√{seen.Depth}", $"h' = h + f(W h + b) / √{seen.Depth}"],
            ["RmsNorm", "in front of each layer, inside the residual connection: h' = h + f(W rmsnorm(h) + b)"],
            ["activations", string.Join(", ", Grid.Activations)],
            ["initialisers", "He: W ~ N(0, 2 / fan_in); LeCun: W ~ N(0, 1 / fan_in); biases 0"],
            ["depth", $"{seen.Depth} layers; plain and residual ReLU networks also of fewer"],
            [
                "widths and seeds",
                string.Join(
                    "; ",
                    seen.Widths.Select(
                        width => $"{width}: {Number.Count(Seeds(settings, width).Count(), "seed")} from {settings.FirstSeed}")),
            ],
            ["inputs", $"{settings.Batch}, N(0, 1)"],
            [
                $"plain, W/√{Middle}",
                $"the plain network of distant-identity: {Middle} layers, He, W smaller by 1/√{Middle}, "
                    + "inputs of standard deviation 0.577",
            ],
            [
                "networks",
                $"{Declared(settings, seen.Widest).Count()} declarations of each width, written and compiled by this run: "
                    + "the network compiler and the C# compiler are called as libraries",
            ],
        ]);

    /// <summary>How far half of all combinations are off at most, and how far the one that is farthest off.</summary>
    private static Table Summary(PropagationComparison seen) => new(
        "How far off: half of all combinations at most, and the farthest",
        ["width", "layer", .. PropagationError.All.SelectMany(static error => new[] { error.Name, "farthest" })],
        [
            .. from width in seen.Widths
               from layer in seen.Checkpoints
               select (string[])
               [
                   $"{width}", $"{layer}",
                   .. PropagationError.All.SelectMany(
                       error =>
                           new[]
                           {
                               error.Text(error.OfHalf(seen, width, layer)),
                               error.Text(error.Typical(error.Worst(seen, width, layer), layer)),
                           }),
               ],
        ]);

    /// <summary>What PyTorch 1.13.1 gives at width 64, what is expected, and what this run measured.</summary>
    private static Table Reference(PropagationComparison seen)
    {
        string[] deviations = ["0.182", "0.0405", "8.8e-3", "1.95e-3", "4.5e-4"];
        (int Layer, string Printed)[] cosines = [(1, "0.32"), (5, "0.74"), (10, "0.87"), (20, "0.96"), (50, "0.99")];
        GridNetwork smaller = Grid.PlainSmaller(seen.Narrowest);
        return new Table(
            "Results beside PyTorch, width 64",
            ["quantity", "PyTorch", "expected", .. seen.Widths.Select(static width => $"measured, width {width}")],
            [
                .. deviations.Select(
                    (printed, index) => Row($"z std, {smaller.Kind}, layer {index + 1}", printed, smaller, index + 1, deviation)),
                .. from cosineOf in cosines
                   where cosineOf.Layer <= seen.Depth
                   select Row(
                       $"cosine, plain, He, layer {cosineOf.Layer}",
                       cosineOf.Printed,
                       Grid.ReLU(Shortcut.None, seen.Narrowest, seen.Depth),
                       cosineOf.Layer,
                       cosine),
            ]);

        string[] Row(string name, string printed, GridNetwork network, int layer, Func<PropagationRow, double> value) =>
            [
                name,
                printed,
                Number.Short(seen.Of(network).Expected(layer, value)),
                .. seen.Wider(network).Select(runs => $"{runs.Measured(layer, value)}"),
            ];
    }

    /// <summary>The errors of every combination at the last layer.</summary>
    private static Table Errors(PropagationComparison seen, PropagationError error) => new(
        $"Errors: {error.Name}, layer {seen.Depth}",
        ["layers", "activation", "start", "expected", .. seen.Widths.Select(static width => $"error, width {width}")],
        [.. Grid.Combinations(seen.Narrowest, seen.Depth).Select(network => ErrorRow(seen, network, error))]);

    /// <summary>The errors of the networks that ask how far theory reaches.</summary>
    private static Table OfOthers(PropagationComparison seen) => new(
        "Errors of further networks, last layer",
        ["layers", "error of", "depth", "expected", .. seen.Widths.Select(static width => $"error, width {width}")],
        [
            .. from network in Grid.Others(seen.Narrowest, seen.Depth)
               from error in PropagationError.All
               let row = ErrorRow(seen, network, error)
               select (string[])[row[0], error.Name, $"{network.Depth}", .. row.Skip(3)],
        ]);

    private static string[] ErrorRow(PropagationComparison seen, GridNetwork network, PropagationError error) =>
    [
        network.Kind, network.ActivationName, network.InitName, Number.Short(error.Expected(seen.Of(network), network.Depth)),
        .. seen.Wider(network).Select(runs => error.Cell(runs, network.Depth)),
    ];
}
