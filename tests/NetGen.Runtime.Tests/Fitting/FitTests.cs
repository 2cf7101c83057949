namespace NetGen.Runtime.Tests;

/// <summary>Training for many epochs.</summary>
public sealed class FitTests
{
    private const int Count = 50, BatchSize = 8;

    private static readonly ExampleSet training = Set(seed: 1), unseen = Set(seed: 2);

    [Fact]
    public void It_gives_the_bits_of_a_loop_over_steps()
    {
        using var byHand = Trainer();
        ExampleBatches batches = ExampleBatches.Shuffled(training, BatchSize, seed: 5);
        for (int epoch = 0; epoch < 3; epoch++)
        {
            batches.BeginEpoch(epoch);
            while (batches.Next(out Batch batch))
                byHand.Step(batch.Inputs, batch.Labels);
        }

        using var fitted = Trainer();
        FitResult result = Fit(fitted, Batches(), null, epochs: 3);

        AssertSame(byHand, fitted);
        Assert.Equal(3 * 7, fitted.StepCount);
        Assert.Equal([1, 2, 3], result.Epochs.Select(static epoch => epoch.Epoch));
    }

    [Fact]
    public void Every_epoch_shows_every_example_once_in_an_order_of_its_own()
    {
        ExampleSet numbers = new(Count, Enumerable.Range(0, Count).Select(static i => (float)i).ToArray(), new int[Count]);
        ExampleBatches batches = ExampleBatches.Shuffled(numbers, BatchSize, seed: 1);

        float[] first = Epoch(0), second = Epoch(1);

        Assert.Equal(Enumerable.Range(0, Count).Select(static i => (float)i), first.Order());
        Assert.Equal(first.Order(), second.Order());
        Assert.NotEqual(first, second);
        Assert.Equal(first, Epoch(0));

        float[] Epoch(int epoch)
        {
            List<float> seen = [];
            batches.BeginEpoch(epoch);
            while (batches.Next(out Batch batch))
                seen.AddRange(batch.Inputs.Values);
            return [.. seen];
        }
    }

    [Fact]
    public void The_losses_are_means_over_examples_and_metrics_those_of_the_network()
    {
        ClassNet network = new(seed: 1);
        using ITrainer trainer = network.CreateTrainer(new Sgd(0), Loss.SoftmaxCrossEntropy, BatchSize);

        FitResult result = Fit(
            trainer, Batches(), ExampleBatches.InOrder(unseen, 7), epochs: 1,
            new FitOptions { Metrics = [Metrics.Accuracy(), Metrics.TopK(3)] });

        EpochResult epoch = Assert.Single(result.Epochs);
        Assert.Equal(trainer.Evaluate(Inputs(1), Labels(1)).Loss, epoch.TrainingLoss, 1e-6);
        Assert.Equal(trainer.Evaluate(Inputs(2), Labels(2)).Loss, epoch.ValidationLoss!.Value, 1e-6);
        Assert.Equal(network.Accuracy(Inputs(2), Labels(2)), epoch.Metrics["accuracy"], 1e-12);
        Assert.Equal(network.Measure(Metrics.TopK(3), Inputs(2), Labels(2)).Value, epoch.Metrics["top 3"], 1e-12);
    }

    [Fact]
    public void A_validation_loss_is_over_rows_that_count()
    {
        int[] labels = Labels(2);
        labels.AsSpan(0, 13).Fill(SoftmaxCrossEntropy.NoLabel);
        using var trainer = Trainer(new Sgd(0));

        FitResult result = Fit(
            trainer, Batches(), ExampleBatches.InOrder(new ExampleSet(Count, Inputs(2), labels), 15), epochs: 1);

        Assert.Equal(trainer.Evaluate(Inputs(2), labels).Loss, result.Epochs[0].ValidationLoss!.Value, 1e-6);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(18, 9)]
    public void A_training_that_was_killed_goes_on_with_the_bits_that_it_would_have_had(int afterSteps, int seed)
    {
        using TemporaryFolder folder = new();
        using var straight = Trainer();
        FitResult expected = Fit(straight, Batches(), ExampleBatches.InOrder(unseen, 16), 5, Options(folder.File("straight")));

        using var killed = Trainer();
        Assert.Throws<KilledException>(() =>
            Fit(killed, new Killing(Batches(), afterSteps), ExampleBatches.InOrder(unseen, 16), 5, Options(folder.File("killed"))));
        using var resumed = Trainer(new Adam(0.01f), seed);
        FitResult result = Fit(resumed, Batches(), ExampleBatches.InOrder(unseen, 16), 5, Options(folder.File("killed")));

        AssertSame(straight, resumed);
        Assert.Equal(expected.Epochs.Select(Untimed), result.Epochs.Select(Untimed), Same);
        Assert.Equal(expected.Best!.Epoch, result.Best!.Epoch);

        static FitOptions Options(string folder) => new()
        {
            Metrics = [Metrics.Accuracy()], Checkpoints = new Checkpoints(folder) { Resume = true },
        };
    }

