using System.Numerics.Tensors;
using static NetGen.Runtime.Tests.HostileCase;
using ClassTrainer = NetGen.Trainer<
    NetGen.Runtime.Tests.ReLULayer<NetGen.Runtime.Tests.From7To45>, NetGen.Adam, NetGen.SoftmaxCrossEntropy>;
using TestNetwork = NetGen.Runtime.Tests.ReLULayer<NetGen.Runtime.Tests.From7To45>;

namespace NetGen.Runtime.Tests;

/// <summary>What is wrong to give to the public surface.</summary>
internal static class HostileArguments
{
    private static readonly float[] Row = new float[7];
    private static readonly float[] Target = new float[45];
    private static readonly int[] Label = new int[1];

    public static IReadOnlyList<HostileCase> All { get; } =
    [
        .. Networks, .. Trainers, .. OptimizersAndLosses, .. SchedulesAndGroups, .. Parameters, .. Probes, .. HostileDescriptions.All,
        .. HostileFittings.All, .. Others,
    ];

    private static IEnumerable<HostileCase> Networks =>
    [
        Null("NetworkExtensions.Predict", "network", static () => default(TestNetwork)!.Predict(Row, Target)),
        Null(
            "NetworkExtensions.Predict", "network",
            static () => default(TestNetwork)!.Predict(default(ReadOnlyTensorSpan<float>), default)) with { Given = "null, of tensors" },
        Null("NetworkExtensions.Accuracy", "network", static () => default(TestNetwork)!.Accuracy(Row, Label)),
        Null(
            "NetworkExtensions.Accuracy", "network",
            static () => default(TestNetwork)!.Accuracy(default(ReadOnlyTensorSpan<float>), Label)) with { Given = "null, of a tensor" },
        Wrong(
            "NetworkExtensions.Accuracy", "inputs", "default tensor",
            static () => new TestNetwork().Accuracy(default(ReadOnlyTensorSpan<float>), Label)),
        Wrong("NetworkExtensions.Accuracy", "labels", "two for one row, of a tensor", static () => new TestNetwork().Accuracy(
            new ReadOnlyTensorSpan<float>(Row, [1, 7]), new int[2])),
        Null("NetworkExtensions.CreateGenerator", "network", static () => default(NextToken)!.CreateGenerator()),
        Null("NetworkExtensions.Generate", "network", static () => default(NextToken)!.Generate([1], new int[1])),
        Null("NetworkExtensions.CreatePredictor", "network", static () => default(TestNetwork)!.CreatePredictor(1)),
        Null(
            "NetworkExtensions.CreateTrainer", "network",
            static () => default(TestNetwork)!.CreateTrainer(new Adam(), Loss.MeanSquaredError, 1)),
        Null("NetworkExtensions.Save", "network", static () => default(TestNetwork)!.Save("file")),
        Null("NetworkExtensions.Save", "path", static () => new TestNetwork().Save(null!)),
        Wrong("NetworkExtensions.Save", "path", "empty", static () => new TestNetwork().Save("")),
        Null("NetworkExtensions.Load", "network", static () => default(TestNetwork)!.Load("file")),
        Null("NetworkExtensions.Load", "path", static () => new TestNetwork().Load(null!)),
        Wrong("NetworkExtensions.Load", "path", "empty", static () => new TestNetwork().Load("")),
        Wrong(
            "NetworkExtensions.Predict", "inputs", "default tensor",
            static () => new TestNetwork().Predict(default(ReadOnlyTensorSpan<float>), default)),
        Wrong(
            "NetworkExtensions.Predict", "outputs", "default tensor",
            static () => new TestNetwork().Predict(new ReadOnlyTensorSpan<float>(Row, [1, 7]), default)),
        Wrong("NetworkExtensions.Predict", "inputs", "more rows than an array holds", static () => new TestNetwork().Predict(
            new ReadOnlyTensorSpan<float>(Row, [1_000_000_000, 7], [0, 1]), new TensorSpan<float>(Target, [1_000_000_000, 45], [0, 1]))),
        Wrong("NetworkExtensions.Predict", "inputs", "part of a row", static () => new TestNetwork().Predict(new float[8], Target)),
        Wrong("NetworkExtensions.Predict", "outputs", "empty", static () => new TestNetwork().Predict(Row, [])),
        Wrong("NetworkExtensions.Accuracy", "inputs", "empty", static () => new TestNetwork().Accuracy([], [])),
        Wrong("NetworkExtensions.Accuracy", "labels", "empty", static () => new TestNetwork().Accuracy(Row, [])),
        OutOfRange("NetworkExtensions.Accuracy", "labels", "45 of 45 classes", static () => new TestNetwork().Accuracy(Row, [45])),
        Wrong(
            "NetworkExtensions.Accuracy", "network", "one output",
            static () => new ReLULayer<From130To1>().Accuracy(new float[130], Label)),
        OutOfRange("NetworkExtensions.CreatePredictor", "threads", "-1", static () => new TestNetwork().CreatePredictor(-1)),
        Wrong(
            "Predictor.Predict", "inputs", "part of a row",
            static () => { using var predictor = new TestNetwork().CreatePredictor(1); predictor.Predict(new float[8], Target); }),
        Wrong(
            "Predictor.Predict", "outputs", "empty",
            static () => { using var predictor = new TestNetwork().CreatePredictor(2); predictor.Predict(Row, []); }),
    ];

