using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Attention;

/// <content>What follows from finished runs.</content>
internal sealed partial class AttentionExperiment
{
    public override Report Conclude(Settings settings, IReadOnlyList<TrainingRun> runs)
    {
        AttentionComparison seen = new(LoadImages(settings), LoadText(settings), Recipe(settings), runs);
        return new Report(
            "Attention",
            Question,
            Answer(settings, seen),
            SetupTable(seen),
            [Results(seen), .. seen.All.Select(Heads), .. seen.All.Select(Stages)],
            [
                HeadFigures.Images(seen), HeadFigures.Entropy(seen), HeadFigures.Watched(seen), HeadFigures.Text(seen),
                LearningFigures.Accuracy(seen), LearningFigures.Bits(seen),
                StreamFigures.Likeness(seen), StreamFigures.Signal(seen), StreamFigures.Gradient(seen),
            ],
            [.. Claims(seen)],
            [.. Conventions(seen)])
        {
            Leads = ["attention_maps", "likeness"],
            Passages =
            [
                new Passage(
                    "What it writes",
                    $"The network on text, of seed {seen.TextRuns[0].Seed}, after training, with a temperature of "
                        + $"{Number.Short(AttentionRecipe.Temperature)}, from the end of a line on; ¤ is any character that is not "
                        + "of ASCII.")
                {
                    Quoted = seen.TextRuns[0].Written,
                },
            ],
        };
    }

    private static string Answer(Settings settings, AttentionComparison seen)
    {
        HeadRow previous = seen.Reading.Greatest(static head => head.Watched);
        return $"Heads begin by looking nearly everywhere alike, with {Each(seen, static runs => Range(Shares(runs, end: false)))} of the "
            + "entropy of that, and training makes them sharper and "
            + $"different from each other: {Each(seen, static runs => Range(Shares(runs, end: true)))}. "
            + $"On images {OnClothes(seen)} of {Watched(seen.Vision).Count()} heads look at clothes more than by chance; on text head "
            + $"{previous.Head} of layer {previous.Layer} looks at the character before with {Number.Percent(previous.Watched)} of its "
            + "weight. Residual connections keep positions apart: without them the mean cosine between two patches is "
            + $"{LastLikeness(seen.Plain, end: false)} behind the last layer before training, and with them "
            + $"{LastLikeness(seen.Vision, end: false)}; after {Number.Count(seen.Recipe.Epochs, "epoch")} "
            + $"{seen.PlainAccuracy.AsPercent} of {seen.Images.Test.Count:N0} test images are named right without them, and "
            + $"{seen.Accuracy.AsPercent} with them. On text a character takes {seen.Bits} bits, where pairs of characters take "
            + $"{Number.Short(seen.Text.BitsOfPairs)} ({Number.Count(settings.Seeds, "seed")}).";
    }

    private static Table SetupTable(AttentionComparison seen) => new(
        "Set-up",
        ["of", "network", "positions", "layers of attention", "heads of each", "parameters", "million FLOPs an example", "steps", "batch"],
        [
            .. seen.All.Select(runs => new[]
            {
                runs.Label, runs.Network.Name, $"{(runs.First is VisionRun ? seen.Patches : TextTask.Length)}", $"{runs.Layers}",
                $"{runs.HeadsOfALayer}", $"{runs.Network.ParameterCount:N0}", Number.Short(runs.Network.Flops / 1e6), $"{runs.First.Steps}",
                $"{seen.Recipe.Batch}",
            }),
        ]);

    private static Table Results(AttentionComparison seen) => new(
        "Results",
        ["of", "what it learned", "late training loss", "entropy before training", "after it", "milliseconds a step"],
        [
            .. seen.All.Select(runs => new[]
            {
                runs.Label, Learned(seen, runs),
                $"{runs.LateLoss}", Range(Shares(runs, end: false)), Range(Shares(runs, end: true)),
                $"{runs.Over(static run => 1000 * run.TrainingSeconds / run.Steps)}",
            }),
        ]);

    private static string Learned(AttentionComparison seen, TransformerRuns runs) => runs.First switch
    {
        TextRun => $"{seen.Bits} bits a character",
        VisionRun => $"{runs.Over(static run => ((VisionRun)run).Accuracy).AsPercent} right",
        var other => throw new InvalidOperationException($"Expected a run on images or on text, got {other.GetType().Name}."),
    };

