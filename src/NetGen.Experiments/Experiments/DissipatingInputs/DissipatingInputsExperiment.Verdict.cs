using NetGen.Experiments.Data;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.DissipatingInputs;

/// <content>What follows from finished runs: tables, figures and answers.</content>
internal sealed partial class DissipatingInputsExperiment
{
    /// <summary>The loss of an answer that is always zero, <c>E[y²]</c> for <c>y ~ U(-1, 1)</c>.</summary>
    public const double LossOfZero = Uniform.Variance;

    public override Report Conclude(Settings settings, IReadOnlyList<TrainingRun> runs)
    {
        DissipationComparison seen = new([.. runs.Cast<DissipationRun>()], ReadBack(settings));
        Finding[] findings = [.. Claims(seen)];
        IReadOnlyList<DissipationRuns> kinds = seen.Kinds(Narrow);
        return new Report(
            "Dissipating inputs",
            Question,
            $"{Outcome(seen)} {Score.Of(findings, "claims of the source")}",
            SetupTable(settings),
            [
                Reference(seen),
                Predicted(seen),
                BeforeTraining(settings, seen),
                .. seen.Widths.Select(width => AfterTraining(settings, seen, width)),
            ],
            [
                RemainsFigure.Remains(settings.FirstSeed, seen.Readouts),
                DissipationFigures.Cosine(seen),
                DissipationFigures.Rank(seen),
                DissipationFigures.Survival(kinds),
                DissipationFigures.StuckUnits(kinds),
                DissipationFigures.Histograms([.. kinds.Take(3)]),
                DissipationFigures.Moments(kinds),
                DissipationFigures.Training(
                [
                    .. from depth in seen.Depths(LayerKind.Plain)
                       let networks = (DissipationRuns[])[seen.Of(LayerKind.Plain, depth: depth), seen.Of(LayerKind.Residual, depth: depth)]
                       select ($"depth {depth}", networks),
                    ($"depth {Deepest}, every kind but residual", [seen.Plain, seen.Scaled, seen.ZeroStart]),
                ]),
                DissipationFigures.AfterTraining(kinds),
            ],
            findings,
            [
                $"Statistics of layers are taken over {HeNetwork.InspectedVectors} vectors that training never saw. "
                    + "z is what a layer's activation is applied to: W h + b in plain networks, h + W h + b in residual ones. "
                    + "All biases start at zero.",
                "Survival: the share of z, over inputs and units, that is positive. "
                    + "Always on, always off: the share of units with a positive z for every input, or for none.",
                "Bound: the inequality of Chebyshev and Cantelli, P(z > 0) ≥ μ² / (μ² + σ²) where μ > 0. "
                    + "By layer: of the mean and variance of all z of the layer; by unit: of one unit's z over inputs. "
                    + "A violation is a unit whose own share is below its own bound.",
                "Cosine: the mean over pairs of different inputs of the cosine between the layer's outputs. "
                    + "Effective rank: (Σλ)² / Σλ² over the eigenvalues of the covariance of the layer's "
                    + "outputs, computed as (tr C)² / |C|².",
                "Read back: the share of the variance of inputs that a linear readout of a layer's outputs, fitted to other inputs by "
                    + "ridge regression, gets right. Networks learn to hand on their input through a linear output; unseen loss: "
                    + $"over {HeNetwork.UnseenVectors:N0} vectors, after the last step.",
                SeedSpread.Convention,
                "results.json holds every layer of every run before and after training, losses.json the losses. "
                    + "Its predictedVariance and predictedCosine, and the thin dashed lines of figures, are what the compiler knows of "
                    + "the declared start by the theory of wide networks; after training they are null. "
                    + "Numbers that are not finite stand there as the strings \"NaN\", \"Infinity\" and \"-Infinity\". "
                    + "Beside each figure lie its data as JSON.",
            ])
        {
            Leads = ["remains", "cosine"],
            Passages = [WhatThePredictionIsWorth(seen), OtherActivations(seen)],
        };
    }

    /// <summary>The first question that the source leaves open.</summary>
    private static Passage OtherActivations(DissipationComparison seen)
    {
        IReadOnlyList<DissipationRuns> plain = seen.Activations(LayerKind.Plain, Narrow);
        DissipationRuns richest = plain.MaxBy(static runs => runs.Before(Deepest, rank).Median)!;
        string[] misleading =
        [
            .. plain.Where(static runs => Math.Abs(runs.Before(Deepest, cosine).Median) < 0.5 && runs.Before(Deepest, rank).Median < 3)
                .Select(static runs => runs.Label),
        ];
        return new Passage(
            "An open question of the source: what do other activations change?",
            $"Behind layer {Deepest} of plain networks of width {Narrow} the effective rank of outputs is "
                + $"{string.Join(", ", plain.Select(static runs => $"{runs.Before(Deepest, rank)} ({runs.Label})"))}: "
                + $"with {richest.Label} inputs differ in most directions. "
                + (misleading.Length > 0
                    ? $"The cosine alone would deceive: with {string.Join(" and ", misleading)} it is small, as outputs point both ways, "
                        + "but along hardly more than one line. "
                    : "")
                + "After training, the loss on unseen inputs is "
                + $"{string.Join(", ", plain.Select(static runs => $"{runs.UnseenLoss} ({runs.Label})"))}.");
    }