    private static IEnumerable<HostileCase> Trainers =>
    [
        OutOfRange(
            "NetworkExtensions.CreateTrainer", "batchSize", "-1",
            static () => new TestNetwork().CreateTrainer(new Adam(), Loss.MeanSquaredError, -1)),
        OutOfRange(
            "NetworkExtensions.CreateTrainer", "clipNorm", "not a number",
            static () => new TestNetwork().CreateTrainer(new Adam(), Loss.MeanSquaredError, 1, clipNorm: float.NaN)),
        OutOfRange(
            "NetworkExtensions.CreateTrainer", "clipNorm", "0",
            static () => new TestNetwork().CreateTrainer(new Adam(), Loss.MeanSquaredError, 1, clipNorm: 0)),
        OutOfRange(
            "NetworkExtensions.CreateTrainer", "threads", "33",
            static () => new TestNetwork().CreateTrainer(new Adam(), Loss.MeanSquaredError, 1, threads: 33)),
        OutOfRange(
            "NetworkExtensions.CreateTrainer", "optimizer", "-1 states",
            static () => new TestNetwork().CreateTrainer(new Descent(1, -1), Loss.MeanSquaredError, 1)),
        OutOfRange(
            "NetworkExtensions.CreateTrainer", "loss", "no terms",
            static () => new TestNetwork().CreateTrainer(new Adam(), default(NoTerms), 1)),
        OutOfRange(
            "NetworkExtensions.CreateTrainer", "width", "one output",
            static () => new ReLULayer<From130To1>().CreateTrainer(new Adam(), Loss.SoftmaxCrossEntropy, 1)),
        Wrong("NetworkExtensions.CreateTrainer", "groups", "null in it", static () => new TestNetwork().CreateTrainer(
            new Adam(), Loss.MeanSquaredError, 1, groups: [new ParameterGroup("*.bias"), null!])),
        Wrong("NetworkExtensions.CreateTrainer", "groups", "unknown", static () => new TestNetwork().CreateTrainer(
            new Adam(), Loss.MeanSquaredError, 1, groups: [new ParameterGroup("nothing")])),
        Null("Trainer.Save", "path", static () => Trainer().Save(null!)),
        Wrong("Trainer.Save", "path", "empty", static () => Trainer().Save("")),
        Null("Trainer.Load", "path", static () => Trainer().Load(null!)),
        Wrong("Trainer.Load", "path", "empty", static () => Trainer().Load("")),
        Wrong("Trainer.Step", "inputs", "empty", static () => Trainer().Step([], [])),
        Wrong("Trainer.Step", "inputs", "not a number", static () => Trainer().Step([0, 0, 0, float.NaN, 0, 0, 0], Target)),
        Wrong("Trainer.Step", "targets", "empty", static () => Trainer().Step(Row, [])),
        Wrong("Trainer.Step", "inputs", "default tensor", static () => Trainer().Step(default(ReadOnlyTensorSpan<float>), default)),
        Wrong(
            "Trainer.Step", "targets", "default tensor", static () => Trainer().Step(new ReadOnlyTensorSpan<float>(Row, [1, 7]), default)),
        Wrong("Trainer.Step", "inputs", "more rows than a batch, of one row's memory", static () => Trainer().Step(
            new ReadOnlyTensorSpan<float>(Row, [1_000_000, 7], [0, 1]), new ReadOnlyTensorSpan<float>(Target, [1_000_000, 45], [0, 1]))),
        Wrong("Trainer.Evaluate", "inputs", "empty", static () => Trainer().Evaluate([], [])),
        Wrong("Trainer.Evaluate", "targets", "infinite", static () => Trainer().Evaluate(Row, [.. Target[1..], float.PositiveInfinity])),
        Wrong("Trainer.Evaluate", "inputs", "default tensor", static () => Trainer().Evaluate(default(ReadOnlyTensorSpan<float>), default)),
        Wrong("Trainer.Evaluate", "inputs", "more rows than an array holds", static () => Trainer().Evaluate(
            new ReadOnlyTensorSpan<float>(Row, [1_000_000_000, 7], [0, 1]),
            new ReadOnlyTensorSpan<float>(Target, [1_000_000_000, 45], [0, 1]))),
        Wrong("Trainer.Inspect", "inputs", "empty", static () => { NoProbe probe = default; Trainer().Inspect([], [], ref probe); }),
        Null("TrainerExtensions.Step", "trainer", static () => default(ClassTrainer)!.Step(Row, Label)),
        Null(
            "TrainerExtensions.Inspect", "trainer",
            static () => { NoProbe probe = default; default(ClassTrainer)!.Inspect(Row, Label, ref probe); }),
        Null("TrainerExtensions.Evaluate", "trainer", static () => default(ClassTrainer)!.Evaluate(Row, Label)),
        Null(
            "TrainerExtensions.Step", "trainer",
            static () => default(ClassTrainer)!.Step(default(ReadOnlyTensorSpan<float>), Label)) with { Given = "null, of a tensor" },
        Null(
            "TrainerExtensions.Evaluate", "trainer",
            static () => default(ClassTrainer)!.Evaluate(default(ReadOnlyTensorSpan<float>), Label)) with { Given = "null, of a tensor" },
        Wrong("TrainerExtensions.Step", "inputs", "default tensor", static () => ByClass().Step(default(ReadOnlyTensorSpan<float>), Label)),
        Wrong("TrainerExtensions.Step", "inputs", "more rows than a batch, of one row's memory", static () => ByClass().Step(
            new ReadOnlyTensorSpan<float>(Row, [1_000_000, 7], [0, 1]), Label)),
        Wrong(
            "TrainerExtensions.Evaluate", "inputs", "default tensor",
            static () => ByClass().Evaluate(default(ReadOnlyTensorSpan<float>), Label)),
        Wrong("TrainerExtensions.Evaluate", "inputs", "more rows than an array holds", static () => ByClass().Evaluate(
            new ReadOnlyTensorSpan<float>(Row, [1_000_000_000, 7], [0, 1]), Label)),
        Wrong("TrainerExtensions.Step", "labels", "two for one row", static () => ByClass().Step(Row, new int[2])),
        OutOfRange("TrainerExtensions.Step", "labels", "-1", static () => ByClass().Step(Row, (int[])[-1])),
        Wrong(
            "TrainerExtensions.Inspect", "inputs", "empty",
            static () => { NoProbe probe = default; ByClass().Inspect([], Array.Empty<int>(), ref probe); }),
        Wrong("TrainerExtensions.Evaluate", "labels", "empty", static () => ByClass().Evaluate(Row, Array.Empty<int>())),
        OutOfRange("TrainerExtensions.Evaluate", "labels", "45 of 45 classes", static () => ByClass().Evaluate(Row, (int[])[45])),
        State(
            "Trainer.Step", "default optimizer",
            static () => new TestNetwork().CreateTrainer(default(Adam), Loss.MeanSquaredError, 1).Step(Row, Target)),
        State("Trainer.Step", "default probe", static () => { StatisticsProbe probe = default; Trainer().Step(Row, Target, ref probe); }),
        State("Trainer.Step", "schedule of no number", static () => new TestNetwork().CreateTrainer(
            new Adam(), Loss.MeanSquaredError, 1, schedule: new NoNumber()).Step(Row, Target)),
        State("Trainer.LearningRate", "schedule of no number", static () => _ = new TestNetwork().CreateTrainer(
            new Adam(), Loss.MeanSquaredError, 1, schedule: new NoNumber()).LearningRate),
        Wrong("Trainer.Step", "name", "statistics of another network", static () =>
        {
            StatisticsProbe probe = new(new NetworkStatistics(CalledNetwork.Info));
            Trainer().Step(Row, Target, ref probe);
        }),
    ];

