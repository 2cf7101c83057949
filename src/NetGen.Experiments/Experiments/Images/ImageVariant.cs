using NetGen.Data;
using NetGen.Experiments.Data;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Images;

/// <summary>A network and how it is shown.</summary>
/// <param name="Label">Its name among others.</param>
/// <param name="Ink">The colour of its lines.</param>
internal abstract record ImageVariant(string Label, Ink Ink)
{
    private const string Set = "Fashion-MNIST";

    public abstract NetworkInfo Network { get; }

    public static ImageVariant Of<TNetwork>(string label, Ink ink, Func<int, TNetwork> create)
        where TNetwork : class, INetwork => new Typed<TNetwork>(label, ink, create);

    /// <summary>Its training from a seed.</summary>
    /// <param name="task">The images.</param>
    /// <param name="recipe">How it is trained.</param>
    /// <param name="seed">The seed of weights and order of images.</param>
    public Training Training(ImageTask task, ImageRecipe recipe, int seed) =>
        new(Set, Network.Name, seed, recipe.Steps(task), (report, stop) => Train(task, recipe, seed, report, stop));

    /// <summary>Its runs, out of many.</summary>
    public ImageRuns Of(IEnumerable<ImageRun> runs) => new(Label, Ink, Network, [.. runs.Where(run => run.Network == Network.Name)]);

    protected abstract ImageRun Train(
        ImageTask task, ImageRecipe recipe, int seed, Action<StepReport> report, CancellationToken stop);

    private sealed record Typed<TNetwork>(string Label, Ink Ink, Func<int, TNetwork> Create) : ImageVariant(Label, Ink)
        where TNetwork : class, INetwork
    {
        public override NetworkInfo Network => TNetwork.Info;

        protected override ImageRun Train(
            ImageTask task, ImageRecipe recipe, int seed, Action<StepReport> report, CancellationToken stop)
        {
            TNetwork network = Create(seed);
            int steps = recipe.Steps(task);
            using ImageBatches batches = ImageBatches.Shuffled(
                task.Training, recipe.Batch, DataStream.SeedOf(seed), task.Normalization, recipe.Augmentations, dropLast: true);
            using var trainer = network.CreateTrainer(
                recipe.Optimizer, Loss.SoftmaxCrossEntropy, recipe.Batch, schedule: ImageRecipe.Rates(steps), groups: ImageRecipe.Groups);
            IReadOnlyList<LayerRow> start = LayerRow.Of(trainer, task);

            ImageEpochs epochs = ImageEpochs.Run(
                trainer, network, task, batches, recipe.Epochs, task.Test.Count, Check.AnEpoch, report, stop);

            Classification answers = Classification.Of(network, task);
            return new ImageRun(
                Set, TNetwork.Info.Name, seed, steps, epochs.Losses, epochs.Epochs, epochs.Glances, answers.MeanLoss, answers.Confusion,
                answers.WorstMistakes, start, LayerRow.Of(trainer, task))
            {
                TrainingSeconds = epochs.Training.TotalSeconds,
                Filters = FirstFilters.Of(network),
            };
        }
    }
}
