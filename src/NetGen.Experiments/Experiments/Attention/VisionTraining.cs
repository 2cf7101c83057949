using NetGen.Data;
using NetGen.Experiments.Data;
using NetGen.Experiments.Images;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Attention;

/// <summary>The training of a transformer that looks at patches of images.</summary>
/// <param name="create">Makes the network, from a seed.</param>
/// <param name="task">The images.</param>
/// <param name="gaze">What its heads are asked about.</param>
/// <param name="recipe">How it is trained.</param>
internal sealed class VisionTraining<TNetwork>(Func<int, TNetwork> create, ImageTask task, Gaze gaze, AttentionRecipe recipe)
    where TNetwork : class, INetwork
{
    private int StepsPerEpoch => task.Training.Count / recipe.Batch;

    public Training From(int seed) => new(
        task.Name, TNetwork.Info.Name, seed, recipe.Epochs * StepsPerEpoch, (report, stop) => Train(seed, report, stop));

    private VisionRun Train(int seed, Action<StepReport> report, CancellationToken stop)
    {
        TNetwork network = create(seed);
        int steps = recipe.Epochs * StepsPerEpoch;
        using ImageBatches batches = ImageBatches.Shuffled(
            task.Training, recipe.Batch, DataStream.SeedOf(seed), task.Normalization, [], dropLast: true);
        using var trainer = network.CreateTrainer(
            recipe.Optimizer, Loss.SoftmaxCrossEntropy, Math.Max(recipe.Batch, Look.Images), AttentionRecipe.ClipNorm,
            AttentionRecipe.Rates(steps));
        int looked = Math.Min(Look.Images, task.Test.Count);
        Look start = LookInside(out _);

        ImageEpochs epochs = ImageEpochs.Run(
            trainer, network, task, batches, recipe.Epochs, task.Test.Count, recipe.Glances, report, stop);

        Look end = LookInside(out IReadOnlyList<HeadWeights> weights);
        return new VisionRun(
            task.Name, TNetwork.Info.Name, seed, steps, epochs.Losses, epochs.Epochs, epochs.Glances, start, end,
            AttendedImage.Of(task, weights))
        {
            TrainingSeconds = epochs.Training.TotalSeconds,
        };

        Look LookInside(out IReadOnlyList<HeadWeights> weights)
        {
            ReadOnlySpan<float> inputs = task.FirstTests(looked, out ReadOnlySpan<int> labels);
            return Look.At(trainer, inputs, labels, gaze, out weights);
        }
    }
}