    private static IEnumerable<HostileCase> OptimizersAndLosses =>
    [
        OutOfRange("Sgd", "LearningRate", "-1", static () => _ = new Sgd(-1)),
        OutOfRange("Sgd", "momentum", "1", static () => _ = new Sgd(1, momentum: 1)),
        Wrong("Sgd", "nesterov", "without momentum", static () => _ = new Sgd(1, nesterov: true)),
        OutOfRange("Adam", "LearningRate", "not a number", static () => _ = new Adam(float.NaN)),
        OutOfRange("Adam", "beta1", "not a number", static () => _ = new Adam(1, beta1: double.NaN)),
        OutOfRange("Adam", "beta2", "1", static () => _ = new Adam(1, beta2: 1)),
        OutOfRange("Adam", "epsilon", "-1", static () => _ = new Adam(1, epsilon: -1)),
        OutOfRange("AdamW", "LearningRate", "infinite", static () => _ = new AdamW(float.PositiveInfinity)),
        OutOfRange("AdamW", "weightDecay", "-1", static () => _ = new AdamW(1, weightDecay: -1)),
        OutOfRange("Muon", "LearningRate", "not a number", static () => _ = new Muon(float.NaN)),
        OutOfRange("Muon", "momentum", "1", static () => _ = new Muon(1, momentum: 1)),
        Wrong("Muon", "nesterov", "without momentum", static () => _ = new Muon(1, momentum: 0)),
        OutOfRange("Muon", "weightDecay", "infinite", static () => _ = new Muon(1, weightDecay: double.PositiveInfinity)),
        Null("OptimizerStates", "states", static () => _ = new OptimizerStates(null!)),
        Wrong("OptimizerStates", "states", "of different lengths", static () => _ = new OptimizerStates(new float[1], new float[2])),
        OutOfRange("OptimizerStates.Item", "index", "0, of the default", static () => _ = default(OptimizerStates)[0]),
        OutOfRange("OptimizerStates.Slice", "start", "past the end", static () => new OptimizerStates(new float[3]).Slice(2, 2)),
        OutOfRange("OptimizerStates.Slice", "length", "-1", static () => new OptimizerStates(new float[3]).Slice(2, -1)),
        .. Optimizer("Sgd", new Sgd(1, momentum: 0.5f)),
        .. Optimizer("Adam", new Adam(1)),
        .. Optimizer("AdamW", new AdamW(1)),
        .. Optimizer("Muon", new Muon(1)),
        OutOfRange("Huber", "delta", "0", static () => _ = new Huber(0)),
        OutOfRange(
            "SoftmaxCrossEntropy", "LabelSmoothing", "1", static () => _ = Loss.SoftmaxCrossEntropy with { LabelSmoothing = 1 }),
        Wrong("SoftmaxCrossEntropy.Sum", "labels", "more than outputs", static () => Loss.SoftmaxCrossEntropy.Sum(default, new int[1])),
        Wrong(
            "SoftmaxCrossEntropy.SumAndGradient", "labels", "more than outputs",
            static () => Loss.SoftmaxCrossEntropy.SumAndGradient(default, new int[1], default)),
        OutOfRange("Loss.Huber", "delta", "not a number", static () => _ = Loss.Huber(float.NaN)),
        .. LossOf("MeanSquaredError", Loss.MeanSquaredError),
        .. LossOf("MeanAbsoluteError", Loss.MeanAbsoluteError),
        .. LossOf("Huber", Loss.Huber()),
        .. LossOf("BinaryCrossEntropyWithLogits", Loss.BinaryCrossEntropyWithLogits),
        .. LossOf("SoftmaxCrossEntropy", Loss.SoftmaxCrossEntropy),
    ];

