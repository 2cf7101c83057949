namespace NetGen.Runtime.Tests;

[Network(Input = 5)]
[Linear(32), ReLU, Linear(7)]
internal sealed partial class ClassNet;

/// <summary>Training by labels: the bits of training by targets that are 1 in the label's column.</summary>
public sealed class LabelTrainingTests
{
    private const int Batch = 16;

    private delegate float Watched(ref StatisticsProbe probe);

    public static TheoryData<int, float> ThreadsAndSmoothing =>
        [.. from threads in (int[])[1, 2, 5] from smoothing in (float[])[0, 0.1f] select (threads, smoothing)];

    [Theory]
    [MemberData(nameof(ThreadsAndSmoothing))]
    public void Any_number_of_threads_gives_the_bits_of_targets_on_one(int threads, float smoothing)
    {
        AssertSame<ReLULayer<From7To45>>();
        AssertSame<ClassNet>();
        AssertSame<TokenNet>();
        AssertSame<PixelNet>();

        void AssertSame<TNetwork>()
            where TNetwork : class, INetwork
        {
            using var byTargets = Trainer<TNetwork>(smoothing: smoothing);
            using var byLabels = Trainer<TNetwork>(threads, smoothing);
            foreach (int rows in (int[])[Batch, 1, 7])
            {
                float[] inputs = Inputs<TNetwork>(rows);
                int[] labels = LabelsOf<TNetwork>(rows);
                float[] targets = OneHot<TNetwork>(labels);
                Assert.Equal(byTargets.Evaluate(inputs, targets), byLabels.Evaluate(inputs, labels).Loss);
                Assert.Equal(byTargets.Step(inputs, targets), byLabels.Step(inputs, labels));
                Assert.All(byTargets.Gradients, gradient =>
                    Assert.Equal(gradient.ToArray(), byLabels.Gradients[gradient.Name].ToArray()));
            }

            Assert.All(byTargets.Network.Parameters, parameter =>
                Assert.Equal(parameter.ToArray(), byLabels.Network.Parameters[parameter.Name].ToArray()));
        }
    }

    [Fact]
    public void Inputs_of_another_width_that_fill_more_rows_than_a_batch_are_told_by_their_labels()
    {
        using var trainer = new ClassNet(seed: 1).CreateTrainer(new Adam(), Loss.SoftmaxCrossEntropy, batchSize: 4);

        Assert.Equal(
            "inputs: expected 5 floats, 5, for each of 4 examples, as many as there are targets or labels of, got 140 for each. "
                + "(Parameter 'inputs')",
            Assert.Throws<ArgumentException>(() => trainer.Step(new float[4 * 140], new int[4])).Message);
    }

    [Fact]
    public void One_label_for_each_example_of_a_network_that_answers_by_pixel_is_told_of_a_layer_that_may_be_missing()
    {
        NetworkInfo info = PixelClasses.Info;
        using var trainer = new PixelClasses(seed: 1).CreateTrainer(new Adam(), Loss.SoftmaxCrossEntropy, batchSize: 2);

        Assert.Equal(
            "labels: expected 24, 2 rows of 4 × 3, got 2: the outputs are 4 × 3 × 2; is a Flatten or GlobalAvgPool missing? "
                + "(Parameter 'labels')",
            Assert.Throws<ArgumentException>(() => trainer.Step(new float[2 * info.InputLength], new int[2])).Message);
    }

