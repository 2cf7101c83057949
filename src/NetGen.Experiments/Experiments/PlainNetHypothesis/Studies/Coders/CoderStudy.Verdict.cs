using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <content>What follows from finished runs.</content>
internal sealed partial class CoderStudy
{
    /// <summary>Up to which ratio two losses count as on a par.</summary>
    private const double Par = 1.5;

    public override Report Conclude(Settings settings, IReadOnlyList<TrainingRun> runs)
    {
        CodedRuns[] all =
        [
            .. Variants.Where(static variant => variant.Coder is not null).Select(variant => new CodedRuns(variant.Of(runs), runs)),
        ];
        HypothesisRuns residual = Residual.Of(runs);
        CodedRuns start = all.Single(static one => one.Setting == BaseSetting);
        (string Name, CodedRuns[] Coders)[] panels =
        [
            .. factors.Select(factor => (factor.Name, (CodedRuns[])[start, .. all.Where(one => one.Setting == factor.Name)])),
        ];
        return new Report(
            "The design of the coder, reconstructed",
            Question,
            Answer(panels, start, all, residual, settings),
            SetupTable(settings),
            [Results(all, residual), Spreads(panels)],
            [CoderFigures.Design(panels, residual, depth), CoderFigures.Training(panels, residual, depth)],
            [.. Claims(panels, start, all, residual)],
            [
                "1 - R² alone: the squared error of what a coder gives back of rectified normal vectors that it never saw, divided by what "
                    + $"always answering with the mean of each number would have. Behind {depth} layers: the same of "
                    + $"[ReLU(x); ReLU(-x)], x ~ U(-1, 1), after it went through {depth} layers in which only the coder speaks.",
                "Unseen loss: the mean squared error over "
                    + $"{HypothesisVariant.UnseenVectors:N0} vectors that training never saw, after the last step. "
                    + "Train loss: the mean over the last tenth of the steps.",
                $"To train: to end at every seed below half the loss of an answer of zeros, which is 1/3.",
                "What a factor does is told as the greatest over the least median unseen loss among the base and the coders that differ "
                    + "from it in that factor alone. It depends on the levels that were chosen, and says nothing of two factors together.",
                "Time of a step: all networks take turns, one step each; the least of all rounds of a seed counts.",
                SeedSpread.Convention,
            ])
        {
            Leads = ["coder_design", "coder_training"],
        };
    }

    private string Answer(
        IReadOnlyList<(string Name, CodedRuns[] Coders)> panels,
        CodedRuns start,
        CodedRuns[] all,
        HypothesisRuns residual,
        Settings settings)
    {
        (string Name, double Ratio)[] ranked =
        [
            .. panels.Select(static panel => (panel.Name, Ratio(panel.Coders))).OrderByDescending(static factor => factor.Item2),
        ];
        (_, CodedRuns[] most) = panels.Single(panel => panel.Name == ranked[0].Name);
        CodedRuns[] sorted = [.. most.OrderBy(static one => one.Layers.UnseenLoss.Median)];
        CodedRuns smallest = all.Where(one => OnPar(one, start)).OrderBy(static one => one.Layers.SharedParameters).First();
        return "This is a reconstruction (arXiv 2402.08645 leaves the design of the coder open). On Distant Identity, "
            + $"{depth} layers with frozen coders: what matters most of a coder is {ranked[0].Name}: the loss on unseen vectors goes "
            + $"from {sorted[0].Layers.UnseenLoss} ({sorted[0].Label}) to {sorted[^1].Layers.UnseenLoss} ({sorted[^1].Label}), "
            + $"{Number.Short(ranked[0].Ratio)} times as much. Then come "
            + string.Join(", ", ranked.Skip(1).Select(static factor => $"{factor.Name} ({Number.Short(factor.Ratio)} times)"))
            + $". The base, as wide as what it codes, ends at {start.Layers.UnseenLoss}, a residual network that starts alike at "
            + $"{residual.UnseenLoss}. Of the coders within {Number.Tick(Par)} times the base's loss, the one with the fewest parameters "
            + $"is {smallest.Label} ({smallest.Layers.SharedParameters:N0}). "
            + $"({Number.Count(settings.Steps, "step")}, {Number.Count(settings.Seeds, "seed")}.)";
    }