    private static IEnumerable<HostileCase> SchedulesAndGroups =>
    [
        OutOfRange("Schedule.Step", "every", "0", static () => Schedule.Step(0)),
        OutOfRange("Schedule.Step", "gamma", "not a number", static () => Schedule.Step(1, double.NaN)),
        OutOfRange("Schedule.Cosine", "steps", "-1", static () => Schedule.Cosine(-1)),
        OutOfRange("Schedule.Cosine", "minimum", "2", static () => Schedule.Cosine(1, 2)),
        OutOfRange("Schedule.LinearWarmUp", "steps", "0", static () => Schedule.LinearWarmUp(0)),
        OutOfRange("Schedule.Then", "steps", "-1", static () => Schedule.Constant.Then(-1, Schedule.Constant)),
        Null("Schedule.Then", "next", static () => Schedule.Constant.Then(1, null!)),
        .. from schedule in (Schedule[])
               [
                   Schedule.Constant, Schedule.Step(2), Schedule.Cosine(2), Schedule.LinearWarmUp(2),
                   Schedule.Constant.Then(0, Schedule.Constant),
               ]
           select OutOfRange("Schedule.Factor", "step", $"-1, of {schedule}", () => schedule.Factor(-1)),
        Null("ParameterGroup", "pattern", static () => _ = new ParameterGroup(null!)),
        Wrong("ParameterGroup", "pattern", "empty", static () => _ = new ParameterGroup("")),
        OutOfRange(
            "ParameterGroup", "LearningRateFactor", "not a number",
            static () => _ = new ParameterGroup("*") { LearningRateFactor = float.NaN }),
        OutOfRange("ParameterGroup", "WeightDecay", "-1", static () => _ = new ParameterGroup("*") { WeightDecay = -1 }),
    ];

