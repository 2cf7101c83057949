using NetGen.Experiments.Attention;
using NetGen.Experiments.PlainNetHypothesis;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainAttention;

/// <content>What follows from finished runs.</content>
internal sealed partial class PlainAttentionExperiment
{
    public override Report Conclude(Settings settings, IReadOnlyList<TrainingRun> runs)
    {
        PlainComparison seen = new(Load(settings), runs);
        return new Report(
            "Transformers without residual connections",
            Question,
            Answer(settings, seen),
            SetupTable(settings, seen),
            [Results(seen), Cost(seen), CoderTable(seen), .. seen.Groups.Select(Inside), .. seen.Groups.Select(Stages)],
            [
                PlainFigures.Learning(seen), PlainFigures.Likeness(seen), PlainFigures.Rank(seen), PlainFigures.Entropy(seen),
                PlainFigures.Gradient(seen), PlainFigures.CoderLoss(seen), PlainFigures.Mixer(seen),
            ],
            [.. Claims(seen)],
            [.. Conventions(seen)])
        {
            Leads = ["learning", "likeness"],
            Passages = [.. Passages()],
        };
    }

    private static string Answer(Settings settings, PlainComparison seen) =>
        $"Leaving out the skip around attention costs {Each(seen, static group => group.MedianCost(PlainVariants.NoAttentionSkip))}, that "
        + $"around the feed-forward part {Each(seen, static group => group.MedianCost(PlainVariants.NoFeedForwardSkip))}, both "
        + $"{Each(seen, static group => group.MedianCost(PlainVariants.Plain))}; with both, networks reach "
        + $"{Each(seen, static group => group.Score(group.Residual))} on what is held out. The mean cosine between two positions behind "
        + "the last block is, before training, "
        + Each(seen, static group => Number.Short(LastLikeness(group[PlainVariants.NoAttentionSkip], end: false)))
        + " without the skip around attention and "
        + Each(seen, static group => Number.Short(LastLikeness(group.Residual, end: false)))
        + " with it. In a reconstruction of the Plain Neural Net Hypothesis (arXiv 2402.08645), where a frozen coder that all blocks share "
        + "hands on what came in, a coder half as wide as the stream, as in the source, costs "
        + $"{Each(seen, static group => group.MedianCost(PlainVariants.FeedForward))} in the place of the feed-forward part's skip, "
        + $"{Each(seen, static group => group.MedianCost(PlainVariants.Attention))} in that of attention's and "
        + $"{Each(seen, static group => group.MedianCost(PlainVariants.Both))} in both; one that loses nothing costs "
        + $"{Each(seen, static group => group.MedianCost(PlainVariants.BothTwice))}, as it is a residual connection by another name "
        + $"(medians of {Number.Count(settings.Seeds, "seed")}; everything about the hypothesis is a reconstruction).";

    private static Table SetupTable(Settings settings, PlainComparison seen) => new(
        "Set-up",
        ["what", "how"],
        [
            [
                "network on images",
                $"patches of {ImagePatches.Side} x {ImagePatches.Side} pixels, {Number.Count(seen.Tasks.Depth, "block")} of attention with "
                    + $"{TransformerLayers.Heads} heads and of two dense layers ({TransformerLayers.Hidden} hidden units, GELU), each "
                    + $"behind a LayerNorm, {TransformerLayers.Width} wide; the mean of all patches",
            ],
            [
                "network on text",
                $"characters, {TextTask.Length} at once; the same blocks with causal attention, rotary positions and RmsNorm",
            ],
            ["mixer", "the network on images with a full convolution of 3 x 3 in the place of attention"],
            ["skip", "x + f(x), as residual networks have it; without it: f(x)"],
            [
                "PNNH",
                "f(x) + D ReLU(E x + e) + d in the place of x + f(x); E, e, D, d are shared by all blocks and frozen, f starts as in the "
                    + "residual network. A reconstruction.",
            ],
            .. PathCoder.All.Select(static coder => new[] { $"coder {coder.Letter}", coder.Description }),
            [
                "images",
                $"{seen.Tasks.Images.Training.Count:N0} of {seen.Tasks.Images.Name}, {Number.Count(seen.Tasks.Recipe.Epochs, "epoch")}; "
                    + $"{seen.Tasks.Images.Test.Count:N0} to test with",
            ],
            [
                "text",
                $"{seen.Tasks.Text.Name}: {seen.Tasks.Text.TrainingCount:N0} characters to train with, "
                    + $"{Number.Count(seen.Tasks.Recipe.Steps, "step")}; {seen.Tasks.Text.HeldOutCount:N0} to test with",
            ],
            [
                "training",
                $"AdamW, weight decay {Number.Tick(AttentionRecipe.WeightDecay)}, gradients no longer than {AttentionRecipe.ClipNorm}, "
                    + $"batches of {seen.Tasks.Recipe.Batch}; the learning rate rises to {Number.Short(seen.Tasks.Recipe.LearningRate)} in "
                    + "the first tenth of the steps and falls to 0 along half a cosine",
            ],
            [
                "training of coder B alone",
                $"Adam, learning rate {Number.Tick(CoderKind.LearningRate)} falling to 0 along a cosine; "
                    + $"{Number.Count(settings[coderSteps], "step")} of {seen.Tasks.Recipe.Batch} normal vectors",
            ],
            ["seeds", settings.SeedsInWords],
        ]);

