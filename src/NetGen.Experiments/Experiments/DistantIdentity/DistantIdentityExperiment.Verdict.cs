using NetGen.Experiments.Data;
using NetGen.Experiments.Networks;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.DistantIdentity;

/// <content>What follows from finished runs: tables, figures, and which of the claims made about this task hold.</content>
internal sealed partial class DistantIdentityExperiment
{
    public override Report Conclude(Settings settings, IReadOnlyList<TrainingRun> runs)
    {
        InspectedRun[] inspected = [.. runs.Cast<InspectedRun>()];
        IdentityComparison[] setups = [.. ChosenSetups(settings).Select(setup => new IdentityComparison(setup, inspected))];
        IdentityComparison main = setups[0];
        double floor = runs.Select(static run => run.Seed).Distinct().Average(LossFloor);
        DepthCurve[] curves = [.. DepthLadder.Measure(settings)];
        Finding[] findings = [.. Findings(setups, floor), .. DepthLadderClaims.Of(curves)];
        Table printed = PrintedNumbers(setups, settings);
        return new Report(
            "Distant Identity",
            Question,
            $"{Outcome(main.Res)} {Outcome(main.Plain)} "
                + $"(Set-up {main.Setup.Name}, {Number.Count(settings.Steps, "step")}, {Number.Count(settings.Seeds, "seed")}.) "
                + $"{Score.Of(findings, "claims made about this task")}",
            SetupTable(settings),
            printed.Rows.Count > 0 ? [printed, AllSetups(setups), Expected(setups)] : [AllSetups(setups), Expected(setups)],
            [.. Figures(setups, floor, curves)],
            findings,
            [
                "Loss: mean over batch and dimensions of the squared error. Initial loss: the first batch, before any update. "
                    + "Final loss: the last batch, before its update.",
                $"Unseen loss: over {UnseenVectors:N0} vectors that training never saw. "
                    + $"Layer statistics: over {InspectedVectors} unseen vectors, after training unless said otherwise.",
                "z is the result of a layer's Linear, before ReLU. The gradient of a layer is the Frobenius norm of dL/dz over the batch; "
                    + "the gradient of its weights is another.",
                SeedSpread.Convention,
                "Expected, predicted: what the compiler knows of each declared start by the theory of wide networks, before anything "
                    + "runs. Each set-up is a network of its own, so all of them have it.",
                "results.json holds every run; where set-ups start a network alike, it is one run that stands there for each of them. "
                    + "Numbers that are not finite stand there as the strings \"NaN\", \"Infinity\" and \"-Infinity\". "
                    + "Beside each figure lie its data as JSON.",
            ])
        {
            Leads = ["training_loss", "gradient_magnitude"],
            Passages = [WhatThePredictionIsWorth(setups)],
        };
    }

    /// <summary>
    /// The least mean squared error of outputs that are never negative: <c>max(0, y)</c> has it. For <c>y ~ U(-1, 1)</c> it is 1/6.
    /// </summary>
    private static double LossFloor(int seed) =>
        Uniform.Array(UnseenVectors * Width, DataStream.Of(seed)).Average(static y => y < 0 ? (double)y * y : 0);

    /// <summary>Whether a network learned, in words: whether it is better than any network without negative outputs can be.</summary>
    private static string Outcome(NetworkRuns network)
    {
        bool learned = network.FinalLoss.Median < LossOfZero / 2;
        return $"{network.Label} {(learned ? "learns it" : $"has not learned it after {Number.Count(network.Runs[0].Steps, "step")}")}: "
            + $"its loss goes from {network.InitialLoss} to {network.FinalLoss}.";
    }

    private static Table SetupTable(Settings settings) => new(
        "Set-up",
        ["what", "PlainMLP", "ResMLP"],
        [
            .. ChosenSetups(settings)
                .GroupBy(static setup => setup.Res.Layer)
                .Select(
                    static setups =>
                        new[]
                        {
                            $"layer, {string.Join(", ", setups.Select(static setup => setup.Name))}", setups.First().Plain.Layer,
                            setups.Key,
                        }),
            ["layers, width", $"{PlainMLP.Info.Layers.Length}, {Width}", $"{ResMLP.Info.Layers.Length}, {Width}"],
            ["parameters", $"{PlainMLP.Info.ParameterCount:N0}", $"{ResMLP.Info.ParameterCount:N0}"],
            .. ChosenSetups(settings).Select(static setup => new[]
            {
                $"weights, {setup.Name}", $"Kaiming normal × {Number.Short(setup.Plain.Scale)}",
                $"Kaiming normal × {Number.Short(setup.Res.Scale)}",
            }),
            ["biases", "0", "0"],
            ["task", .. Both("Y = X, X uniform on (-1, 1)")],
            [
                "data",
                .. Both(
                    HasFixedData(settings)
                        ? $"{TrainingVectors:N0} fixed vectors, shuffled anew each epoch, rest dropped"
                        : "fresh vectors for every step"),
            ],
            [
                "training",
                .. Both($"Adam, learning rate {Number.Tick(LearningRate)}; {Number.Count(settings.Steps, "step")} of {settings.Batch}"),
            ],
            [
                "seeds",
                .. Both(
                    settings.SeedsInWords),
            ],
        ]);