    private static IEnumerable<HostileCase> Parameters =>
    [
        Null("ParameterSet", "info", static () => _ = new ParameterSet(null!, 0)),
        OutOfRange("ParameterSet", "init", "unknown", static () => _ = new ParameterSet(TestNetwork.Info, 0, (Init)99)),
        OutOfRange(
            "ParameterSet", "initScale", "not a number", static () => _ = new ParameterSet(TestNetwork.Info, 0, initScale: float.NaN)),
        Null("ParameterSet.Item", "name", static () => _ = new TestNetwork().Parameters[null!]),
        Missing("ParameterSet.Item", "unknown", static () => _ = new TestNetwork().Parameters["nothing"]),
        Wrong("Parameter.CopyTo", "destination", "empty", static () => Bias().CopyTo(Span<float>.Empty)),
        Wrong("Parameter.CopyTo", "destination", "default tensor", static () => Bias().CopyTo(default(TensorSpan<float>))),
        Wrong("Parameter.CopyFrom", "source", "empty", static () => Bias().CopyFrom(ReadOnlySpan<float>.Empty)),
        Wrong("Parameter.CopyFrom", "source", "default tensor", static () => Bias().CopyFrom(default(ReadOnlyTensorSpan<float>))),
        OutOfRange("Parameter.Scale", "factor", "infinite", static () => Bias().Scale(float.NegativeInfinity)),
    ];

    private static IEnumerable<HostileCase> Probes =>
    [
        Null("NetworkStatistics", "info", static () => _ = new NetworkStatistics(null!)),
        Null("NetworkStatistics.Item", "name", static () => _ = new NetworkStatistics(TestNetwork.Info)[null!]),
        Missing("NetworkStatistics.Item", "unknown", static () => _ = new NetworkStatistics(TestNetwork.Info)["nothing"]),
        Null("StatisticsProbe", "statistics", static () => _ = new StatisticsProbe(null!)),
        State(
            "StatisticsProbe.Observe", "default probe",
            static () => default(StatisticsProbe).Observe(Observation.Stream, 0, "layers.0", Vector())),
        Null("StatisticsProbe.Observe", "name", static () => Probe().Observe(Observation.Stream, 0, null!, Vector())),
        Wrong(
            "StatisticsProbe.Observe", "name", "another layer's",
            static () => Probe().Observe(Observation.Stream, 0, "layers.1", Vector())),
        Wrong(
            "StatisticsProbe.Observe", "name", "a layer that there is not",
            static () => Probe().Observe(Observation.Stream, -1, "layers.0", Vector())),
        Wrong(
            "StatisticsProbe.Observe", "name", "a parameter that there is not",
            static () => Probe().Observe(Observation.WeightGradient, 0, "layers.0", Vector())),
        Wrong(
            "StatisticsProbe.Observe", "values", "default tensor",
            static () => Probe().Observe(Observation.Stream, 0, "layers.0", default)),
        OutOfRange(
            "StatisticsProbe.Observe", "observation", "unknown", static () => Probe().Observe((Observation)99, 0, "layers.0", Vector())),
    ];