    [Fact]
    public void Notes_of_the_users_own_are_kept_in_both_files_and_by_a_training_that_goes_on()
    {
        using TemporaryFolder folder = new();
        SafetensorsFile notes = new() { Metadata = { ["classes"] = "shirt, coat" } };
        notes.Add("mean", [2], [0.5f, 0.25f]);
        Checkpoints checkpoints = new(folder.File("run")) { Notes = notes };
        using (var trainer = Trainer())
            Fit(trainer, Batches(), null, 1, new FitOptions { Checkpoints = checkpoints });
        using (var trainer = Trainer())
            Fit(trainer, Batches(), null, 2, new FitOptions { Checkpoints = new Checkpoints(folder.File("run")) { Resume = true } });

        foreach (string path in (string[])[checkpoints.Last, checkpoints.Best])
        {
            SafetensorsFile loaded = new ClassNet(seed: 3).Load(path);
            Assert.Equal("shirt, coat", loaded.Metadata["classes"]);
            Assert.Equal([0.5f, 0.25f], loaded.Tensors["mean"].Values.ToArray());
        }

        Assert.Single(notes.Metadata);
    }

    [Fact]
    public void A_training_that_was_cancelled_keeps_its_last_whole_epoch()
    {
        using TemporaryFolder folder = new();
        using CancellationTokenSource stop = new();
        Checkpoints checkpoints = new(folder.File("run"));
        using var trainer = Trainer();

        Assert.Throws<OperationCanceledException>(() => trainer.Fit(
            new Killing(Batches(), afterSteps: 10, stop.Cancel), null, 5, new FitOptions { Checkpoints = checkpoints }, stop.Token));

        Assert.Equal(10, trainer.StepCount);
        using var other = Trainer();
        other.Load(checkpoints.Last);
        Assert.Equal(7, other.StepCount);
    }

    [Fact]
    public void A_training_that_was_cancelled_restores_its_best_epoch_where_that_was_asked_for()
    {
        using CancellationTokenSource stop = new();
        using var straight = Trainer();
        Fit(straight, Batches(), null, 1);
        using var trainer = Trainer();

        Assert.Throws<OperationCanceledException>(() => trainer.Fit(
            new Killing(Batches(), afterSteps: 10, stop.Cancel), null, 5, new FitOptions { RestoreBest = true }, stop.Token));

        AssertSame(straight, trainer);
    }

    [Fact]
    public void The_best_epoch_is_kept_and_restored_and_without_a_better_one_training_ends()
    {
        using TemporaryFolder folder = new();
        Checkpoints checkpoints = new(folder.File("run"));
        using var trainer = Trainer(new Adam(0.03f));

        FitResult result = Fit(trainer, Batches(), ExampleBatches.InOrder(unseen, 16), epochs: 200, new FitOptions
        {
            EarlyStopping = new EarlyStopping(patience: 4), Checkpoints = checkpoints, RestoreBest = true,
        });

        Assert.True(result.StoppedEarly);
        Assert.Equal(result.Epochs.Min(static epoch => epoch.ValidationLoss), result.Best!.ValidationLoss);
        Assert.Equal(result.Best.Epoch + 4, result.Epochs.Length);
        Assert.Equal(result.Best.ValidationLoss!.Value, trainer.Evaluate(Inputs(2), Labels(2)).Loss, 1e-6);
        using var best = Trainer();
        best.Load(checkpoints.Best);
        AssertSame(best, trainer);
    }

