using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Images;

/// <content>What follows from finished runs.</content>
internal sealed partial class ImagesExperiment
{
    public override Report Conclude(Settings settings, IReadOnlyList<TrainingRun> runs)
    {
        ImageRun[] own = [.. runs.Cast<ImageRun>()];
        ImageRecipe recipe = Recipe(settings);
        ImageComparison seen = new(Load(settings), recipe, plain.Of(own), residual.Of(own));
        return new Report(
            "Images",
            Question,
            Answer(settings, seen),
            SetupTable(seen),
            [Results(seen), Classes(seen), .. seen.Networks.Select(Layers)],
            [
                ImageFigures.Accuracy(seen), ImageFigures.Mistakes(seen), ImageFigures.Confusion(seen), ImageFigures.TrainingLoss(seen),
                ImageFigures.Filters(seen), ImageFigures.Signal(seen), ImageFigures.Gradient(seen),
            ],
            [.. Claims(seen)],
            [
                $"Task: {seen.Task.Training.Count:N0} images of Fashion-MNIST to train with, {seen.Task.Test.Count:N0} to test with, in "
                    + $"{seen.Classes.Count} classes, normalized by the mean and the deviation of those to train with; "
                    + (recipe.Augment
                        ? $"moved by up to {ImageRecipe.Pad} pixels, and every second one mirrored, by chance. "
                        : "shown as they are. ")
                    + "Test images have no part in training, and nothing was chosen by them while it ran.",
                $"Training: cross-entropy, batches of {recipe.Batch}, shuffled anew every epoch; gradient descent with Nesterov's "
                    + $"momentum of {ImageRecipe.Momentum} and a weight decay of {Number.Short(ImageRecipe.WeightDecay)}. The learning "
                    + $"rate rises to {Number.Short(recipe.LearningRate)} in the first fifth of the steps and "
                    + "falls to 0 along half a cosine.",
                "Accuracy: the share of test images whose most probable class is theirs. Loss on test images: the mean cross-entropy.",
                "Late training loss: the mean over the last tenth of the steps, each batch before its update.",
                $"Milliseconds a step: of batches of {recipe.Batch}, on one thread, while the other network trained beside it.",
                "Signal: the standard deviation of what a layer hands on. Gradient: the Frobenius norm of dL/dz, z being what a layer "
                    + "makes before its activation; layers that have no z have none. Expected: what the compiler knows of the declared "
                    + "start, where it has a law for every layer up to there.",
                SeedSpread.Convention,
                "Pictures, filters and confusions are of the first seed; results.json has every run. "
                    + "Beside each figure lie its data as JSON.",
            ])
        {
            Leads = ["accuracy", "worst_mistakes"],
        };
    }

    private static string Answer(Settings settings, ImageComparison seen) =>
        $"After {Number.Count(seen.Recipe.Epochs, "epoch")} of {seen.Task.Training.Count:N0} images {seen.Plain.Label} names "
        + $"{seen.Plain.Accuracy.AsPercent} of {seen.Task.Test.Count:N0} test images right and {seen.Residual.Label} "
        + $"{seen.Residual.Accuracy.AsPercent} "
        + $"({Number.Count(settings.Seeds, "seed")}). "
        + $"Of their mistakes {Each(seen, runs => seen.MistakesBetweenTops(runs).AsPercent)} are between tops: T-shirts, "
        + "pullovers, dresses, coats and shirts.";

    private static Table SetupTable(ImageComparison seen) => new(
        "Set-up",
        ["network", "class", "layers", "parameters", "million FLOPs an image"],
        [
            .. seen.Networks.Select(static runs => new[]
            {
                runs.Label, runs.Network.Name, $"{runs.Network.Layers.Length}", $"{runs.Network.ParameterCount:N0}",
                Number.Short(runs.Network.Flops / 1e6),
            }),
        ]);

    private static Table Results(ImageComparison seen) => new(
        "Results",
        ["network", "accuracy", "after the first epoch", "loss on test images", "late training loss", "milliseconds a step"],
        [
            .. seen.Networks.Select(static runs => new[]
            {
                runs.Label, $"{runs.Accuracy}", $"{runs.Over(static run => run.Epochs[0].Accuracy)}", $"{runs.TestLoss}",
                $"{runs.LateLoss}", $"{runs.Over(static run => 1000 * run.TrainingSeconds / run.Steps)}",
            }),
        ]);

    private static Table Classes(ImageComparison seen) => new(
        "The share of each class that is named right",
        ["class", .. seen.Networks.Select(static runs => runs.Label)],
        [
            .. seen.Classes.Select((name, label) => new[] { name }
                .Concat(seen.Networks.Select(runs => runs.Over(run => run.Recall(label)).AsPercent)).ToArray()),
        ]);

    private static Table Layers(ImageRuns runs) => new(
        $"Layers of {runs.Network.Name}",
        [
            "layer", "name", "operation", "makes", "signal expected", "before training", "after it", "gradient before training", "after it",
        ],
        [
            .. runs.Network.Layers.Select((layer, index) => new[]
            {
                $"{index + 1}", layer.Name, layer.Operation, string.Join(" × ", layer.OutputShape), Known(layer.Expected.StreamDeviation),
                Known(runs.Over(run => run.Start[index].Signal)), Known(runs.Over(run => run.End[index].Signal)),
                Known(runs.Over(run => run.Start[index].Gradient)), Known(runs.Over(run => run.End[index].Gradient)),
            }),
        ]);

    private static string Known(double value) => double.IsNaN(value) ? "-" : Number.Short(value);

    private static string Known(SeedSpread spread) => double.IsNaN(spread.Median) ? "-" : $"{spread}";
}
