using System.Numerics.Tensors;
using static NetGen.Runtime.Tests.HostileCase;

namespace NetGen.Runtime.Tests;

/// <summary>What is wrong to give to what trains for many epochs, measures and takes down.</summary>
internal static class HostileFittings
{
    private static readonly ExampleSet set = new(2, new float[10], new int[2]);

    public static IEnumerable<HostileCase> All { get; } =
    [
        Null("TrainerFitting.Fit", "trainer", static () => default(ITrainer)!.Fit(Batches, null, 1)),
        Null("TrainerFitting.Fit", "training", static () => Trainer.Fit(null!, null, 1)),
        OutOfRange("TrainerFitting.Fit", "epochs", "0", static () => Trainer.Fit(Batches, null, 0)),
        Null("TrainerRecording.RecordStep", "trainer", static () => default(ITrainer)!.RecordStep(new float[5], new float[7])),
        OutOfRange("ExampleSet", "count", "0", static () => _ = new ExampleSet(0, new float[10], new int[2])),
        Wrong("ExampleSet", "labels", "3 for 2", static () => _ = new ExampleSet(2, new float[10], new int[3])),
        Wrong("ExampleSet", "targets", "none", static () => _ = new ExampleSet(2, new float[10], Array.Empty<float>())),
        Wrong("ExampleSet", "tokens", "3 for 2", static () => _ = new ExampleSet(2, new int[3], new int[2])),
        OutOfRange("ExampleSet.Split", "share", "1", static () => set.Split(1, seed: 0)),
        Null("ExampleBatches.InOrder", "examples", static () => ExampleBatches.InOrder(null!, 1)),
        Null("ExampleBatches.Shuffled", "examples", static () => ExampleBatches.Shuffled(null!, 1, 1)),
        OutOfRange("ExampleBatches.Shuffled", "batchSize", "0", static () => ExampleBatches.Shuffled(set, 0, 1)),
        OutOfRange("ExampleBatches.Shuffled", "batchSize", "3 of 2 and no last batch", static () =>
            ExampleBatches.Shuffled(set, 3, 1, dropLast: true)),
        OutOfRange("ExampleBatches.BeginEpoch", "epoch", "-1", static () => Batches.BeginEpoch(-1)),
        Null("Checkpoints", "folder", static () => _ = new Checkpoints(null!)),
        Wrong("Checkpoints", "folder", "empty", static () => _ = new Checkpoints("")),
        OutOfRange("EarlyStopping", "patience", "0", static () => _ = new EarlyStopping(0)),
        OutOfRange(
            "EarlyStopping", "MinimumChange", "not a number", static () => _ = new EarlyStopping(1) { MinimumChange = double.NaN }),
        OutOfRange("FitOptions", "value", "0 steps between logs", static () => _ = new FitOptions { StepsBetweenLogs = 0 }),
        Null("ConsoleProgress", "writer", static () => _ = new ConsoleProgress(null!, rewrites: false)),
        Null("ConsoleProgress.Report", "value", static () => new ConsoleProgress(TextWriter.Null, rewrites: false).Report(null!)),
        OutOfRange("Metrics.TopK", "count", "0", static () => Metrics.TopK(0)),
        Null("Metric.Add", "network", static () => Metrics.Accuracy().Add(null!, default, default)),
        Wrong("Metric.Add", "outputs", "of one row for two", static () => Metrics.Accuracy().Add(
            ClassNet.Info, new Batch(new float[10], new int[2]), new float[7])),
        Wrong("Metric.Add", "labels", "of one row for two", static () => Metrics.Accuracy().Add(
            ClassNet.Info, new Batch(new float[10], new int[1]), new float[14])),
        Wrong("Metric.Add", "network", "top 7 of 7", static () => Metrics.TopK(7).Add(
            ClassNet.Info, new Batch(new float[5], new int[1]), new float[7])),
        Null("NetworkMeasuring.Measure", "network", static () => default(ClassNet)!.Measure(Metrics.Accuracy(), new float[5], new int[1])),
        Null("NetworkMeasuring.Measure", "metric", static () => new ClassNet(1).Measure(default(Metric)!, new float[5], new int[1])),
        Null("NetworkMeasuring.Measure", "batches", static () => new ClassNet(1).Measure(Metrics.Accuracy(), null!)),
        Null("ConfusionMatrix", "names", static () => _ = new ConfusionMatrix(null!)),
        Wrong("ConfusionMatrix", "names", "one", static () => _ = new ConfusionMatrix("coat")),
        OutOfRange("ConfusionMatrix.Item", "label", "2 of 2", static () => _ = new ConfusionMatrix(2)[2, 0]),
        OutOfRange("ConfusionMatrix.Item", "predicted", "-2", static () => _ = new ConfusionMatrix(2)[0, -2]),
        OutOfRange("Classes.Rank", "label", "3 of 3", static () => Classes.Rank(new float[3], 3)),
        Wrong("Classes.Best", "scores", "empty", static () => Classes.Best([])),
        Wrong("Classes.Softmax", "scores", "part of a row", static () => Classes.Softmax(new float[4], 3, new float[4])),
        Wrong("Classes.Softmax", "probabilities", "fewer", static () => Classes.Softmax(new float[3], 3, new float[2])),
        Null("TensorBoardLog", "folder", static () => _ = new TensorBoardLog(null!)),
        Null("JsonLinesLog", "path", static () => _ = new JsonLinesLog(null!)),
        .. Logged("TensorBoardLog", static folder => new TensorBoardLog(folder)),
        .. Logged("JsonLinesLog", static folder => new JsonLinesLog(Path.Join(folder, "log.jsonl"))),
        Null("LogProbe", "log", static () => _ = new LogProbe(null!, 1)),
        State("LogProbe.Observe", "default probe", static () =>
            default(LogProbe).Observe(Observation.Activation, 0, "0", new ReadOnlyTensorSpan<float>([1]))),
        Null("LogProbe.Observe", "name", static () =>
            new LogProbe(new NoLog(), 0).Observe(Observation.Activation, 0, null!, new ReadOnlyTensorSpan<float>([1]))),
        Null("Trainer.Save", "notes", static () => Trainer.Save("file", null!)),
        Null("NetworkExtensions.Save", "notes", static () => new ClassNet(1).Save("file", null!)),
    ];

    private static ExampleBatches Batches => ExampleBatches.InOrder(set, 1);

    private static Trainer<ClassNet, Adam, SoftmaxCrossEntropy> Trainer =>
        new ClassNet(seed: 1).CreateTrainer(new Adam(), Loss.SoftmaxCrossEntropy, batchSize: 2);

    private static IEnumerable<HostileCase> Logged(string type, Func<string, ITrainingLog> create) =>
    [
        Null($"{type}.Scalar", "tag", () => With(create, static log => log.Scalar(null!, 1, 1))),
        Null($"{type}.Histogram", "tag", () => With(create, static log => log.Histogram(null!, new ReadOnlyTensorSpan<float>([1]), 1))),
    ];

    private static void With(Func<string, ITrainingLog> create, Action<ITrainingLog> use)
    {
        using TemporaryFolder folder = new();
        using ITrainingLog log = create(folder.Path);
        use(log);
    }

    private sealed class NoLog : ITrainingLog
    {
        public void Scalar(string tag, double value, long step)
        {
        }

        public void Histogram(string tag, in ReadOnlyTensorSpan<float> values, long step)
        {
        }

        public void Dispose()
        {
        }
    }
}