    private static string[] Both(string text) => [text, text];

    /// <summary>
    /// What the two accounts of this experiment print, what PyTorch 1.13.1 gives over 20 seeds, and what this run measured.
    /// </summary>
    private static Table PrintedNumbers(IReadOnlyList<IdentityComparison> setups, Settings settings)
    {
        bool fixedData = HasFixedData(settings);
        string OfFixed(string numbers) => fixedData ? numbers : "";
        List<string[]> rows = [];
        foreach (IdentityComparison s in setups)
        {
            string name = s.Setup.Name;
            rows.AddRange(name switch
            {
                "fair" =>
                [
                    [name, "ResMLP initial loss", "13.826", OfFixed("15.7 [12.2, 21.4]"), $"{s.Res.InitialLoss.AroundMean}"],
                    [
                        name,
                        "ResMLP final loss",
                        "0.0630",
                        fixedData ? "0.0619 [0.0541, 0.0724]" : "0.0652 [0.0553, 0.0797]",
                        $"{s.Res.FinalLoss.AroundMean}",
                    ],
                    [name, "PlainMLP initial loss", "0.333", OfFixed("0.334 [0.323, 0.343]"), $"{s.Plain.InitialLoss.AroundMean}"],
                    [name, "PlainMLP final loss", "0.333", OfFixed("0.334 [0.327, 0.341]"), $"{s.Plain.FinalLoss.AroundMean}"],
                    [
                        name,
                        "ResMLP dL/dz, layer 1",
                        "3.78e-3",
                        OfFixed("4.14e-3 [3.53e-3, 4.65e-3]"),
                        $"{s.Res.After(1, gradient).AroundMean}",
                    ],
                    [
                        name,
                        $"ResMLP dL/dz, layer {Depth}",
                        "1.91e-3",
                        OfFixed("2.01e-3 [1.48e-3, 2.32e-3]"),
                        $"{s.Res.After(Depth, gradient).AroundMean}",
                    ],
                    [
                        name,
                        "PlainMLP dL/dz, layer 1",
                        "8.65e-19",
                        OfFixed("[4.0e-19, 2.0e-16]"),
                        $"{s.Plain.After(1, gradient).AroundMean}",
                    ],
                    [
                        name,
                        $"PlainMLP dL/dz, layer {Depth}",
                        "6.61e-3",
                        OfFixed("7.5e-3 [5.1e-3, 9.2e-3]"),
                        $"{s.Plain.After(Depth, gradient).AroundMean}",
                    ],
                    [
                        name,
                        "ResMLP z std, least and most of layers",
                        "0.1348, 0.1767",
                        OfFixed("0.134, 0.178"),
                        $"{s.Res.Least(std).AroundMean}, {s.Res.Most(std).AroundMean}",
                    ],
                    [name, "PlainMLP z std, layer 1", "0.1795", OfFixed("0.182"), $"{s.Plain.After(1, std).AroundMean}"],
                ],
                "raw" =>
                [
                    [name, "ResMLP initial loss", "1.06e8", OfFixed("order of 1e8"), $"{s.Res.InitialLoss.AroundMean}"],
                ],
                "scaled-branch" =>
                [
                    [name, "PlainMLP final loss over ResMLP's", "1.6", "", $"{s.Improvement.AroundMean}"],
                ],
                "unfair" =>
                [
                    [name, "PlainMLP final loss", "0.3123", "", $"{s.Plain.FinalLoss.AroundMean}"],
                    [
                        name,
                        "PlainMLP z std, least and most of layers",
                        "0.36, 0.95",
                        "",
                        $"{s.Plain.Least(std).AroundMean}, {s.Plain.Most(std).AroundMean}",
                    ],
                    [
                        name,
                        "PlainMLP dL/dz, least and most of layers",
                        "7.6e-3, 1.0e-2",
                        "",
                        $"{s.Plain.Least(gradient).AroundMean}, {s.Plain.Most(gradient).AroundMean}",
                    ],
                ],
                _ => (IEnumerable<string[]>)[],
            });
        }

        string conditions = settings is { Steps: 500, Batch: 64 } && fixedData ? "" : " (printed for 500 steps of 64 and fixed data)";
        return new Table(
            $"Results beside printed numbers{conditions}",
            ["set-up", "quantity", "printed", "PyTorch, 20 seeds, mean", "measured, mean"],
            rows);
    }

