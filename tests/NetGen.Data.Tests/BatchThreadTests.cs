using System.Runtime.CompilerServices;

namespace NetGen.Data.Tests;

public sealed class BatchThreadTests
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(1);
    private static readonly ImageSet images = Numbered.Images(40, new ImageShape(2, 3, 1));

    [Fact]
    public void Three_batches_are_prepared_ahead_and_none_over_one_that_is_in_use()
    {
        int prepared = 0;
        using ImageBatches batches = Calling(() => Interlocked.Increment(ref prepared));
        WaitFor(() => Volatile.Read(ref prepared) == 12);
        Assert.True(batches.Next(out ImageBatch batch));
        float[] inputs = [.. batch.Inputs];
        Assert.True(batches.Next(out ImageBatch second));
        int[] labels = [.. second.Labels];
        WaitFor(() => Volatile.Read(ref prepared) == 16);
        Assert.Equal(labels, second.Labels);
        batches.Dispose();
        Assert.Equal(16, prepared);
        Assert.NotEqual(inputs, second.Inputs.ToArray());
    }

    [Fact]
    public void Batches_do_not_depend_on_who_is_late()
    {
        Random pauses = new(1);
        float[] expected = Inputs(Calling(static () => { }), static () => { });
        Assert.Equal(expected, Inputs(Calling(static () => Thread.Sleep(1)), static () => { }));
        Assert.Equal(expected, Inputs(Calling(static () => { }), static () => Thread.Sleep(1)));
        Assert.Equal(expected, Inputs(Calling(() => Thread.Sleep(pauses.Next(2))), static () => Thread.Sleep(Random.Shared.Next(5))));

        static float[] Inputs(ImageBatches batches, Action pause)
        {
            List<float> inputs = [];
            for (int epoch = 0; epoch < 2; epoch++)
            {
                while (batches.Next(out ImageBatch batch))
                {
                    inputs.AddRange(batch.Inputs);
                    pause();
                }
            }

            batches.Dispose();
            return [.. inputs];
        }
    }

    [Fact]
    public void Batches_allocate_nothing_on_either_thread()
    {
        const int Epochs = 20;
        long[] allocated = new long[(Epochs + 1) * images.Count];
        int image = 0;
        using ImageBatches batches = Calling(() => allocated[image++] = GC.GetAllocatedBytesForCurrentThread());
        Consume(batches, 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Consume(batches, Epochs - 1);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        // An epoch's generator is allocated before its first image.
        for (int epoch = 1; epoch < Epochs; epoch++)
            Assert.Equal(allocated[epoch * images.Count], allocated[(epoch + 1) * images.Count - 1]);
    }

    [Fact]
    public void What_an_augmentation_throws_comes_out_behind_the_batches_that_were_finished()
    {
        int image = 0;
        using ImageBatches batches = Calling(() => { if (++image == 11) throw new InvalidOperationException("Eleven."); });
        Assert.True(batches.Next(out _));
        Assert.True(batches.Next(out _));
        for (int call = 0; call < 2; call++)
            Assert.Equal("Eleven.", Assert.Throws<InvalidOperationException>(() => batches.Next(out _)).Message);
    }

    [Fact]
    public void Disposing_in_the_middle_of_an_epoch_ends_the_thread()
    {
        for (int taken = 0; taken < 12; taken++)
        {
            Thread? worker = null;
            ImageBatches batches = Calling(() => worker = Thread.CurrentThread);
            for (int i = 0; i < taken; i++)
                batches.Next(out _);
            batches.Dispose();
            Assert.False(worker is { IsAlive: true });
            Assert.Throws<ObjectDisposedException>(() => batches.Next(out _));
            batches.Dispose();
        }
    }

    [Fact]
    public async Task Disposing_ends_the_wait_for_a_batch()
    {
        using ManualResetEventSlim mayGoOn = new();
        ImageBatches batches = Calling(() => mayGoOn.Wait(patience));
        Task waiting = Task.Run(() => batches.Next(out _), TestContext.Current.CancellationToken);
        Task disposing = Task.Run(batches.Dispose, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        mayGoOn.Set();
        await disposing;
    }

    [Fact]
    public void Thread_of_batches_that_are_forgotten_ends()
    {
        Thread worker = Forget();
        for (int i = 0; i < 100 && worker.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            worker.Join(TimeSpan.FromMilliseconds(100));
        }

        Assert.False(worker.IsAlive);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static Thread Forget()
        {
            Thread? worker = null;
            Calling(() => Volatile.Write(ref worker, Thread.CurrentThread)).Next(out _);
            return worker!;
        }
    }

    /// <summary>Batches of four images whose thread calls something for every image.</summary>
    private static ImageBatches Calling(Action action) =>
        ImageBatches.Shuffled(images, 4, seed: 1, augmentations: [new PadCrop(1), new Call(action)]);

    private static void Consume(ImageBatches batches, int epochs)
    {
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            while (batches.Next(out _))
            {
            }
        }
    }

    private static void WaitFor(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(condition, patience));

    private sealed class Call(Action action) : Augmentation
    {
        public override void Apply(ReadOnlySpan<byte> image, Span<byte> result, ImageShape shape, SeededRandom random)
        {
            action();
            image.CopyTo(result);
        }
    }
}