    private static Dictionary<string, IReadOnlyList<LayerReadout>> ReadBack(Settings settings) => allNetworks
        .Where(static network => network is { Activation: ReLU, Width: Narrow, Depth: Deepest })
        .ToDictionary(
            static network => network.Kind, network => network.ReadBack(settings.FirstSeed, RemainsFigure.Layers, HeartAndCross.Inputs));

    private static string Outcome(DissipationComparison seen) =>
        $"In a plain network of width {Narrow} {Number.Percent(seen.Plain.Before(Deepest, survival).Median)} of the neurons survive in "
        + $"layer {Deepest}, but outputs for different inputs have a mean cosine of {seen.Plain.Before(Deepest, cosine)} "
        + $"and differ in {seen.Plain.Before(Deepest, rank)} directions. "
        + $"With residual connections {Number.Percent(seen.Residual.Before(Deepest, survival).Median)} survive, and the cosine is "
        + $"{seen.Residual.Before(Deepest, cosine)}; "
        + $"with branches smaller by 1/√{Deepest} it is {seen.Scaled.Before(Deepest, cosine)}, with branches that start at zero "
        + $"{seen.ZeroStart.Before(Deepest, cosine)}.";

    private static Table SetupTable(Settings settings) => new(
        "Set-up",
        ["what", "how"],
        [
            ["plain", "h' = f(W h + b)"],
            ["residual", "h' = f(h + W h + b)"],
            [LayerKind.Scaled, $"the same, W smaller by 1/√{Deepest} at the start"],
            [LayerKind.ZeroStart, "the same, W = 0 at the start"],
            ["weights", "Kaiming normal, N(0, 2 / fan_in); biases 0"],
            ["activations", string.Join(", ", Activations.Select(static activation => activation.Name))],
            [
                "depths",
                $"every layer of {Deepest}; plain and residual with ReLU and width {Narrow} also at depth "
                    + string.Join(
                        " and ",
                        allNetworks.Where(static network => network.Depth < Deepest)
                            .Select(static network => network.Depth)
                            .Distinct()
                            .Order()),
            ],
            ["widths", string.Join(", ", Chosen(settings).Select(static network => network.Width).Distinct())],
            ["task", "Y = X through a linear output, X uniform on (-1, 1), fresh vectors for every step"],
            [
                "training",
                $"Adam, learning rate {Number.Tick(HeNetwork.LearningRate)}; "
                    + string.Join(
                        ", ",
                        Chosen(settings)
                            .DistinctBy(static network => network.Width)
                            .Select(network => $"{Number.Count(network.Steps(settings), "step")} at width {network.Width}"))
                    + $"; batches of {settings.Batch}",
            ],
            ["seeds", settings.SeedsInWords],
        ]);

    /// <summary>What PyTorch 1.13.1 gives, and what this run measured.</summary>
    private static Table Reference(DissipationComparison seen)
    {
        int[] layers = [1, 5, 10, 20, 50];
        string[] cosines = ["0.32", "0.74", "0.87", "0.96", "0.99"];
        string[] ranks = ["35", "9", "4", "1.8", "1.1"];
        return new Table(
            $"Results beside PyTorch: ReLU, width {Narrow}, before training",
            ["quantity", "PyTorch", "measured"],
            [
                ["survival, plain, mean of all layers", "near 0.50", $"{seen.Plain.MeanFrom(1, survival)}"],
                [$"survival, residual, mean from layer {Settled} on", "near 0.65", $"{seen.Residual.MeanFrom(Settled, survival)}"],
                [
                    "neurons below their bound, all networks",
                    "0",
                    $"{seen.Runs.Sum(static run => run.Start.Sum(static row => row.Violations))}",
                ],
                .. layers.Zip(
                    cosines, (layer, printed) => new[] { $"cosine, plain, layer {layer}", printed, $"{seen.Plain.Before(layer, cosine)}" }),
                .. layers.Zip(
                    ranks,
                    (layer, printed) => new[] { $"effective rank, plain, layer {layer}", printed, $"{seen.Plain.Before(layer, rank)}" }),
            ]);
    }