    private static Table AllSetups(IReadOnlyList<IdentityComparison> setups) => new(
        "Every set-up",
        [
            "set-up", "network", "initial loss", "final loss", "unseen loss", "dL/dz layer 1", $"dL/dz layer {Depth}",
            $"zeros in layer {Depth}",
        ],
        [
            .. from s in setups
               from network in new[] { s.Plain, s.Res }
               select new[]
               {
                   s.Setup.Name, network.Label, $"{network.InitialLoss}", $"{network.FinalLoss}", $"{network.UnseenLoss}",
                   $"{network.After(1, gradient)}", $"{network.After(Depth, gradient)}", Number.Percent(network.After(Depth, zeros).Median),
               },
        ]);

    /// <summary>What the compiler expects of each declared start, and what was measured of it before training.</summary>
    private static Table Expected(IReadOnlyList<IdentityComparison> setups)
    {
        return new Table(
            "Expected by the compiler, and measured before training",
            ["set-up", "network", "quantity", "expected", "measured"],
            [
                .. from starts in setups.SelectMany(static s => new[] { (s.Setup.Name, Network: s.Plain), (s.Setup.Name, Network: s.Res) })
                    .GroupBy(static start => start.Network.Network)
                   let network = starts.First().Network
                   from row in Rows(network)
                   select (string[])[string.Join(", ", starts.Select(static start => start.Name)), network.Label, .. row],
            ]);

        static IEnumerable<string[]> Rows(NetworkRuns network) =>
        [
            .. new[] { 1, 2, 3, 4, 5, Depth }.Select(
                layer =>
                    new[]
                    {
                        $"z std, layer {layer}", Number.Short(network.Network.Layers[layer - 1].Expected.PreActivationDeviation),
                        $"{network.Before(layer, std)}",
                    }),
            [
                $"dL/dz, layer 1 over layer {Depth}",
                Number.Short(network.Network.Layers[0].Expected.GradientRatio),
                $"{network.GradientRatio}",
            ],
            [
                "the same where dL/dout is noise",
                Number.Short(network.Network.Layers[0].Expected.GradientRatio),
                $"{network.RandomGradientRatio}",
            ],
        ];
    }

    /// <summary>Where the theory does not fit what is measured, in numbers of this run.</summary>
    private static Passage WhatThePredictionIsWorth(IReadOnlyList<IdentityComparison> setups) => new(
        "What the compiler expected, and where that is off",
        $"The compiler knows layers so wide that fluctuations vanish; these have {Width} units, and a ratio of {Depth} random "
            + "factors varies from seed to seed. "
            + "It takes dL/dout as independent of the output. The gradient of the squared error, 2 (out - y) / n, is not: "
            + "where the output is large it points along it, and a network of ReLU without biases is homogeneous, "
            + "so that h · dL/dh is the same behind every layer (Euler) and the gradient grows backwards as the signal does forwards. "
            + $"dL/dz of layer 1 over dL/dz of layer {Depth} in ResMLP, expected, measured, and measured where dL/dout is noise: "
            + string.Join("; ", setups.DistinctBy(static s => s.Res.Network).Select(static s =>
                $"{s.Setup.Name} {Number.Short(s.Res.Network.Layers[0].Expected.GradientRatio)}, "
                    + $"{s.Res.GradientRatio}, {s.Res.RandomGradientRatio}"))
            + $". What is left of the difference comes with the width: about 1/{Width} of the energy of any dL/dout points along the "
            + "output, and that part grows faster than the rest.");

    private static IEnumerable<Figure> Figures(IdentityComparison[] setups, double floor, IReadOnlyList<DepthCurve> curves)
    {
        IdentityComparison main = setups[0];
        string name = main.Setup.Name;
        NetworkRuns[] both = [main.Plain, main.Res];
        yield return LossFigures.TrainingLoss(name, both, new Guide(floor, $"{Number.Short(floor)}: the least without negative outputs"));
        yield return LayerFigures.GradientMagnitude(name, both);
        yield return HighwayFigure.Roads(name, main.Plain, main.Res);
        yield return ChainRuleFigure.Gains(name, main.Plain, main.Res);
        yield return LayerFigures.GradientAtStart(name, both);
        yield return DepthLadderFigure.FirstGradient(curves);
        yield return LayerFigures.GradientKinds(name, main.Plain);
        yield return LayerFigures.SignalFlow(name, both);
        yield return HeatmapFigure.Activations(name, both);
        yield return LayerFigures.ActivationStd(name, both);
        yield return LayerFigures.ActivationMean(name, both);
        if (setups.Length > 1)
            yield return LossFigures.Setups(
                [.. setups.Select(static s => ($"{s.Setup.Name}: {s.Setup.Description}", (IReadOnlyList<NetworkRuns>)[s.Plain, s.Res]))]);
    }

    private static IEnumerable<Finding> Findings(IReadOnlyList<IdentityComparison> setups, double floor)
    {
        foreach (Claim claim in claims)
        {
            yield return setups.FirstOrDefault(setup => setup.Setup.Name == claim.Setup) is { } measured
                ? claim.Decide(measured, floor)
                : new Finding(claim.Text, Standing.NotMeasured, $"It needs --setup {claim.Setup}.") { Figure = claim.Figure };
        }
    }
}