    [Fact]
    public void A_training_that_diverges_says_so_and_ends_and_its_best_epoch_is_restored()
    {
        using StringWriter file = new();
        using var trainer = Trainer(new Sgd(0.1f));
        Killing batches = new(Batches(), afterSteps: 9, () => trainer.Optimizer.LearningRate = float.MaxValue);

        FitResult result = Fit(
            trainer, batches, ExampleBatches.InOrder(unseen, 16), epochs: 20,
            new FitOptions { RestoreBest = true, Progress = new ConsoleProgress(file, rewrites: false) });

        Assert.True(result.Diverged);
        Assert.Equal([1, 2], result.Epochs.Select(static epoch => epoch.Epoch));
        Assert.Equal(1, result.Best!.Epoch);
        Assert.Equal(result.Best.ValidationLoss!.Value, trainer.Evaluate(Inputs(2), Labels(2)).Loss, 1e-6);
        Assert.Contains("loss NaN", file.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("diverged: the loss is not finite" + Environment.NewLine, file.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_that_is_infinite_once_ends_no_training()
    {
        float[] inputs = Inputs(1), targets = new float[Count * 7];
        targets[0] = float.MaxValue;
        using var trainer = new ClassNet(seed: 1).CreateTrainer(new Adam(0.01f), Loss.MeanSquaredError, BatchSize);

        FitResult result = Fit(trainer, ExampleBatches.InOrder(new ExampleSet(Count, inputs, targets), BatchSize), null, epochs: 3);

        Assert.True(result.Diverged);
        Assert.Equal(3, result.Epochs.Length);
        Assert.All(trainer.Network.Parameters, static parameter => Assert.DoesNotContain(float.NaN, parameter.ToArray()));
    }

    [Fact]
    public void What_is_watched_is_the_metric_that_is_named()
    {
        using var trainer = Trainer();

        FitResult result = Fit(
            trainer, Batches(), ExampleBatches.InOrder(unseen, 16), 12,
            new FitOptions { Metrics = [Metrics.Accuracy()], Monitor = "accuracy" });

        Assert.Equal(result.Epochs.Max(static epoch => epoch.Metrics["accuracy"]), result.Best!.Metrics["accuracy"]);
    }

    [Fact]
    public void A_training_that_lies_there_is_neither_replaced_nor_continued_unasked()
    {
        using TemporaryFolder folder = new();
        Checkpoints checkpoints = new(folder.File("run"));
        using var trainer = Trainer();
        Fit(trainer, Batches(), null, 1, new FitOptions { Checkpoints = checkpoints });
        byte[] before = File.ReadAllBytes(checkpoints.Last);

        var exception = Assert.Throws<IOException>(() => Fit(trainer, Batches(), null, 2, new FitOptions { Checkpoints = checkpoints }));

        Assert.Contains(checkpoints.Last, exception.Message, StringComparison.Ordinal);
        Assert.Contains("Checkpoints.Resume", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(checkpoints.Last));
        Assert.Equal(7, trainer.StepCount);
    }

    [Fact]
    public void A_folder_that_another_training_writes_is_refused_before_the_first_step()
    {
        using TemporaryFolder folder = new();
        FitOptions options = new() { Checkpoints = new Checkpoints(folder.File("run")) { Resume = true } };
        using var first = Trainer();
        using var second = Trainer();
        string message = "";

        Fit(first, new Killing(Batches(), afterSteps: 3, Other), null, 1, options);

        Assert.StartsWith($"{folder.File("run")}: expected a folder that no other training writes", message, StringComparison.Ordinal);
        Assert.Equal((7, 0), (first.StepCount, second.StepCount));
        Assert.Equal(
            ["best.safetensors", "last.safetensors"], Directory.GetFiles(folder.File("run")).Select(Path.GetFileName).Order());

        void Other() => message = Assert.Throws<IOException>(() => Fit(second, Batches(), null, 1, options)).Message;
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_noticed_before_the_first_step()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("file"), "");
        using var trainer = Trainer();

        Assert.Equal($"{folder.File("file")}: expected a folder, got a file.", Message("file"));
        // Nobody writes to the kernel's own folder, not even root.
        if (OperatingSystem.IsLinux())
            Assert.StartsWith("/proc: expected a place that can be written", Message("/proc"), StringComparison.Ordinal);
        Assert.Equal(0, trainer.StepCount);

        string Message(string name) => Assert.Throws<IOException>(() => Fit(
            trainer, Batches(), null, 1, new FitOptions { Checkpoints = new Checkpoints(Path.Combine(folder.Path, name)) })).Message;
    }

    [Fact]
    public void A_file_that_is_no_training_by_epochs_is_an_error_and_changes_nothing()
    {
        using TemporaryFolder folder = new();
        Checkpoints checkpoints = new(folder.File("run")) { Resume = true };
        using var trainer = Trainer();
        Directory.CreateDirectory(checkpoints.Folder);
        trainer.Save(checkpoints.Last);
        trainer.Step(Inputs(1).AsSpan(0, 5), Labels(1).AsSpan(0, 1));

        Assert.Throws<InvalidDataException>(() => Fit(trainer, Batches(), null, 2, new FitOptions { Checkpoints = checkpoints }));

        Assert.Equal(1, trainer.StepCount);
    }

    [Fact]
    public void A_best_epoch_that_somebody_else_saved_is_not_replaced()
    {
        using TemporaryFolder folder = new();
        Checkpoints checkpoints = new(folder.File("run")) { Resume = true };
        using var trainer = Trainer();
        Directory.CreateDirectory(checkpoints.Folder);
        trainer.Save(checkpoints.Best);
        byte[] before = File.ReadAllBytes(checkpoints.Best);

        var exception = Assert.Throws<IOException>(() => Fit(trainer, Batches(), null, 2, new FitOptions { Checkpoints = checkpoints }));

        Assert.Contains(checkpoints.Best, exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(checkpoints.Best));
    }

    [Fact]
    public void A_best_epoch_that_was_deleted_is_named_with_what_wants_it()
    {
        using TemporaryFolder folder = new();
        Checkpoints checkpoints = new(folder.File("run")) { Resume = true };
        FitOptions options = new() { Checkpoints = checkpoints, RestoreBest = true };
        using var trainer = Trainer();
        Fit(trainer, Batches(), null, 1, options);
        File.Delete(checkpoints.Best);

        Assert.Equal(
            $"{checkpoints.Best}: expected the parameters of epoch 1, the best so far, which RestoreBest gives the network in the end, "
                + "got no file: put it back, or go on without RestoreBest.",
            Assert.Throws<FileNotFoundException>(() => Fit(trainer, Batches(), null, 2, options)).Message);
    }

    [Fact]
    public void Parameters_of_another_epoch_than_the_best_are_not_restored()
    {
        using TemporaryFolder folder = new();
        Checkpoints checkpoints = new(folder.File("run")) { Resume = true };
        using var trainer = Trainer(new Adam(0.03f));
        FitResult first = Fit(
            trainer, Batches(), ExampleBatches.InOrder(unseen, 16), 20,
            new FitOptions { Checkpoints = checkpoints, Metrics = [new Last()] });
        Assert.NotEqual(20, first.Best!.Epoch);

        // By what is watched now, the last epoch is the best.
        using var other = Trainer(new Adam(0.03f));
        var exception = Assert.Throws<InvalidDataException>(() =>
            Fit(other, Batches(), ExampleBatches.InOrder(unseen, 16), 20, new FitOptions
            {
                Checkpoints = checkpoints, RestoreBest = true, Metrics = [new Last()], Monitor = "last",
            }));

        Assert.Contains($"got those of epoch {first.Best.Epoch}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_option_is_an_error_that_names_what_there_is()
    {
        using var trainer = Trainer();
        ExampleBatches validation = ExampleBatches.InOrder(unseen, 16);

        Assert.Contains("\"accuracy\"", Message(validation, new FitOptions { Metrics = [Metrics.Accuracy()], Monitor = "f1" }));
        Assert.Contains("validation data", Message(null, new FitOptions { Metrics = [Metrics.Accuracy()] }));
        Assert.Contains("\"accuracy\"", Message(validation, new FitOptions { Metrics = [Metrics.Accuracy(), Metrics.Accuracy()] }));

        string Message(IBatchSource? unseen, FitOptions options) =>
            Assert.Throws<ArgumentException>(() => Fit(trainer, Batches(), unseen, 2, options)).Message;
    }

    [Fact]
    public void A_metric_that_is_right_whatever_comes_is_an_error_before_the_first_step()
    {
        using var trainer = Trainer();

        Assert.StartsWith(
            "top 7: expected more classes than 7, else every row of numbers is right, got the 7 of ClassNet.",
            Assert.Throws<ArgumentException>(() => Fit(
                trainer, Batches(), ExampleBatches.InOrder(unseen, 16), 1, new FitOptions { Metrics = [Metrics.TopK(7)] })).Message,
            StringComparison.Ordinal);
        Assert.Equal(0, trainer.StepCount);
    }

    [Fact]
    public void Progress_tells_of_every_epoch_and_the_console_shows_a_line_for_each()
    {
        using StringWriter file = new();
        using var trainer = Trainer();

        FitResult result = Fit(
            trainer, Batches(), ExampleBatches.InOrder(unseen, 16), 2,
            new FitOptions { Metrics = [Metrics.Accuracy()], Progress = new ConsoleProgress(file, rewrites: false) });

        string[] lines = file.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        EpochResult second = result.Epochs[1];
        Assert.StartsWith(
            FormattableString.Invariant(
                $"epoch 2 of 2  loss {second.TrainingLoss:G4}  validation {second.ValidationLoss:G4}  ")
                + FormattableString.Invariant($"accuracy {second.Metrics["accuracy"]:G4}"),
            lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_sees_the_epoch_under_way_in_one_line()
    {
        using StringWriter terminal = new();
        ConsoleProgress progress = new(terminal, rewrites: true);

        FitProgress early = new()
        {
            Epoch = 1, Epochs = 10, Batch = 30, Batches = 120, TrainingLoss = 0.51234, Elapsed = TimeSpan.FromSeconds(2),
        };
        progress.Report(early);
        progress.Report(early with
        {
            Result = new EpochResult
            {
                Epoch = 1, StepCount = 120, TrainingLoss = 0.25, LearningRate = 0.1f, Duration = TimeSpan.FromSeconds(8),
            },
        });

        Assert.Equal(
            "\repoch  1 of 10  batch 30 of 120  loss 0.5123  6 s left of the epoch\repoch  1 of 10  loss 0.25  8.0 s"
                + new string(' ', 35) + Environment.NewLine,
            terminal.ToString());
    }

    [Fact]
    public void A_training_that_is_cut_off_ends_its_line()
    {
        using StringWriter terminal = new();
        using var trainer = Trainer();

        Assert.Throws<KilledException>(() => Fit(
            trainer, new Killing(Batches(), afterSteps: 2), null, 1,
            new FitOptions { Progress = new ConsoleProgress(terminal, rewrites: true) }));

        Assert.StartsWith("\repoch 1 of 1  batch 1 of 7", terminal.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("s left of the epoch" + Environment.NewLine, terminal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_of_a_set_have_every_example_once()
    {
        ExampleSet numbers = new(10, Enumerable.Range(0, 10).Select(static i => (float)i).ToArray(), Enumerable.Range(0, 10).ToArray());

        (ExampleSet first, ExampleSet second) = numbers.Split(0.7, seed: 1);

        Assert.Equal((7, 3), (first.Count, second.Count));
        Assert.Equal(Enumerable.Range(0, 10), All(first).Concat(All(second)).Order());

        static int[] All(ExampleSet set)
        {
            ExampleBatches.InOrder(set, set.Count).Next(out Batch batch);
            Assert.Equal(batch.Labels.ToArray().Select(static label => (float)label), batch.Inputs.Values.ToArray());
            return batch.Labels.ToArray();
        }
    }

    [Fact]
    public void Values_that_are_not_as_many_for_each_example_are_an_error_that_names_them()
    {
        var exception = Assert.Throws<ArgumentException>(static () => new ExampleSet(3, new float[10], new int[3]));

        Assert.StartsWith("inputs: expected as many for each of 3 examples, got 10.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_remainder_that_a_batch_norm_cannot_train_on_is_named_before_the_first_step_and_can_be_dropped()
    {
        ExampleSet set = new(9, new float[9 * BatchNormNet.Info.InputLength], new float[9 * BatchNormNet.Info.OutputLength]);
        using var trainer = new BatchNormNet(seed: 1).CreateTrainer(new Adam(), Loss.MeanSquaredError, BatchSize);

        var exception = Assert.Throws<ArgumentException>(
            () => Fit(trainer, ExampleBatches.Shuffled(set, BatchSize, seed: 1), null, epochs: 1));

        Assert.StartsWith("training: expected batches of at least 2 examples", exception.Message, StringComparison.Ordinal);
        Assert.Contains("got 1 in the last batch of an epoch: dropLast: true", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, trainer.StepCount);

        Fit(trainer, ExampleBatches.Shuffled(set, BatchSize, seed: 1, dropLast: true), null, epochs: 2);
        Assert.Equal(2, trainer.StepCount);
    }

    [Fact]
    public void An_epoch_without_its_last_batch_has_full_ones_alone()
    {
        ExampleBatches all = Batches(), full = ExampleBatches.Shuffled(training, BatchSize, seed: 5, dropLast: true);
        List<int> sizes = [];
        while (all.Next(out Batch any) && full.Next(out Batch batch))
        {
            Assert.Equal(any.Inputs.Values, batch.Inputs.Values);
            sizes.Add(batch.Labels.Length);
        }

        Assert.Equal(Enumerable.Repeat(BatchSize, 6), sizes);
        Assert.Equal((7, 2), (all.BatchesPerEpoch, ((IBatchSource)all).SmallestBatch));
        Assert.Equal((6, BatchSize), (full.BatchesPerEpoch, ((IBatchSource)full).SmallestBatch));
    }

    private static FitResult Fit(
        ITrainer trainer, IBatchSource training, IBatchSource? validation, int epochs, FitOptions? options = null) =>
        trainer.Fit(training, validation, epochs, options, TestContext.Current.CancellationToken);

    private static Trainer<ClassNet, Adam, SoftmaxCrossEntropy> Trainer() => Trainer(new Adam(0.01f));

    private static Trainer<ClassNet, TOptimizer, SoftmaxCrossEntropy> Trainer<TOptimizer>(TOptimizer optimizer, int seed = 1)
        where TOptimizer : struct, IOptimizer =>
        new ClassNet(seed).CreateTrainer(optimizer, Loss.SoftmaxCrossEntropy, BatchSize);

    private static ExampleBatches Batches() => ExampleBatches.Shuffled(training, BatchSize, seed: 5);

    private static ExampleSet Set(int seed) => new(Count, Inputs(seed), Labels(seed));

    private static float[] Inputs(int seed)
    {
        SeededRandom random = new(seed);
        return [.. Enumerable.Range(0, Count * 5).Select(_ => random.NextSingle(-1, 1))];
    }

    // What can be learned in part: the class follows from the first input, and the rest is chance.
    private static int[] Labels(int seed)
    {
        SeededRandom random = new(seed + 100);
        float[] inputs = Inputs(seed);
        return [.. Enumerable.Range(0, Count).Select(i =>
            random.NextInt32(4) == 0 ? random.NextInt32(7) : (int)((inputs[5 * i] + 1) * 3.49f))];
    }

    private static EpochResult Untimed(EpochResult epoch) => epoch with { Duration = default };

    private static bool Same(EpochResult first, EpochResult second) =>
        first with { Metrics = second.Metrics } == second && first.Metrics.SequenceEqual(second.Metrics);

    private static void AssertSame(ITrainer expected, ITrainer actual) => Assert.All(
        expected.Parameters, parameter => Assert.Equal(parameter.ToArray(), actual.Parameters[parameter.Name].ToArray()));

    private sealed class KilledException : Exception;

    /// <summary>A metric whose every value is better than the one before.</summary>
    private sealed class Last : Metric
    {
        private int measured;

        public override string Name => "last";

        public override bool HigherIsBetter => true;

        public override double Value => measured;

        public override void Clear() => measured++;

        protected override void AddRow(ReadOnlySpan<float> outputs, int label)
        {
        }
    }

    /// <summary>Batches whose reader is killed, or does something else, after some of them.</summary>
    private sealed class Killing(IBatchSource batches, int afterSteps, Action? instead = null) : IBatchSource
    {
        private int given;

        public int BatchesPerEpoch => batches.BatchesPerEpoch;

        public void BeginEpoch(int epoch) => batches.BeginEpoch(epoch);

        public bool Next(out Batch batch)
        {
            if (given == afterSteps)
                (instead ?? (static () => throw new KilledException()))();
            bool any = batches.Next(out batch);
            given += any ? 1 : 0;
            return any;
        }
    }
}
