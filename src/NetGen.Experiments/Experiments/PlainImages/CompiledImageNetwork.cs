using System.Numerics.Tensors;
using NetGen.Data;
using NetGen.Experiments.Data;
using NetGen.Experiments.Declaring;
using NetGen.Experiments.Images;
using NetGen.Experiments.Measuring;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainImages;

/// <summary>A network of the comparison that was compiled while the program runs, and its training.</summary>
/// <param name="declared">Its declaration.</param>
/// <param name="slope">The slope of its rectifier below 0.</param>
internal abstract class CompiledImageNetwork(ImageNetwork declared, float slope)
{
    /// <summary>How many images what goes on inside is measured over.</summary>
    public const int Images = 32;

    public ImageNetwork Declared => declared;

    public abstract NetworkInfo Info { get; }

    /// <summary>What the compiler expects of its layers.</summary>
    public LayerEnds Ends => field ??= new LayerEnds(Info, declared, slope);

    /// <param name="declared">Its declaration.</param>
    /// <param name="network">The class that was compiled of it.</param>
    /// <param name="coders">The coders of its stages.</param>
    /// <param name="slope">The slope of its rectifier below 0.</param>
    public static CompiledImageNetwork Of(ImageNetwork declared, Type network, StageCoders coders, float slope) =>
        (CompiledImageNetwork)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(network), declared, coders, slope)!;

    /// <summary>Begins a training and predictions, and gives what does one of each.</summary>
    public abstract Turns Begin(ImageTask task, PlainImagesRecipe recipe, int seed);

    /// <summary>Trains it.</summary>
    /// <param name="task">The images.</param>
    /// <param name="recipe">How it is trained.</param>
    /// <param name="seed">The seed of weights and order of images.</param>
    /// <param name="looks">Whether images are read back from its layers.</param>
    /// <param name="report">Is told of every step.</param>
    /// <param name="stop">Stops it.</param>
    public abstract PlainImageRun Train(
        ImageTask task, PlainImagesRecipe recipe, int seed, bool looks, Action<StepReport> report, CancellationToken stop);

    private sealed class Typed<TNetwork>(ImageNetwork declared, StageCoders coders, float slope) : CompiledImageNetwork(declared, slope)
        where TNetwork : class, INetwork
    {
        public override NetworkInfo Info => TNetwork.Info;

        public override Turns Begin(ImageTask task, PlainImagesRecipe recipe, int seed)
        {
            TNetwork network = Start(seed);
            var trainer = CreateTrainer(network, recipe, recipe.Steps(task));
            float[] inputs = task.FirstTests(recipe.Batch, out ReadOnlySpan<int> labels).ToArray();
            int[] classes = labels.ToArray();
            float[] outputs = new float[classes.Length * Info.OutputLength];
            FoldedPrediction? folded = FoldedPrediction.Of(network);
            return new Turns(
                trainer,
                () => trainer.Step(inputs, classes),
                () => network.Predict(inputs, outputs),
                folded is null ? null : () => folded.Predict(inputs, outputs));
        }

        public override PlainImageRun Train(
            ImageTask task, PlainImagesRecipe recipe, int seed, bool looks, Action<StepReport> report, CancellationToken stop)
        {
            TNetwork network = Start(seed);
            int steps = recipe.Steps(task);
            using var trainer = CreateTrainer(network, recipe, steps);
            Gallery? gallery = looks ? new Gallery(task) : null;
            Inside start = Look(trainer, task, gallery, seed);

            using ImageBatches batches = ImageBatches.Shuffled(
                task.Training, recipe.Batch, DataStream.SeedOf(seed), task.Normalization, dropLast: true);
            ImageEpochs epochs = ImageEpochs.Run(
                trainer, network, task, batches, recipe.Epochs, PlainImagesRecipe.TestImages, glances: 0, report, stop);

            return new PlainImageRun(Declared.Setup, Declared.Name, seed, steps, epochs.Losses, start, Look(trainer, task, gallery, seed))
            {
                Declared = Declared,
                Data = task.Name,
                CoderErrors = coders.Errors(Declared, seed),
                Parameters = Info.ParameterCount,
                Trained = Info.ParameterCount - StageCoders.Parameters(Declared),
                Epochs = recipe.Epochs,
                TestAccuracy = [.. epochs.Epochs.Select(static check => check.Accuracy)],
                Folded = Fold(network, task),
            };
        }

        /// <summary>What the network becomes for prediction, and how far its answers then are from what they were.</summary>
        private static FoldedRow? Fold(TNetwork network, ImageTask task)
        {
            if (FoldedPrediction.Of(network) is not { } folded)
                return null;
            ReadOnlySpan<float> inputs = task.FirstTests(PlainImagesRecipe.TestImages, out ReadOnlySpan<int> labels);
            float[] outputs = new float[labels.Length * TNetwork.Info.OutputLength];
            float[] answers = new float[outputs.Length];
            network.Predict(inputs, outputs);
            folded.Predict(inputs, answers);
            return new FoldedRow(
                folded.Info.Layers.Length, folded.Info.ParameterCount, TensorPrimitives.MaxMagnitude<float>(outputs),
                outputs.Zip(answers, static (one, other) => Math.Abs(one - other)).Max());
        }

        private TNetwork Start(int seed)
        {
            TNetwork network = Declaring.Start.Of<TNetwork>(seed);
            coders.CopyTo(network.Parameters, Info, Declared, seed);
            return network;
        }

        private static Trainer<TNetwork, Adam, SoftmaxCrossEntropy> CreateTrainer(TNetwork network, PlainImagesRecipe recipe, int steps) =>
            network.CreateTrainer(
                recipe.Optimizer, Loss.SoftmaxCrossEntropy, Math.Max(recipe.Batch, Images), PlainImagesRecipe.LongestGradient,
                ImageRecipe.Rates(steps));

        private Inside Look(Trainer<TNetwork, Adam, SoftmaxCrossEntropy> trainer, ImageTask task, Gallery? gallery, int seed)
        {
            ReadOnlySpan<float> inputs = task.FirstTests(Images, out ReadOnlySpan<int> labels);
            IReadOnlyList<LayerEnd> layers = Ends.Measure(Copy(trainer, inputs, labels), labels.Length);
            if (gallery is null)
                return new Inside(layers, [], []);

            IReadOnlyList<int> chosen = Ends.Chosen;
            List<float[]>[] features = [.. chosen.Select(static _ => new List<float[]>())];
            List<float[]> entries = [];
            for (int first = 0; first < gallery.Count; first += Images)
            {
                int count = Math.Min(Images, gallery.Count - first);
                BatchCopy batch = Copy(trainer, gallery.Batch(first, count, out ReadOnlySpan<int> classes), classes);
                foreach ((List<float[]> all, int layer) in features.Zip(chosen))
                    all.AddRange(Ends.Outputs(batch, layer, count));
                entries.AddRange(Ends.Entry(batch, count));
            }

            return new Inside(
                layers,
                [.. features.Zip(chosen, (all, layer) => PlainImages.Remains.Of(layer, all, gallery))],
                coders.Path(Declared, seed, entries, gallery));
        }

        private static BatchCopy Copy(
            Trainer<TNetwork, Adam, SoftmaxCrossEntropy> trainer, ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels)
        {
            BatchCopy batch = new(TNetwork.Info.Layers.Length);
            BatchCopyProbe probe = new(batch);
            trainer.Inspect(inputs, labels, ref probe);
            return batch;
        }
    }
}