    private static Table Heads(TransformerRuns runs) => new(
        $"Heads of {runs.Network.Name}",
        ["layer", "head", "entropy before training", "after it", "share of its bound", $"looks at {runs.Watched}", "after it", "by chance"],
        [
            .. runs.First.Start.Heads.Select((head, index) => new[]
            {
                $"{head.Layer}", $"{head.Head}", $"{runs.Over(run => run.Start.Heads[index].Entropy)}",
                $"{runs.Over(run => run.End.Heads[index].Entropy)}", runs.Over(run => run.End.Heads[index].Share).AsPercent,
                runs.Over(run => run.Start.Heads[index].Watched).AsPercent, runs.Over(run => run.End.Heads[index].Watched).AsPercent,
                Number.Percent(head.ByChance),
            }),
        ]);

    private static Table Stages(TransformerRuns runs) => new(
        $"The stream of {runs.Network.Name}, before training and after it",
        ["part", "name", "signal", "after it", "of what it makes", "after it", "likeness", "after it", "gradient", "after it"],
        [
            .. runs.First.Start.Stages.Select((stage, index) => new[]
            {
                $"{stage.Stage}", stage.Name,
                At(runs, index, static row => row.Signal, end: false), At(runs, index, static row => row.Signal, end: true),
                At(runs, index, static row => row.Made, end: false), At(runs, index, static row => row.Made, end: true),
                At(runs, index, static row => row.Likeness, end: false), At(runs, index, static row => row.Likeness, end: true),
                At(runs, index, static row => row.Gradient, end: false), At(runs, index, static row => row.Gradient, end: true),
            }),
        ]);

    private static string At(TransformerRuns runs, int stage, Func<StageRow, double> value, bool end) =>
        $"{runs.Over(run => value(run.At(end).Stages[stage]))}";

    private static IEnumerable<string> Conventions(AttentionComparison seen) =>
    [
        $"Images: {seen.Images.Training.Count:N0} of Fashion-MNIST to train with, {seen.Images.Test.Count:N0} to test with, normalized by "
            + "the mean and the deviation of those to train with, in batches shuffled anew every epoch.",
        $"Text: {seen.Text.Name}, of which every tenth stretch of 2048 characters is held out: {seen.Text.TrainingCount:N0} characters to "
            + $"train with, {seen.Text.HeldOutCount:N0} to test with, of which {seen.Text.Windows} windows of {TextTask.Length} are looked "
            + $"at. There are {Characters.Count} characters: those of ASCII that can be printed, the end of a line, and one for all "
            + "others.",
        $"Training: cross-entropy; AdamW with a weight decay of {Number.Short(AttentionRecipe.WeightDecay)}, gradients no longer than "
            + $"{AttentionRecipe.ClipNorm}; the learning rate rises to {Number.Short(seen.Recipe.LearningRate)} in the first tenth of the "
            + "steps and falls to 0 along half a cosine. Each training runs on one thread, beside the other.",
        "Entropy of a head: the mean of -Σ p ln p over all its looks, p being the weights of a query. It is at most ln n where a query "
            + "sees n keys: ln 49 for patches, and for the t-th character of a window ln t. The share is of the mean of these bounds.",
        "Clothes: patches whose mean pixel is above an eighth of white. By chance: what a head would give if it looked everywhere alike.",
        "Bits a character: the mean of -log₂ p over characters of text that is held out, behind 1 to 64 characters of their window. "
            + "Of single characters and pairs, p is counted in the text to train with, and every count is one more than it is.",
        "The stream: what goes into the first block, and what it is behind each part, which is attention or dense layers in turn. Signal: "
            + "its standard deviation over examples, positions and columns. Likeness: the mean cosine between two positions of an example "
            + "in it. Gradient: the Frobenius norm of the loss's gradient there. "
            + $"Heads and streams are looked at over {Look.Images} test images and {Look.Windows} windows of text that is held out.",
        "Plain: the network on images without residual connections; its parts hand on what they make, and nothing else.",
        "Milliseconds a step: on one thread, while the other network trained beside it.",
        SeedSpread.Convention,
        "Maps and written text are of the first seed; results.json has every run. Beside each figure lie its data as JSON.",
    ];
}
