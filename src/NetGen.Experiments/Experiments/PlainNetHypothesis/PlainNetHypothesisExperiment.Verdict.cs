using NetGen.Experiments.Data;
using NetGen.Experiments.Measuring;
using NetGen.Experiments.Networks;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <content>What follows from finished runs.</content>
internal sealed partial class PlainNetHypothesisExperiment
{
    public override Report Conclude(Settings settings, IReadOnlyList<TrainingRun> runs) =>
        ChosenStudy(settings)?.Conclude(settings, runs) ?? Compare(settings, runs);

    private Report Compare(Settings settings, IReadOnlyList<TrainingRun> runs)
    {
        HypothesisComparison[] depths = [.. HypothesisVariants.Depths.Select(depth => new HypothesisComparison(depth, runs))];
        (string Name, IReadOnlyList<HypothesisRuns> Runs)[] studies =
        [
            .. HypothesisVariants.Variations.Select(
                study => (study.Name, (IReadOnlyList<HypothesisRuns>)[.. study.Variants.Select(variant => variant.Of(runs))])),
        ];
        IReadOnlyList<CoderResult> coders = CoderResult.Of(runs);
        return new Report(
            "The Plain Neural Net Hypothesis, reconstructed",
            Question,
            Answer(depths, settings),
            SetupTable(settings),
            [Results(depths), Cost(depths), Coders(coders), StudyTable(studies)],
            [
                HypothesisFigures.TrainingLoss(depths),
                HypothesisFigures.WayDown(settings.FirstSeed, Ways(settings.FirstSeed, runs)),
                HypothesisFigures.CoderError(coders),
                HypothesisFigures.Studies(studies),
                HypothesisFigures.Width(Study(studies, "coder width"), depths[0].C),
            ],
            [.. Claims(depths, runs, coders)],
            [
                "Loss: mean over batch and dimensions of the squared error. Loss at the start and at the end: "
                    + "the first and the last batch, before its update. "
                    + $"Unseen loss: over {HypothesisVariant.UnseenVectors:N0} vectors that training never saw.",
                "1 - R²: the squared error of a reconstruction, divided by what always answering with the mean of each number would "
                    + "have. For A, B and their kin it is of rectified normal vectors, on which they are trained; "
                    + "for C, which is written down, of [ReLU(x); ReLU(-x)] behind the layer's ReLU. "
                    + "Both over vectors never seen, after training.",
                $"To train: to end, at every seed, after {Number.Count(settings.Steps, "step")}, below half the loss of an answer of "
                    + "zeros, which is 1/3. What has not trained then may train in more.",
                "Time of a step: all networks take turns, one step each, on one thread; the least of all rounds of a seed counts, "
                    + "since other work on a machine only adds. Ratios are taken seed by seed.",
                SeedSpread.Convention,
                "No curve carries a prediction of the compiler: it knows declared starts, and coders are trained or written down "
                    + "before the layers that use them.",
                "results.json holds every run, coders.json what coders lose before layers use them. "
                    + "Beside each figure lie its data as JSON.",
            ])
        {
            Leads = ["training_loss", "coder_error"],
            Passages = [.. Passages()],
        };
    }

    private static Table SetupTable(Settings settings) => new(
        "Set-up",
        ["what", "how"],
        [
            [
                "layer with a coder",
                "h' = ReLU(W₂ ReLU(W₁ h + b₁) + b₂ + D ReLU(E h + e) + d), h of 128, the learner's hidden layer of 64; "
                    + "E, e, D, d shared by all layers; W₁ Kaiming normal, W₂ = 0",
            ],
            ["coder A", "128 wide; E orthogonal, D = Eᵀ, then trained alone"],
            ["coder B", "64 wide, half of h as in the source; begun and trained in the same way"],
            ["coder C", "64 wide, not trained: E = [I, -I], e = 1, D = [I; -I], d = [-1; 1]; exact for |x| ≤ 1"],
            ["plain", "h' = ReLU(W₂ ReLU(W₁ h + b₁) + b₂), Kaiming normal; with one matrix: h' = ReLU(W h + b)"],
            ["residual", "h' = ReLU(h + W₂ ReLU(W₁ h + b₁) + b₂), Kaiming normal, W₂ scaled by 1/√depth; zero start: W₂ = 0"],
            ["around the layers", "first [ReLU(x); ReLU(-x)], 64 to 128; last a Linear, 128 to 64, weights N(0, 1/128)"],
            [
                "task",
                $"Distant Identity, Y = X, X uniform on (-1, 1), 64 numbers; {HypothesisVariant.TrainingVectors:N0} fixed vectors, "
                    + "shuffled anew each epoch, rest dropped",
            ],
            [
                "training",
                $"Adam, learning rate {Number.Tick(HypothesisVariant.StandardRate)}; "
                    + $"{Number.Count(settings.Steps, "step")} of {settings.Batch}",
            ],
            [
                "training of coders alone",
                $"Adam, learning rate {Number.Tick(CoderKind.LearningRate)} falling to 0 along a cosine; "
                    + $"{Number.Count(settings[CoderSteps], "step")} of {settings.Batch} rectified normal vectors",
            ],
            ["seeds", settings.SeedsInWords],
        ]);