    private static IEnumerable<HostileCase> Others =>
    [
        OutOfRange("BatchSpan.Item", "row", "0, of the default", static () => _ = default(BatchSpan)[0]),
        OutOfRange("SeededRandom.NextInt32", "maxExclusive", "0", static () => new SeededRandom(0).NextInt32(0)),
        OutOfRange("SeededRandom.NextSingle", "min", "not a number", static () => new SeededRandom(0).NextSingle(float.NaN, 1)),
        OutOfRange("SeededRandom.NextSingle", "max", "below min", static () => new SeededRandom(0).NextSingle(1, 0)),
        Null("SafetensorsFile.Add", "name", static () => new SafetensorsFile().Add(null!, [1], [1])),
        Wrong("SafetensorsFile.Add", "shape", "default", static () => new SafetensorsFile().Add("tensor", default, [1])),
        Null("SafetensorsFile.Add", "values", static () => new SafetensorsFile().Add("tensor", [1], null!)),
        Wrong("SafetensorsFile.Add", "values", "fewer than the shape has", static () => new SafetensorsFile().Add("tensor", [2], [1])),
        Null("SafetensorsFile.Save", "path", static () => new SafetensorsFile().Save(null!)),
        Null("SafetensorsFile.Load", "path", static () => SafetensorsFile.Load(null!)),
    ];

    private static IEnumerable<HostileCase> Optimizer<TOptimizer>(string name, TOptimizer optimizer)
        where TOptimizer : struct, IOptimizer =>
    [
        State($"{name}.BeginStep", "default optimizer", static () => default(TOptimizer).BeginStep(1)),
        OutOfRange($"{name}.BeginStep", "step", "0", () => optimizer.BeginStep(0)),
        OutOfRange($"{name}.BeginStep", "learningRateFactor", "not a number", () => optimizer.BeginStep(1, double.NaN)),
        OutOfRange($"{name}.BeginStep", "weightDecay", "-1", () => optimizer.BeginStep(1, 1, -1)),
        State($"{name}.Update", "no step begun", () => optimizer.Update(new float[1], new float[1], new(new float[1], new float[1]))),
        Wrong($"{name}.Update", "gradients", "empty", () => Begun(optimizer).Update(new float[1], [], new(new float[1], new float[1]))),
        Wrong(
            $"{name}.Update", "states", "states of two parameters",
            () => Begun(optimizer).Update(new float[1], new float[1], new(new float[2], new float[2]))),
        Wrong($"{name}.Update", "states", "no states", () => Begun(optimizer).Update(new float[1], new float[1], default)),
    ];

    private static IEnumerable<HostileCase> LossOf<TLoss>(string name, TLoss loss)
        where TLoss : struct, ILoss =>
    [
        OutOfRange($"{name}.TermsPerRow", "width", "0", () => loss.TermsPerRow(0)),
        Wrong($"{name}.Sum", "targets", "more than outputs", () => loss.Sum(default, new float[1])),
        Wrong($"{name}.SumAndGradient", "targets", "more than outputs", () => loss.SumAndGradient(default, new float[1], default)),
        Wrong(
            $"{name}.SumAndGradient", "gradients", "none",
            () => loss.SumAndGradient(new BatchSpan(ref (new float[32])[0], 1, 2), new float[2], default)),
    ];

    private static TOptimizer Begun<TOptimizer>(TOptimizer optimizer)
        where TOptimizer : struct, IOptimizer
    {
        optimizer.BeginStep(1);
        return optimizer;
    }

    private static Trainer<TestNetwork, Adam, MeanSquaredError> Trainer() =>
        new TestNetwork().CreateTrainer(new Adam(), Loss.MeanSquaredError, batchSize: 1);

    private static ClassTrainer ByClass() => new TestNetwork().CreateTrainer(new Adam(), Loss.SoftmaxCrossEntropy, batchSize: 1);

    private static Parameter Bias() => new TestNetwork().Parameters["layers.0.linear.bias"];

    private static StatisticsProbe Probe() => new(new NetworkStatistics(TestNetwork.Info));

    private static ReadOnlyTensorSpan<float> Vector() => new(Row, [7]);

    private sealed record NoNumber : Schedule
    {
        public override double Factor(long step) => double.NaN;
    }

    private readonly struct NoTerms : ILoss
    {
        public int TermsPerRow(int width) => 0;

        public double Sum(BatchSpan outputs, ReadOnlySpan<float> targets) => 0;

        public double SumAndGradient(BatchSpan outputs, ReadOnlySpan<float> targets, BatchSpan gradients) => 0;
    }
}