    [Fact]
    public void A_probe_sees_the_gradients_of_a_step_by_targets()
    {
        using var byTargets = Trainer<TokenNet>();
        using var byLabels = Trainer<TokenNet>();
        float[] inputs = Inputs<TokenNet>(Batch);
        int[] labels = LabelsOf<TokenNet>(Batch);
        float[] targets = OneHot<TokenNet>(labels);

        Assert.Equal(
            Seen((ref probe) => byTargets.Inspect(inputs, targets, ref probe)),
            Seen((ref probe) => byLabels.Inspect(inputs, labels, ref probe)));
        Assert.Equal(0, byLabels.StepCount);
        Assert.Equal(
            Seen((ref probe) => byTargets.Step(inputs, targets, ref probe)),
            Seen((ref probe) => byLabels.Step(inputs, labels, ref probe)));
        Assert.Equal(1, byLabels.StepCount);

        static double[] Seen(Watched call)
        {
            NetworkStatistics statistics = new(TokenNet.Info);
            StatisticsProbe probe = new(statistics);
            return [call(ref probe), .. statistics.Layers.Select(static layer => layer.PreActivationGradientNorm)];
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Accuracy_is_the_share_of_rows_whose_greatest_output_is_at_the_label(int threads)
    {
        AssertCounted<ReLULayer<From7To45>>();
        AssertCounted<TokenNet>();
        AssertCounted<PixelNet>();

        void AssertCounted<TNetwork>()
            where TNetwork : class, INetwork
        {
            // More than a batch, and more than a prediction takes at once.
            const int Rows = 3 * Batch + 5 + 64;
            using var trainer = Trainer<TNetwork>(threads);
            float[] inputs = Inputs<TNetwork>(Rows), outputs = new float[Rows * TNetwork.Info.OutputLength];
            int[] labels = LabelsOf<TNetwork>(Rows);
            trainer.Network.Predict(inputs, outputs);
            int right = outputs.Chunk(TNetwork.Info.OutputWidth).Zip(labels).Count(row => row.First.IndexOf(row.First.Max()) == row.Second);

            double expected = (double)right / labels.Length;
            Assert.InRange(right, 1, labels.Length - 1);
            Assert.Equal(expected, trainer.Evaluate(inputs, labels).Accuracy);
            Assert.Equal(expected, trainer.Network.Accuracy(inputs, labels));
            Assert.Equal(0, trainer.StepCount);
        }
    }

    [Fact]
    public void Of_equal_outputs_the_first_is_predicted_and_of_no_number_nothing()
    {
        ClassNet network = new();
        foreach (Parameter parameter in network.Parameters)
            parameter.Scale(0);
        Assert.Equal([1.0, 0.0, 0.0], Accuracies(0f, 0f));
        Assert.Equal([0.0, 1.0, 0.0], Accuracies(2f, 2f));
        Assert.Equal([0.0, 0.0, 1.0], Accuracies(2f, 3f));
        Assert.Equal([0.0, 0.0, 0.0], Accuracies(2f, float.NaN));

        double[] Accuracies(float second, float last)
        {
            network.Parameters["2.bias"].CopyFrom((ReadOnlySpan<float>)[0, second, 0, 0, 0, 0, last]);
            return [.. ((int[])[0, 1, 6]).Select(label => network.Accuracy(new float[5], [label]))];
        }
    }

    [Fact]
    public void Classes_are_learnt_from_labels()
    {
        using var trainer = Trainer<ClassNet>();
        float[] inputs = Inputs<ClassNet>(Batch);
        int[] labels = LabelsOf<ClassNet>(Batch);
        (float before, double guessed) = trainer.Evaluate(inputs, labels);

        for (int step = 0; step < 200; step++)
            trainer.Step(inputs, labels);

        (float after, double learnt) = trainer.Evaluate(inputs, labels);
        Assert.InRange(guessed, 0, 0.5);
        Assert.Equal(1, learnt);
        Assert.InRange(after, 0, before / 4);
    }

    // A collection expression is taken for targets, as methods of a class come before extensions.
    [Fact]
    public void Labels_that_are_taken_for_targets_are_told_from_them()
    {
        using var trainer = Trainer<ClassNet>();

        Assert.StartsWith(
            "targets: expected 14 floats, a number for every class, got 2, one a row. Labels are an int[] or a ReadOnlySpan<int>;",
            Assert.Throws<ArgumentException>(() => trainer.Step(Inputs<ClassNet>(2), [3, 6])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_that_do_not_fit_are_told_before_anything_changes()
    {
        AssertRefused<ArgumentException>("labels: expected 3, one for each of 3 rows, got 2.", new float[21], [0, 1]);
        AssertRefused<ArgumentOutOfRangeException>(
            "labels: expected 0 to 44, for 45 classes, got 45 in row 1 (counted from 0).", new float[21], [44, 45, 0]);
        AssertRefused<ArgumentOutOfRangeException>(
            "labels: expected 0 to 44, for 45 classes, got -1 in row 2 (counted from 0).", new float[21], [44, 0, -1]);
        AssertRefused<ArgumentException>("inputs: expected at least one row, got none.", [], []);
        AssertRefused<ArgumentException>(
            "inputs: expected at most 16 rows, the batch size of the trainer, got 17.", new float[17 * 7], new int[17], batch: true);
        AssertRefused<ArgumentException>(
            "inputs: expected finite numbers, got NaN in row 0, column 6 (counted from 0).", [0, 0, 0, 0, 0, 0, float.NaN], [0],
            trains: true);

        static void AssertRefused<TException>(string message, float[] inputs, int[] labels, bool batch = false, bool trains = false)
            where TException : ArgumentException
        {
            using var trainer = Trainer<ReLULayer<From7To45>>();
            float[] before = trainer.Network.Parameters["layers.0.linear.weight"].ToArray();
            List<Action> calls =
            [
                () => trainer.Step(inputs, labels),
                () => { NoProbe probe = default; trainer.Step(inputs, labels, ref probe); },
                () => { NoProbe probe = default; trainer.Inspect(inputs, labels, ref probe); },
            ];
            if (!batch)
                calls.Add(() => trainer.Evaluate(inputs, labels));
            if (!batch && !trains)
                calls.Add(() => trainer.Network.Accuracy(inputs, labels));

            Assert.All(calls, call => Assert.StartsWith(message, Assert.Throws<TException>(call).Message, StringComparison.Ordinal));
            Assert.Equal(before, trainer.Network.Parameters["layers.0.linear.weight"].ToArray());
            Assert.Equal(0, trainer.StepCount);
        }
    }

    [Fact]
    public void Labels_of_sequences_and_images_are_told_by_their_place()
    {
        using var tokens = Trainer<TokenNet>();
        using var pixels = Trainer<PixelNet>();
        int[] labels = new int[14];
        labels[7 + 3] = 2;

        AssertStarts("labels: expected 14, 2 rows of 7, got 2: the outputs are 7 × ", () => tokens.Step(new float[42], new int[2]));
        AssertStarts(
            "labels: expected 0 to 1, for 2 classes, got 2 in row 1, at [3] (counted from 0).", () => tokens.Step(new float[42], labels));
        AssertStarts("labels: expected 12, 2 rows of 2 × 3, got 14.", () => pixels.Step(new float[36], labels));
        AssertStarts(
            "labels: expected 0 to 1, for 2 classes, got 2 in row 1, at [1, 1] (counted from 0).",
            () => pixels.Step(new float[36], labels.AsSpan(0, 12)));

        static void AssertStarts(string message, Action call) =>
            Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_of_one_output_has_no_accuracy()
    {
        var exception = Assert.Throws<ArgumentException>("network", () => new ReLULayer<From130To1>().Accuracy(new float[130], [0]));
        Assert.Contains("expected at least 2 outputs, one for each class, got 1.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        var trainer = Trainer<ReLULayer<From7To45>>(smoothing: 0.1f);
        float[] inputs = Inputs<ReLULayer<From7To45>>(Batch);
        int[] labels = LabelsOf<ReLULayer<From7To45>>(Batch);
        Call();

        Assert.Equal(0, Allocations.FewestOf(Call));

        void Call()
        {
            trainer.Step(inputs, labels);
            trainer.Step(inputs.AsSpan(0, 21), labels.AsSpan(0, 3));
            trainer.Evaluate(inputs, labels);
            trainer.Network.Accuracy(inputs, labels);
        }
    }

    private static Trainer<TNetwork, Adam, SoftmaxCrossEntropy> Trainer<TNetwork>(int threads = 1, float smoothing = 0)
        where TNetwork : class, INetwork
    {
        var network = (TNetwork)Activator.CreateInstance(typeof(TNetwork), 5, null, null)!;
        SoftmaxCrossEntropy loss = Loss.SoftmaxCrossEntropy with { LabelSmoothing = smoothing };
        return network.CreateTrainer(new Adam(1e-2f), loss, Batch, threads: threads);
    }

    private static float[] Inputs<TNetwork>(int rows)
        where TNetwork : class, INetwork => Numbers.Uniform(rows * TNetwork.Info.InputLength, rows);

    private static int[] LabelsOf<TNetwork>(int rows)
        where TNetwork : class, INetwork
    {
        Random random = new(rows);
        return [.. Enumerable.Range(0, rows * TNetwork.Info.OutputPositions).Select(_ => random.Next(TNetwork.Info.OutputWidth))];
    }

    private static float[] OneHot<TNetwork>(int[] labels)
        where TNetwork : class, INetwork
    {
        float[] targets = new float[labels.Length * TNetwork.Info.OutputWidth];
        for (int row = 0; row < labels.Length; row++)
            targets[row * TNetwork.Info.OutputWidth + labels[row]] = 1;
        return targets;
    }
}