    private static Table Results(IReadOnlyList<HypothesisComparison> depths) => new(
        "Results, coders frozen",
        ["layers", "network", "loss at the start", "loss at the end", "unseen loss", "trains"],
        [
            .. from depth in depths
               from runs in depth.All
               select new[]
               {
                   $"{depth.Depth}", runs.Name, $"{runs.InitialLoss}", $"{runs.FinalLoss}", $"{runs.UnseenLoss}",
                   runs.Trains ? "yes" : "no",
               },
        ]);

    private static Table Cost(IReadOnlyList<HypothesisComparison> depths) => new(
        "What it costs",
        ["layers", "network", "parameters", "of them shared by all layers", "time of a step, µs", "over residual"],
        [
            .. from depth in depths
               from runs in depth.All
               select new[]
               {
                   $"{depth.Depth}", runs.Name, $"{runs.Parameters:N0}", $"{runs.SharedParameters:N0}", $"{runs.StepMicroseconds}",
                   $"{runs.SlowerThan(depth.Residual)}",
               },
        ]);

    private static Table Coders(IReadOnlyList<CoderResult> coders) => new(
        "What coders lose before layers use them, 1 - R²",
        [
            "coder", "width", "of rectified normal vectors", "of the input behind 1 layer", $"{HypothesisVariants.Depths[0]} layers",
            $"{HypothesisVariants.Depths[1]} layers",
        ],
        [
            .. from coder in coders
               group coder by coder.Coder into seeds
               let behind = (Func<int, string>)(layer => $"{SeedSpread.Of(seeds.Select(coder => coder.ByLayer[layer - 1]))}")
               select new[]
               {
                   seeds.Key, $"{seeds.First().Width}", $"{SeedSpread.Of(seeds.Select(static coder => coder.Error))}",
                   behind(1), behind(HypothesisVariants.Depths[0]), behind(HypothesisVariants.Depths[1]),
               },
        ]);

    private static Table StudyTable(IReadOnlyList<(string Name, IReadOnlyList<HypothesisRuns> Runs)> studies) => new(
        $"Studies, {HypothesisVariants.StudyDepth} layers",
        ["study", "variant", "1 - R² of the coder after training", "unseen loss", "trains", "time of a step, µs"],
        [
            .. from study in studies
               from runs in study.Runs
               select new[]
               {
                   study.Name, runs.Label, $"{runs.CoderError}", $"{runs.UnseenLoss}", runs.Trains ? "yes" : "no",
                   $"{runs.StepMicroseconds}",
               },
        ]);

    private static IReadOnlyList<HypothesisRuns> Study(
        IReadOnlyList<(string Name, IReadOnlyList<HypothesisRuns> Runs)> studies, string name) =>
        studies.Single(study => study.Name == name).Runs;

    /// <summary>One input behind each layer: of the plain network, and of layers in which only the coder speaks.</summary>
    private static IReadOnlyList<(string Title, IReadOnlyList<float[]> Layers)> Ways(int seed, IReadOnlyList<TrainingRun> runs)
    {
        float[] input = Uniform.Array(PlainBranch20.Info.InputWidth, DataStream.UnseenByCoder(seed));
        float[] stem = CoderError.Stem(input);
        Coder Trained(CoderKind kind) => runs.OfType<CoderRun>().First(run => run.Seed == seed && run.Network == kind.Label).Coder;
        return
        [
            ("plain", [stem, .. LayerOutputs(new PlainBranch20(seed), input)]),
            ("coder B: half as wide, trained alone", Way(Trained(CoderKind.B))),
            ("coder A: as wide, trained alone", Way(Trained(CoderKind.A))),
            ("coder C: half as wide, written down", Way(Coder.Exact)),
        ];

        IReadOnlyList<float[]> Way(Coder coder)
        {
            List<float[]> layers = [stem];
            for (int layer = 0; layer < HypothesisVariants.StudyDepth; layer++)
                layers.Add(coder.Pass(layers[^1]));
            return layers;
        }
    }

    /// <summary>What each hidden layer of a network hands on.</summary>
    private static IEnumerable<float[]> LayerOutputs<TNetwork>(TNetwork network, float[] input)
        where TNetwork : class, INetwork
    {
        BatchCopy copy = new(TNetwork.Info.Layers.Length);
        BatchCopyProbe probe = new(copy);
        network.CreateTrainer(new Sgd(0), Loss.MeanSquaredError, batchSize: 1).Inspect(input, input, ref probe);
        return TNetwork.Info.Layers.Zip(copy.Streams)
            .Where(static layer => layer.First is { OutputWidth: Coder.Length, Parameters: > 0 })
            .Select(static layer => layer.Second);
    }
}