    /// <summary>What the compiler expects of the declared starts, and what was measured of them.</summary>
    private static Table Predicted(DissipationComparison seen)
    {
        return new Table(
            "Expected by the compiler, and measured before training: ReLU",
            [
                "network", "width", "layer", "cosine, expected", "measured", "variance, expected", "measured", "survival, expected",
                "measured",
            ],
            [
                .. from width in seen.Widths
                   from runs in seen.Kinds(width)
                   from layer in new[] { 1, 5, 10, Middle, Deepest }
                   select (string[])
                   [
                       runs.Label, $"{width}", $"{layer}",
                       .. Pair(runs, layer, cosine, static row => row.PredictedCosine),
                       .. Pair(runs, layer, variance, static row => row.PredictedVariance),
                       .. Pair(runs, layer, survival, static row => row.PredictedSurvival),
                   ],
            ]);

        static string[] Pair(
            DissipationRuns runs, int layer, Func<DissipationRow, double> measured, Func<DissipationRow, double?> predicted) =>
            [Number.Short(runs.Predicted(layer, predicted)), $"{runs.Before(layer, measured)}"];
    }

    /// <summary>How far the limit of infinite width is from these widths, in numbers of this run.</summary>
    private static Passage WhatThePredictionIsWorth(DissipationComparison seen)
    {
        return new Passage(
            "What the compiler expected, and how far off it is",
            "The compiler knows cosine, variance and survival of each declared start, for layers so wide that fluctuations vanish. "
                + "These are narrower: every layer adds a little chance of its own, and depth adds it up. "
                + $"The measured cosine (over seeds) is off the expected one by {string.Join("; ", seen.Widths.Select(Cosines))}. "
                + "Where branches start small or at zero it is off from the first layer on, at every width: theory takes inputs as normal "
                + "numbers, whose ReLU has a cosine of 1/π = 0.318, and the ReLU of numbers uniform on (-1, 1) has 3/8. "
                + $"The variance in layer {Deepest} of plain networks is "
                + string.Join(
                    ", ",
                    seen.Widths.Select(
                        width => $"{seen.Of(LayerKind.Plain, width: width).Over(VarianceRatio)} of the expected one at width {width}"))
                + ": "
                + "a product of random factors, of which most draws lie below the mean.");

        string Cosines(int width) =>
            $"at most {string.Join(", ", seen.Kinds(width).Select(static runs => $"{Number.Short(Furthest(runs))} ({runs.Label})"))} at "
                + $"width {width}";

        static double Furthest(DissipationRuns runs) =>
            Enumerable.Range(1, runs.Depth)
                .Max(layer => Math.Abs(runs.Before(layer, cosine).Median - runs.Predicted(layer, static row => row.PredictedCosine)));

        static double VarianceRatio(DissipationRun run) => run.Start[^1].Variance / run.Start[^1].PredictedVariance ?? double.NaN;
    }

    private static Table BeforeTraining(Settings settings, DissipationComparison seen) => new(
        $"Layer {Deepest} of every network, before training",
        [
            "network", "activation", "width", "survival", "bound by layer", "by unit", "always on, off", "variance",
            $"cosine, layers {Middle}, {Deepest}", $"effective rank, layers {Middle}, {Deepest}",
        ],
        [
            .. from network in Chosen(settings)
               where network.Depth == Deepest
               let runs = Of(seen, network)
               select new[]
               {
                   network.Kind, network.Activation, $"{network.Width}", Last(runs, survival), Last(runs, bound),
                   Last(runs, static row => row.NeuronBound),
                   $"{Number.Percent(runs.Before(Deepest, static row => row.AlwaysOn).Median)}, "
                       + $"{Number.Percent(runs.Before(Deepest, static row => row.AlwaysOff).Median)}",
                   Last(runs, variance), $"{Number.Short(runs.Before(Middle, cosine).Median)}, {Last(runs, cosine)}",
                   $"{Number.Short(runs.Before(Middle, rank).Median)}, {Last(runs, rank)}",
               },
        ]);

    /// <summary>
    /// A table for each width: wide networks take fewer steps, and what so many steps make of a network is not to be held against what
    /// fewer do.
    /// </summary>
    private static Table AfterTraining(Settings settings, DissipationComparison seen, int width) => new(
        $"The last layer of every network of width {width}, before and after "
            + $"{Number.Count(seen.Of(LayerKind.Plain, width: width).Runs[0].Steps, "step")}",
        ["network", "activation", "depth", "first loss", "unseen loss", "cosine", "effective rank", "survival"],
        [
            .. from network in Chosen(settings)
               where network.Width == width
               let runs = Of(seen, network)
               select new[]
               {
                   network.Kind, network.Activation, $"{network.Depth}", $"{runs.InitialLoss}", $"{runs.UnseenLoss}",
                   Change(runs, cosine), Change(runs, rank), Change(runs, survival),
               },
        ]);

    /// <summary>What training makes of a number of the last layer.</summary>
    private static string Change(DissipationRuns runs, Func<DissipationRow, double> value) =>
        $"{Number.Short(runs.Before(runs.Depth, value).Median)} → {Number.Short(runs.After(runs.Depth, value).Median)}";

    private static DissipationRuns Of(DissipationComparison seen, HeNetwork network) =>
        seen.Of(network.Kind, network.Activation, network.Width, network.Depth);

    private static string Last(DissipationRuns runs, Func<DissipationRow, double> value) =>
        Number.Short(runs.Before(Deepest, value).Median);
}
