using NetGen.Data;
using NetGen.Experiments.Data;
using NetGen.Experiments.Images;
using NetGen.Experiments.Measuring;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Explore;

/// <summary>Networks are to tell the images of a set apart.</summary>
/// <param name="images">The set.</param>
/// <param name="epochs">How often every image is seen.</param>
/// <param name="batch">Images of a step.</param>
/// <param name="learningRate">The learning rate.</param>
internal sealed class ImagesTask(ImageTask images, int epochs, int batch, float learningRate) : ExploreTask
{
    public override string Title => images.Name;

    public override string Description =>
        $"{images.Training.Count:N0} images, normalized, {Number.Count(epochs, "epoch")}, batches of {batch}";

    public override string LossName => "cross-entropy";

    public override Guide Ignorance => new(Math.Log(Classes), "guessing");

    public override int Steps => epochs * (images.Training.Count / batch);

    /// <summary>Losses of single batches are noise.</summary>
    public override int? Stretches => 30;

    private int Classes => images.Training.Classes.Count;

    private int[] Shape => [images.Training.Shape.Height, images.Training.Shape.Width, images.Training.Shape.Channels];

    public override string? ObjectionTo(NetworkInfo network) =>
        network.Vocabulary is null
        && (network.InputShape.SequenceEqual(Shape) || network.InputShape.SequenceEqual([images.Training.Shape.Length]))
        && network.OutputShape.SequenceEqual([Classes])
            ? null
            : $"{network.Name} makes {(network.Vocabulary is null ? "" : "of tokens ")}{Shapes(network)}: {images.Name} expects "
                + $"{string.Join(" × ", Shape)}, or {images.Training.Shape.Length}, → {Classes}.";

    public override TaskOutcome Train<TNetwork>(TNetwork network, int seed, Action<StepReport> report, CancellationToken stop)
    {
        using ImageBatches batches = ImageBatches.Shuffled(
            images.Training, batch, DataStream.SeedOf(seed), images.Normalization, [], dropLast: true);
        using var trainer = network.CreateTrainer(new Adam(learningRate), Loss.SoftmaxCrossEntropy, Math.Max(batch, Inspected));
        IReadOnlyList<PropagationRow> start = Look();
        ImageEpochs seen = ImageEpochs.Run(trainer, network, images, batches, epochs, Unseen, glances: 0, report, stop);
        ClassEvaluation test = trainer.Evaluate(images.FirstTests(Unseen, out ReadOnlySpan<int> labels), labels);
        return new TaskOutcome(seen.Losses, test.Loss, test.Accuracy, start, Look());

        IReadOnlyList<PropagationRow> Look()
        {
            ReadOnlySpan<float> inputs = images.FirstTests(Inspected, out ReadOnlySpan<int> classes);
            PropagationProbe probe = new(TNetwork.Info, classes.Length);
            trainer.Inspect(inputs, classes, ref probe);
            return Rows(TNetwork.Info, probe);
        }
    }
}
