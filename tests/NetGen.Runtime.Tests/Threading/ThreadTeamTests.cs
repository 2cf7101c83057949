using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace NetGen.Runtime.Tests;

[Collection(nameof(CalledNetwork))]
public sealed class ThreadTeamTests : IDisposable
{
    // Never waited for but where a test fails.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public void Dispose() => CalledNetwork.Callback = CalledNetwork.Nothing;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(32)]
    public void Shares_run_at_the_same_time_each_once(int threads)
    {
        using ThreadTeam team = new(threads);
        using Barrier meeting = new(threads);
        for (int run = 0; run < 3; run++)
        {
            // Long enough for all to have gone to sleep.
            Thread.Sleep(5);
            int[] done = new int[threads];
            int[] ids = new int[threads];
            team.Run(share =>
            {
                Assert.True(meeting.SignalAndWait(Patience));
                Interlocked.Increment(ref done[share]);
                ids[share] = Environment.CurrentManagedThreadId;
            });

            Assert.All(done, static count => Assert.Equal(1, count));
            Assert.Equal(threads, ids.Distinct().Count());
            Assert.Contains(Environment.CurrentManagedThreadId, ids);
        }
    }

    [Fact]
    public void What_a_share_throws_arrives_after_the_others_and_the_next_run_is_whole()
    {
        using ThreadTeam team = new(threads: 3);
        int done = 0;
        Assert.Equal("No.", Assert.Throws<NotSupportedException>(() => team.Run(share =>
        {
            if (share == 1)
                throw new NotSupportedException("No.");
            Interlocked.Increment(ref done);
        })).Message);
        Assert.Equal(2, done);

        team.Run(_ => Interlocked.Increment(ref done));
        Assert.Equal(5, done);
    }

    [Fact]
    public void What_is_thrown_on_another_thread_reaches_the_caller_of_a_step_or_prediction()
    {
        CalledNetwork network = new();
        using var trainer = network.CreateTrainer(new Sgd(0.1f), Loss.MeanSquaredError, batchSize: 16, threads: 2);
        using var predictor = network.CreatePredictor(threads: 2);
        float[] examples = new float[16 * 7];
        using Barrier meeting = new(2);
        Thread caller = Thread.CurrentThread;
        CalledNetwork.Callback = () =>
        {
            Assert.True(meeting.SignalAndWait(Patience));
            if (Thread.CurrentThread != caller)
                throw new NotSupportedException("No.");
        };

        Assert.Equal("No.", Assert.Throws<NotSupportedException>(() => trainer.Step(examples, examples)).Message);
        Assert.Equal("No.", Assert.Throws<NotSupportedException>(() => predictor.Predict(examples, examples)).Message);
        CalledNetwork.Callback = CalledNetwork.Nothing;
        trainer.Step(examples, examples);
        predictor.Predict(examples, examples);

        Assert.Equal(1, trainer.StepCount);
    }

    [Fact]
    public void An_interruption_of_one_who_waits_for_the_others_comes_after_the_work()
    {
        using ThreadTeam team = new(threads: 2);
        bool begun = false, done = false;
        Exception? failure = null;
        Thread caller = null!;
        caller = new Thread(() => failure = Record.Exception(() =>
        {
            team.Run(share =>
            {
                if (share == 0)
                {
                    // Not asleep, so that the other share is left to the other thread.
                    AssertComes(() => Volatile.Read(ref begun));
                    return;
                }

                Volatile.Write(ref begun, true);
                AssertComes(() => caller.ThreadState.HasFlag(System.Threading.ThreadState.WaitSleepJoin));
                caller.Interrupt();
                Volatile.Write(ref done, true);
            });
            Assert.True(Volatile.Read(ref done));
            Assert.Throws<ThreadInterruptedException>(() => Thread.Sleep(Patience));

            int shares = 0;
            team.Run(_ => Interlocked.Increment(ref shares));
            Assert.Equal(2, shares);
        }));
        caller.Start();

        Assert.True(caller.Join(Patience));
        Assert.Null(failure);
    }

    [Fact]
    public void Steps_of_a_thread_that_is_interrupted_are_whole()
    {
        float[] interrupted = [], undisturbed = [];
        bool stillInterrupted = false;
        Thread thread = new(() =>
        {
            interrupted = Train(interrupt: Thread.CurrentThread.Interrupt);
            stillInterrupted = Record.Exception(static () => Thread.Sleep(Patience)) is ThreadInterruptedException;
            undisturbed = Train(interrupt: static () => { });
        });
        thread.Start();

        Assert.True(thread.Join(Patience));
        Assert.True(stillInterrupted);
        Assert.NotEmpty(interrupted);
        Assert.Equal(undisturbed, interrupted);

        static float[] Train(Action interrupt)
        {
            ResidualAroundBranch network = new(seed: 1);
            using var trainer = network.CreateTrainer(new Adam(1e-2f), Loss.MeanSquaredError, batchSize: 64, threads: 2);
            float[] examples = Numbers.Uniform(64 * 7, seed: 1);
            for (int step = 0; step < 50; step++)
            {
                interrupt();
                trainer.Step(examples, examples);
            }

            return [.. network.Parameters.SelectMany(static parameter => parameter.ToArray())];
        }
    }

    [Fact]
    public void Threads_end_with_a_trainer_or_predictor_that_is_disposed_of()
    {
        Assert.All(ThreadsOf(dispose: true), static thread => Assert.False(thread.IsAlive));
    }

    [Fact]
    public void Threads_end_with_a_trainer_or_predictor_that_nobody_disposed_of()
    {
        // A thread that has not yet left its last share may still hold its owner, so more than one collection may be needed.
        Thread[] threads = ThreadsOf(dispose: false);
        AssertComes(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return Array.TrueForAll(threads, static thread => !thread.IsAlive);
        });
    }

    // Not inlined, so that nothing here keeps what it makes.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Thread[] ThreadsOf(bool dispose)
    {
        const int Owners = 5, Threads = 3;
        ConcurrentDictionary<Thread, bool> met = [];
        using Barrier meeting = new(Threads);
        CalledNetwork.Callback = () =>
        {
            Assert.True(meeting.SignalAndWait(Patience));
            met[Thread.CurrentThread] = true;
        };

        float[] examples = new float[Threads * 8 * 7];
        for (int owner = 0; owner < Owners; owner++)
        {
            CalledNetwork network = new();
            var trainer = network.CreateTrainer(new Adam(), Loss.MeanSquaredError, batchSize: Threads * 8, threads: Threads);
            var predictor = network.CreatePredictor(Threads);
            trainer.Step(examples, examples);
            predictor.Predict(examples, examples);
            if (dispose)
            {
                trainer.Dispose();
                predictor.Dispose();
            }
        }

        CalledNetwork.Callback = CalledNetwork.Nothing;
        Assert.True(met.Remove(Thread.CurrentThread, out _));
        Assert.Equal(2 * Owners * (Threads - 1), met.Count);
        return [.. met.Keys];
    }

    private static void AssertComes(Func<bool> condition)
    {
        for (long start = Stopwatch.GetTimestamp(); !condition(); Thread.SpinWait(20))
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience);
    }
}