    private IEnumerable<Finding> Claims(
        IReadOnlyList<(string Name, CodedRuns[] Coders)> panels, CodedRuns start, CodedRuns[] all, HypothesisRuns residual)
    {
        double rank = RankCorrelation.Of(
            all.Select(static one => one.Alone.Median), all.Select(static one => one.Layers.UnseenLoss.Median));
        double behind = RankCorrelation.Of(
            all.Select(static one => one.Behind.Median), all.Select(static one => one.Layers.UnseenLoss.Median));
        yield return Decide(
            "coder_design",
            "What a coder loses alone tells how well layers learn that use it.",
            rank > 0.8,
            $"Over {all.Length} coders the rank correlation of the loss with 1 - R² alone is {Number.Short(rank)}, with 1 - R² behind "
                + $"{depth} layers {Number.Short(behind)}.");

        foreach ((string name, CodedRuns[] coders) in panels)
        {
            yield return Decide(
                "coder_design",
                $"Of a coder, {name} changes the loss more than {Number.Tick(Par)} times.",
                Ratio(coders) > Par,
                string.Join(", ", coders.Select(static one => $"{one.Label}: {one.Layers.UnseenLoss} (1 - R² {one.Alone})"))
                    + ".");
        }

        foreach (CodedRuns half in all.Where(static one => one.Label == "width 64"))
        {
            yield return Decide(
                "coder_training",
                "The source's width, half of what is coded, is enough: layers learn on a par with the base.",
                OnPar(half, start),
                $"Half as wide it misses {half.Alone} of the variance alone, {half.Behind} behind {depth} layers, and the loss ends at "
                    + $"{half.Layers.UnseenLoss}; as wide as what it codes, {start.Alone}, {start.Behind} and {start.Layers.UnseenLoss}.");
        }

        CodedRuns[] noisy = [.. all.Where(static one => one.Setting == "noise in its training")];
        if (noisy.Length > 0)
        {
            yield return Decide(
                "coder_design",
                "Layers learn better with a coder that was taught to undo noise (Vincent et al. 2010) than with one that was not.",
                noisy.Any(one => one.Layers.UnseenLoss.Median < start.Layers.UnseenLoss.Median / Par),
                $"{string.Join(", ", noisy.Select(static one => $"{one.Label}: 1 - R² {one.Alone}, loss {one.Layers.UnseenLoss}"))}; "
                    + $"without noise {start.Alone} and {start.Layers.UnseenLoss}. The numbers of these vectors are independent: "
                    + "none can be guessed from the others, so what noise takes cannot be given back.");
        }

        CodedRuns best = all.MinBy(static one => one.Layers.UnseenLoss.Median)!;
        yield return Decide(
            "coder_design",
            "\"A residual connection is an optimal solution\" for a coder: none does better.",
            best.Layers.UnseenLoss.Max >= residual.UnseenLoss.Min,
            $"The residual network ends at {residual.UnseenLoss}, the best coder ({best.Label}) at {best.Layers.UnseenLoss}. "
                + "A coder does better where its greatest loss is below the least residual one. "
                + "Of the theory of linear autoencoders, from which the source has it, nothing was measured.");
    }

    private static double Ratio(IEnumerable<CodedRuns> coders)
    {
        double[] losses = [.. coders.Select(static one => one.Layers.UnseenLoss.Median)];
        return losses.Max() / losses.Min();
    }

    private static bool OnPar(CodedRuns one, CodedRuns start) => one.Layers.UnseenLoss.Median < Par * start.Layers.UnseenLoss.Median;

    private Table SetupTable(Settings settings) => new(
        "Set-up",
        ["what", "how"],
        [
            [
                "layer with a coder",
                "h' = ReLU(W₂ ReLU(W₁ h + b₁) + b₂ + coder(h)), h of 128, the learner's hidden layer of 64, W₁ Kaiming normal, W₂ = 0; "
                    + "one coder for all layers, frozen",
            ],
            ["base", "D ReLU(E h + e) + d, 128 wide; E orthogonal, D = Eᵀ at the start, then trained alone without noise: coder A"],
            [
                "depth",
                "so many layers of 128 in the encoder and in the decoder; tied: the decoder starts as the encoder the other way round",
            ],
            [
                "noise",
                "on what comes in, while the coder is to give back the vector as it was; normal, of a standard deviation, or masking",
            ],
            [
                "training of coders alone",
                $"Adam, learning rate {Number.Tick(CoderKind.LearningRate)} falling to 0 along a cosine; "
                    + $"{Number.Count(settings[PlainNetHypothesisExperiment.CoderSteps], "step")} of {settings.Batch} rectified normal "
                    + "vectors",
            ],
            [
                "task",
                $"Distant Identity, Y = X, X uniform on (-1, 1), 64 numbers, through {depth} layers; "
                    + $"{HypothesisVariant.TrainingVectors:N0} fixed vectors",
            ],
            [
                "training",
                $"Adam, learning rate {Number.Tick(HypothesisVariant.StandardRate)}; "
                    + $"{Number.Count(settings.Steps, "step")} of {settings.Batch}",
            ],
            ["seeds", settings.SeedsInWords],
        ]);

    private Table Results(IReadOnlyList<CodedRuns> all, HypothesisRuns residual) => new(
        "Coders, one thing changed in each",
        [
            "factor", "coder", "1 - R² alone", $"1 - R² behind {depth} layers", "train loss", "unseen loss", "trains", "parameters",
            "of them the coder's", "time of a step, µs",
        ],
        [
            .. all.Select(static one => new[]
            {
                one.Setting, one.Label, $"{one.Alone}", $"{one.Behind}", $"{one.Layers.TrainLoss}", $"{one.Layers.UnseenLoss}",
                one.Layers.Trains ? "yes" : "no", $"{one.Layers.Parameters:N0}", $"{one.Layers.SharedParameters:N0}",
                $"{one.Layers.StepMicroseconds}",
            }),
            [
                Reference, residual.Label, "-", "-", $"{residual.TrainLoss}", $"{residual.UnseenLoss}", residual.Trains ? "yes" : "no",
                $"{residual.Parameters:N0}", "0", $"{residual.StepMicroseconds}",
            ],
        ]);

    private static Table Spreads(IReadOnlyList<(string Name, CodedRuns[] Coders)> panels) => new(
        "What each factor does to the unseen loss",
        ["factor", "least", "greatest", "greatest over least"],
        [
            .. from panel in panels
               let ratio = Ratio(panel.Coders)
               orderby ratio descending
               let sorted = panel.Coders.OrderBy(static one => one.Layers.UnseenLoss.Median).ToArray()
               select new[]
               {
                   panel.Name, $"{Number.Short(sorted[0].Layers.UnseenLoss.Median)} ({sorted[0].Label})",
                   $"{Number.Short(sorted[^1].Layers.UnseenLoss.Median)} ({sorted[^1].Label})", Number.Short(ratio),
               },
        ]);
}
