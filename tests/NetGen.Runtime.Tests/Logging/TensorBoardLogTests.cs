using System.Numerics.Tensors;

namespace NetGen.Runtime.Tests;

public sealed class TensorBoardLogTests
{
    [Fact]
    public void A_place_that_takes_no_log_is_an_error_that_names_it_as_it_was_given()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("file");
        File.WriteAllText(file, "");

        Assert.Equal($"{file}: expected a folder, got a file.", Message(() => new TensorBoardLog(file)));
        Assert.StartsWith($"{file}/run: expected a folder, or a place for one: ", Message(() => new TensorBoardLog(file + "/run")));
        Assert.StartsWith(
            "no/log.jsonl: expected a file that can be written, got no folder", Message(static () => new JsonLinesLog("no/log.jsonl")));

        static string Message(Func<ITrainingLog> create) => Assert.ThrowsAny<IOException>(create).Message;
    }

    [Fact]
    public void The_reader_of_these_tests_knows_the_checksum_of_the_standard() =>
        Assert.Equal(0x8A9136AAu, TensorBoardEvents.Crc(new byte[32]));

    [Fact]
    public void A_file_begins_with_its_version_and_holds_what_was_taken_down()
    {
        using TemporaryFolder folder = new();
        using (TensorBoardLog log = new(folder.File("run")))
        {
            log.Scalar("loss/training", 0.25, step: 300);
            log.Scalar("loss/training", double.NaN, step: 1L << 40);
        }

        IReadOnlyList<TensorBoardEvent> events = TensorBoardEvents.Read(OnlyFile(folder.File("run")));

        Assert.Equal("brain.Event:2", events[0].Version);
        Assert.Equal(("loss/training", 300, 0.25f), (events[1].Tag, events[1].Step, events[1].Value));
        Assert.Equal((1L << 40, float.NaN), (events[2].Step, events[2].Value));
        Assert.InRange(events[1].Time, 1.7e9, 1e11);
    }

    [Fact]
    public void A_histogram_counts_every_finite_value_in_a_bucket_below_whose_limit_it_lies()
    {
        using TemporaryFolder folder = new();
        float[] values = [.. Enumerable.Range(0, 1000).Select(static i => MathF.Sin(i) * MathF.Exp(i % 40 - 20)), 0, float.NaN];
        using (TensorBoardLog log = new(folder.File("run")))
            log.Histogram("weight/0", new ReadOnlyTensorSpan<float>(values), step: 1);

        TensorBoardEvent seen = TensorBoardEvents.Read(OnlyFile(folder.File("run")))[1];

        float[] finite = [.. values.Where(float.IsFinite)];
        Assert.Equal((finite.Min(), finite.Max()), ((float)seen.Moments[1], (float)seen.Moments[2]));
        Assert.Equal(1001, seen.Moments[3]);
        Assert.Equal(finite.Sum(static value => (double)value), seen.Moments[4], 1e-3);
        Assert.Equal(seen.Limits.Count, seen.Counts.Count);
        Assert.Equal(seen.Limits.Order(), seen.Limits);
        for (int bucket = 1; bucket < seen.Limits.Count; bucket++)
            Assert.Equal(finite.Count(value => value >= seen.Limits[bucket - 1] && value < seen.Limits[bucket]), seen.Counts[bucket]);
        Assert.Equal(1001, seen.Counts.Sum());
    }

    [Fact]
    public void A_further_log_in_the_folder_leaves_the_files_there()
    {
        using TemporaryFolder folder = new();
        for (int run = 0; run < 3; run++)
        {
            using TensorBoardLog log = new(folder.File("run"));
            log.Scalar("loss", run, step: run);
        }

        string[] files = [.. Directory.GetFiles(folder.File("run")).Order(StringComparer.Ordinal)];
        Assert.Equal(3, files.Length);
        Assert.Equal([0f, 1, 2], files.Select(static file => TensorBoardEvents.Read(file)[1].Value!.Value));
        Assert.All(files, static file => Assert.Contains("tfevents", file, StringComparison.Ordinal));
    }

    [Fact]
    public void Fit_takes_down_losses_metrics_and_layers()
    {
        using TemporaryFolder folder = new();
        float[] inputs = [.. Enumerable.Range(0, 100).Select(static i => MathF.Sin(i))];
        int[] labels = [.. Enumerable.Range(0, 20).Select(static i => i % 7)];
        ExampleSet set = new(20, inputs, labels);
        using ITrainer trainer = new ClassNet(seed: 1).CreateTrainer(new Adam(0.01f), Loss.SoftmaxCrossEntropy, batchSize: 5);
        FitResult result;
        using (TensorBoardLog log = new(folder.File("run")))
        {
            result = trainer.Fit(
                ExampleBatches.Shuffled(set, 5, seed: 1), ExampleBatches.InOrder(set, 20), epochs: 3,
                new FitOptions { Metrics = [Metrics.Accuracy()], Logs = [log], StepsBetweenLogs = 2, LogLayers = true },
                TestContext.Current.CancellationToken);
        }

        ILookup<string?, TensorBoardEvent> events = TensorBoardEvents.Read(OnlyFile(folder.File("run"))).ToLookup(static seen => seen.Tag);
        Assert.Equal([2, 4, 6, 8, 10, 12], events["loss/training"].Select(static seen => seen.Step));
        Assert.Equal(
            result.Epochs.Select(static epoch => (float)epoch.ValidationLoss!.Value),
            events["loss/validation"].Select(static seen => seen.Value!.Value));
        Assert.Equal([4, 8, 12], events["accuracy/validation"].Select(static seen => seen.Step));
        Assert.Equal([0, 4, 8], events["activation/0"].Select(static seen => seen.Step));
        Assert.Equal(5 * 32, events["activation/0"].First().Moments[3]);
        Assert.Equal(3, events["norm of gradient of parameter/0.weight"].Count());
    }

    private static string OnlyFile(string folder) => Assert.Single(Directory.GetFiles(folder));
}
