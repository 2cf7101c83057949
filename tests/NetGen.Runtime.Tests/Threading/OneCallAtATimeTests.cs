using System.Numerics.Tensors;
using TestTrainer =
    NetGen.Trainer<NetGen.Runtime.Tests.CalledNetwork, NetGen.Runtime.Tests.CallingOptimizer, NetGen.Runtime.Tests.CallingLoss>;

namespace NetGen.Runtime.Tests;

/// <summary>A trainer or predictor takes one call at a time, whoever makes the second, and none after it is disposed of.</summary>
[Collection(nameof(CalledNetwork))]
public sealed class OneCallAtATimeTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly float[] Rows = new float[16 * 7];
    private static readonly int[] Labels = new int[16];

    private static readonly string NoFile = Path.Join(Path.GetTempPath(), Path.GetRandomFileName());

    private static readonly (string Name, Action<TestTrainer> Call)[] Entries =
    [
        ("Step", static trainer => trainer.Step(Rows, Rows)),
        ("Step of a probe", static trainer => { CallingProbe probe = new(CalledNetwork.Nothing); trainer.Step(Rows, Rows, ref probe); }),
        (
            "Step of tensors",
            static trainer => trainer.Step(new ReadOnlyTensorSpan<float>(Rows, [16, 7]), new ReadOnlyTensorSpan<float>(Rows, [16, 7]))),
        ("Inspect", static trainer => { CallingProbe probe = new(CalledNetwork.Nothing); trainer.Inspect(Rows, Rows, ref probe); }),
        ("Evaluate", static trainer => trainer.Evaluate(Rows, Rows)),
        (
            "Evaluate of tensors",
            static trainer => trainer.Evaluate(new ReadOnlyTensorSpan<float>(Rows, [16, 7]), new ReadOnlyTensorSpan<float>(Rows, [16, 7]))),
        ("Step by labels", static trainer => trainer.Step(Rows, Labels)),
        (
            "Inspect by labels",
            static trainer => { CallingProbe probe = new(CalledNetwork.Nothing); trainer.Inspect(Rows, Labels, ref probe); }),
        ("Evaluate by labels", static trainer => trainer.Evaluate(Rows, Labels)),
        ("Step of a tensor by labels", static trainer => trainer.Step(new ReadOnlyTensorSpan<float>(Rows, [16, 7]), Labels)),
        ("Evaluate of a tensor by labels", static trainer => trainer.Evaluate(new ReadOnlyTensorSpan<float>(Rows, [16, 7]), Labels)),
        ("Save", static trainer => trainer.Save(NoFile)),
        ("Load", static trainer => trainer.Load(NoFile)),
    ];

    public void Dispose() => CalledNetwork.Callback = CalledNetwork.Nothing;

    [Theory]
    [InlineData("probe", 1)]
    [InlineData("schedule", 1)]
    [InlineData("optimizer begins", 1)]
    [InlineData("optimizer updates", 1)]
    [InlineData("optimizer updates", 2)]
    [InlineData("loss", 1)]
    [InlineData("loss", 2)]
    [InlineData("pass", 1)]
    [InlineData("pass", 2)]
    public void What_a_step_calls_may_not_call_the_trainer(string place, int threads)
    {
        TestTrainer? trainer = null;
        int refusals = 0;
        trainer = new CalledNetwork().CreateTrainer(
            new CallingOptimizer(At("optimizer begins"), At("optimizer updates")), new CallingLoss(At("loss")), batchSize: 16,
            schedule: new CallingSchedule(At("schedule")), threads: threads);
        CalledNetwork.Callback = At("pass");

        CallingProbe probe = new(At("probe"));
        if (place == "probe")
            trainer.Step(Rows, Rows, ref probe);
        else
            trainer.Step(Rows, Rows);

        Assert.True(refusals > 0);
        Assert.Equal(1, trainer.StepCount);
        place = "";
        trainer.Step(Rows, Rows);
        trainer.Dispose();

        Action At(string here) => () =>
        {
            if (here != place)
                return;
            AssertRefused(trainer!);
            Interlocked.Increment(ref refusals);
        };
    }

    [Theory]
    [InlineData("Step", 1)]
    [InlineData("Step", 2)]
    [InlineData("Step of a probe", 2)]
    [InlineData("Step of tensors", 2)]
    [InlineData("Inspect", 2)]
    [InlineData("Evaluate", 2)]
    [InlineData("Evaluate of tensors", 1)]
    [InlineData("Step by labels", 2)]
    [InlineData("Inspect by labels", 1)]
    [InlineData("Evaluate by labels", 1)]
    public async Task Other_threads_are_refused_until_a_call_returns(string first, int threads)
    {
        TestTrainer trainer = Trainer(threads);
        using ManualResetEventSlim inside = new(), leave = new();
        CalledNetwork.Callback = () =>
        {
            inside.Set();
            Assert.True(leave.Wait(Patience));
        };

        Task call = Task.Factory.StartNew(
            () => Entries.Single(entry => entry.Name == first).Call(trainer),
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        Assert.True(inside.Wait(Patience, TestContext.Current.CancellationToken));
        AssertRefused(trainer);
        leave.Set();
        await call;

        CalledNetwork.Callback = CalledNetwork.Nothing;
        long steps = trainer.StepCount;
        trainer.Step(Rows, Rows);
        Assert.Equal(steps + 1, trainer.StepCount);
        trainer.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Threads_that_step_one_trainer_are_told_and_every_step_that_was_taken_counts(int threads)
    {
        using var trainer = new ResidualAroundBranch()
            .CreateTrainer(new Adam(1e-3f), Loss.MeanSquaredError, batchSize: 16, threads: threads);
        int taken = 0;
        Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ =>
        {
            for (int call = 0; call < 200; call++)
            {
                try
                {
                    trainer.Step(Rows, Rows);
                    Interlocked.Increment(ref taken);
                }
                catch (InvalidOperationException exception)
                {
                    Assert.StartsWith("Expected one call at a time", exception.Message, StringComparison.Ordinal);
                }
            }
        });

        Assert.Equal(taken, trainer.StepCount);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_trainer_that_is_disposed_of_says_so_by_its_name(int threads)
    {
        TestTrainer trainer = Trainer(threads);
        trainer.Dispose();
        trainer.Dispose();

        Assert.All(Entries, entry => Assert.Equal(
            "Trainer<CalledNetwork, CallingOptimizer, CallingLoss>",
            Assert.Throws<ObjectDisposedException>(() => entry.Call(trainer)).ObjectName));
        Assert.Equal(0, trainer.StepCount);
        trainer.Network.Predict(Rows, new float[Rows.Length]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_predictor_is_as_strict(int threads)
    {
        Predictor<CalledNetwork> predictor = new CalledNetwork().CreatePredictor(threads);
        int refusals = 0;
        CalledNetwork.Callback = () =>
        {
            AssertBusy(() => predictor.Predict(new float[7], new float[7]), "Predictor<CalledNetwork>");
            AssertBusy(predictor.Dispose, "Predictor<CalledNetwork>");
            Interlocked.Increment(ref refusals);
        };
        predictor.Predict(Rows, new float[Rows.Length]);

        Assert.Equal(threads, refusals);
        CalledNetwork.Callback = CalledNetwork.Nothing;
        predictor.Predict(Rows, new float[Rows.Length]);
        predictor.Dispose();
        predictor.Dispose();
        Assert.Equal(
            "Predictor<CalledNetwork>",
            Assert.Throws<ObjectDisposedException>(() => predictor.Predict(Rows, new float[Rows.Length])).ObjectName);
    }

    private static TestTrainer Trainer(int threads) => new CalledNetwork().CreateTrainer(
        new CallingOptimizer(CalledNetwork.Nothing, CalledNetwork.Nothing), new CallingLoss(CalledNetwork.Nothing), batchSize: 16,
        threads: threads);

    private static void AssertRefused(TestTrainer trainer)
    {
        Assert.All(Entries, entry => AssertBusy(() => entry.Call(trainer), "Trainer<CalledNetwork, CallingOptimizer, CallingLoss>"));
        AssertBusy(trainer.Dispose, "Trainer<CalledNetwork, CallingOptimizer, CallingLoss>");
        Assert.False(File.Exists(NoFile));
    }

    private static void AssertBusy(Action call, string name)
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(call);
        Assert.StartsWith($"Expected one call at a time of a {name}", exception.Message, StringComparison.Ordinal);
    }
}