    private static Table Results(PlainComparison seen) => new(
        "Results",
        ["network", "right on images", "costs, points", "bits a character", "costs, bits"],
        [
            .. seen.Images.All.Select(runs =>
            {
                PlainVariant variant = runs.Variant;
                string costs = $"{seen.Images.CostBeside(variant, variant.Convolves ? PlainVariants.Mixer : PlainVariants.Residual)}";
                return new[] { runs.Label, runs.Score.AsPercent, costs }
                    .Concat(variant.Convolves ? ["", ""] : new[] { $"{seen.Text[variant].Score}", $"{seen.Text.Cost(variant)}" })
                    .ToArray();
            }),
        ]);

    private static Table Cost(PlainComparison seen) => new(
        "What it costs to compute",
        ["on", "network", "parameters", "million FLOPs an example", "time of a step, µs", "over residual"],
        [
            .. seen.Groups.SelectMany(static group => group.All, static (group, runs) => new[]
            {
                group.Name, runs.Label, $"{runs.Info.ParameterCount:N0}", Number.Short(runs.Info.Flops / 1e6), $"{runs.StepMicroseconds}",
                $"{runs.SlowerThan(group.Residual)}",
            }),
        ]);

    private static Table CoderTable(PlainComparison seen) => new(
        "What coders lose, 1 - R²",
        [
            "coder", "width", "of normal vectors", "of streams on images before training", "after it",
            "of streams on text before training", "after it",
        ],
        [
            .. PathCoder.All.Select(coder =>
            {
                PlainVariant variant = PlainVariants.Coded.Last(one => one.Coder == coder && one.FeedForward == one.Mixing);
                return new[]
                {
                    coder.Letter, $"{coder.Width}", $"{Coders(seen, coder)}",
                    $"{seen.Images[variant].MeanLost(false)}", $"{seen.Images[variant].MeanLost(true)}",
                    $"{seen.Text[variant].MeanLost(false)}", $"{seen.Text[variant].MeanLost(true)}",
                };
            }),
        ]);

    private static Table Inside(PlainGroup group) => new(
        $"Inside the networks on {group.Name}, behind the last block, before training and after it",
        [
            "network", "likeness of positions", "after it", "their effective rank", "after it", "entropy of heads", "after it",
            "gradient in front of the first block, over the last", "after it", "steps over residual",
        ],
        [
            .. group.All.Select(runs => new[]
            {
                runs.Label,
                $"{runs.AtLast(false, static stage => stage.Likeness)}", $"{runs.AtLast(true, static stage => stage.Likeness)}",
                $"{LastRank(runs, false)}", $"{LastRank(runs, true)}",
                runs.Variant.Convolves ? "" : runs.MeanEntropy(false).AsPercent,
                runs.Variant.Convolves ? "" : runs.MeanEntropy(true).AsPercent,
                $"{runs.GradientAtFirst(false)}", $"{runs.GradientAtFirst(true)}", $"{runs.StepsOver(group.Residual)}",
            }),
        ]);

