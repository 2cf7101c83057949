using System.Diagnostics;
using NetGen.Data;
using NetGen.Experiments.Data;
using NetGen.Experiments.Declaring;
using NetGen.Experiments.Images;
using NetGen.Experiments.Measuring;
using NetGen.Experiments.PlainNetHypothesis;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.LeakySlope;

/// <summary>A network that was compiled and loaded while the program runs, and how it is trained.</summary>
internal abstract class SlopeTrainee
{
    public const float LearningRate = 1e-3f;
    public const int TrainingVectors = 1000;
    public const int Unseen = 2000;

    /// <param name="network">The class of the network.</param>
    public static SlopeTrainee Of(Type network) => (SlopeTrainee)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(network))!;

    /// <summary>Trains it to hand on what comes in.</summary>
    public abstract SlopeRun TrainIdentity(
        SlopeNetwork declared, int seed, int steps, int batch, Action<StepReport> report, CancellationToken stop);

    /// <summary>Trains it to tell images apart.</summary>
    public abstract SlopeRun TrainImages(
        SlopeNetwork declared, ImageTask images, float learningRate, int epochs, int seed, int batch, Action<StepReport> report,
        CancellationToken stop);

    private sealed class Typed<TNetwork> : SlopeTrainee
        where TNetwork : class, INetwork
    {
        public override SlopeRun TrainIdentity(
            SlopeNetwork declared, int seed, int steps, int batch, Action<StepReport> report, CancellationToken stop)
        {
            int width = TNetwork.Info.InputWidth;
            SeededRandom random = DataStream.Of(seed);
            float[] unseen = Uniform.Array(Unseen * width, random);
            FixedBatches batches = new(Uniform.Array(TrainingVectors * width, random), width, random);
            using var trainer = Begin(declared, seed).CreateTrainer(new Adam(LearningRate), Loss.MeanSquaredError, batch);
            float[] vectors = unseen[..(batch * width)];
            BatchCopy start = new(TNetwork.Info.Layers.Length);
            BatchCopyProbe probe = new(start);
            trainer.Inspect(vectors, vectors, ref probe);

            StepClock clock = new(steps);
            for (int step = 0; step < steps; step++)
            {
                stop.ThrowIfCancellationRequested();
                batches.Next(vectors);
                long before = Stopwatch.GetTimestamp();
                clock.Add(step, trainer.Step(vectors, vectors), before);
                report(new StepReport(step + 1, clock.Losses[step]));
            }

            return Finished(declared, seed, clock, epochs: null, trainer.Evaluate(unseen, unseen), [], start, batch);
        }

        public override SlopeRun TrainImages(
            SlopeNetwork declared, ImageTask images, float learningRate, int epochs, int seed, int batch, Action<StepReport> report,
            CancellationToken stop)
        {
            using ImageBatches batches = ImageBatches.Shuffled(
                images.Training, batch, DataStream.SeedOf(seed), images.Normalization, [], dropLast: true);
            using var trainer = Begin(declared, seed).CreateTrainer(new Adam(learningRate), Loss.SoftmaxCrossEntropy, batch);
            BatchCopy start = new(TNetwork.Info.Layers.Length);
            BatchCopyProbe probe = new(start);
            ReadOnlySpan<float> first = images.FirstTests(batch, out ReadOnlySpan<int> classes);
            trainer.Inspect(first, classes, ref probe);

            StepClock clock = new(epochs * (images.Training.Count / batch));
            List<ClassEvaluation> tests = [];
            for (int step = 0; tests.Count < epochs;)
            {
                for (; batches.Next(out ImageBatch next); step++)
                {
                    stop.ThrowIfCancellationRequested();
                    long before = Stopwatch.GetTimestamp();
                    clock.Add(step, trainer.Step(next.Inputs, next.Labels), before);
                    report(new StepReport(step + 1, clock.Losses[step], Accuracy: tests.Count > 0 ? tests[^1].Accuracy : null));
                }

                ReadOnlySpan<float> inputs = images.FirstTests(Unseen, out ReadOnlySpan<int> labels);
                tests.Add(trainer.Evaluate(inputs, labels));
            }

            return Finished(
                declared, seed, clock, epochs, tests[^1].Loss, [.. tests.Select(static test => test.Accuracy)], start, batch);
        }

        private static SlopeRun Finished(
            SlopeNetwork declared, int seed, StepClock clock, int? epochs, double unseenLoss, IReadOnlyList<double> accuracies,
            BatchCopy start, int batch) => new(
            declared, seed, clock.Losses, epochs, unseenLoss, accuracies,
            TNetwork.Info.Parameters.Sum(static parameter => (long)parameter.Count), clock.Median,
            [
                .. TNetwork.Info.Layers.Zip(start.Streams).SkipLast(1).Select(layer => new SlopeLayer(
                    layer.First.Name,
                    InputSimilarity.MeanCosine(layer.Second, layer.Second.Length / batch),
                    declared.Kind == SlopeKind.Pnnh || double.IsNaN(layer.First.Expected.Cosine) ? null : layer.First.Expected.Cosine)),
            ]);

        private static TNetwork Begin(SlopeNetwork declared, int seed)
        {
            TNetwork network = Start.Of<TNetwork>(seed);
            if (declared.Kind == SlopeKind.Pnnh)
                Coder.ExactWithin(1, 2 * declared.Task.Code).CopyTo(network.Parameters, TNetwork.Info, declared.Coder);
            return network;
        }
    }
}