    private static Table Stages(PlainGroup group) => new(
        $"The stream of networks on {group.Name}, part by part, before training and after it",
        ["network", "part", "signal", "likeness", "rank", "gradient"],
        [
            .. group.All.SelectMany(static runs => runs.Runs[0].Seen.Start.Stages, static (runs, stage) => new[]
            {
                runs.Label, $"{stage.Stage}",
                Beside(runs, stage, static row => row.Signal), Beside(runs, stage, static row => row.Likeness),
                Beside(runs, stage, static row => row.Rank), Beside(runs, stage, static row => row.Gradient),
            }),
        ]);

    /// <summary>A number of a stage before training and after it, as medians.</summary>
    private static string Beside(PlainRuns runs, StageRow stage, Func<StageRow, double> value)
    {
        return $"{Median(end: false)}, {Median(end: true)}";

        string Median(bool end) => Number.Short(runs.Over(run => value(run.Seen.At(end).Stages[stage.Stage])).Median);
    }

    private static IEnumerable<string> Conventions(PlainComparison seen) =>
    [
        "Costs: how much worse than the residual network, seed by seed, in points of accuracy on all test images or in bits a character of "
            + "text that is held out; those of the mixer are beside the residual mixer. Less than nothing: it is better.",
        "Steps over residual: the steps of a training, over those after which the mean training loss of the residual network, over a "
            + "stretch of steps, is first as low as the last tenth of the network's own. The learning rate falls to 0 at the end of both.",
        "The stream: what goes into the first block, and what it is behind each part. Likeness: the mean cosine between two positions of "
            + "an example. Rank: the effective number of directions in which positions differ from their mean, (Σλ)² / Σλ². Gradient: the "
            + "Frobenius norm of the loss's gradient. "
            + $"Looked at over {Look.Images} test images and {Look.Windows} windows of text that is held out.",
        "Entropy of heads: the mean of -Σ p ln p over all looks of a block's heads, as a share of that of looking everywhere alike; for "
            + "the t-th character of a window that is ln t.",
        "1 - R²: the squared error of what a coder gives back, divided by what always answering with the mean of each number would have.",
        $"Bits a character: the mean of -log₂ p, behind 1 to {TextTask.Length} characters of their window. Counts of pairs of characters "
            + $"take {Number.Short(seen.Tasks.Text.BitsOfPairs)}, of single ones "
            + $"{Number.Short(seen.Tasks.Text.BitsAlone)}.",
        "Time of a step: all networks take turns, one step each, on one thread; the least of all rounds of a seed counts, since other work "
            + "on a machine only adds. Ratios are taken seed by seed.",
        SeedSpread.Convention,
        "results.json has every run, networks.json every declaration, coders.json what coders lose. Beside each figure lie its data as "
            + "JSON.",
    ];

    private static IEnumerable<Passage> Passages() =>
    [
        new(
            "What the source says, and what it leaves open",
            "The source (arXiv 2402.08645) splits a layer into a learner and a coder, an autoencoder whose weights all layers share, and "
            + "says of transformers that their MLP is a special case of its residual block, with convolutions of kernel 1; it tries the "
            + "MLP alone, and attention is its third open question. Its formulas were not at hand and it has no public code: how the two "
            + "are joined (here added), whether the coder is trained on (here frozen), what it is trained on (there rectified normal "
            + "vectors, here normal ones), how the learner starts (here as the branch of the residual network) are choices of this "
            + "reconstruction."),
        new(
            "Which coder, and why",
            "The stream of a transformer is signed: no ReLU ends a block. A coder with a hidden ReLU can tell signed numbers exactly by "
            + "two units each, h = ReLU(h) - ReLU(-h), which is coder 2D; by one unit each if a bias lifts them above zero, which is coder "
            + "C; and not by half a unit each, which is the source's width and coder B: it can keep only half of the directions. B is what "
            + "the source asks for, 2D shows that a coder without loss does what a residual connection does and nothing else, and C shows "
            + "the same at the least width at which it is possible."),
        new(
            "What is left out, and what not",
            "Variants differ in what their names say and in nothing else: the same layers, norms, start, data and steps. Norms stay in "
            + "front of each part, so the stream of a network without skips is normed by its reader. None is tuned for the lack of skips."),
    ];
}
