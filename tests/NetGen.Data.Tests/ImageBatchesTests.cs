namespace NetGen.Data.Tests;

public sealed class ImageBatchesTests
{
    private static readonly ImageShape shape = new(2, 3, 2);
    private static readonly Augmentation[] augmentations = [new PadCrop(1), new HorizontalFlip()];

    [Fact]
    public void In_order_every_image_comes_once_an_epoch_and_the_last_batch_is_smaller()
    {
        ImageSet images = Numbered.Images(10, shape);
        using ImageBatches batches = ImageBatches.InOrder(images, 4);
        Assert.Equal(3, batches.BatchesPerEpoch);
        Assert.Equal(2, ((IBatchSource)batches).SmallestBatch);
        for (int epoch = 0; epoch < 3; epoch++)
        {
            for (int first = 0; first < 10; first += 4)
            {
                Assert.True(batches.Next(out ImageBatch batch));
                int count = Math.Min(4, 10 - first);
                Assert.Equal(count, batch.Count);
                Assert.Equal(Enumerable.Range(first, count), batch.Labels.ToArray());
                Assert.Equal(
                    images.Pixels.Slice(first * 12, count * 12).ToArray().Select(static pixel => (float)(pixel / 255.0)),
                    batch.Inputs.ToArray());
            }

            Assert.False(batches.Next(out ImageBatch none));
            Assert.Equal(0, none.Count);
        }
    }

    [Fact]
    public void Values_are_normalized_by_channel()
    {
        double[] mean = [0.1, 0.6], deviation = [0.2, 0.3];
        ImageSet images = Numbered.Images(3, shape);
        using ImageBatches batches = ImageBatches.InOrder(images, 3, new Normalization(mean, deviation));
        Assert.True(batches.Next(out ImageBatch batch));
        Assert.Equal(
            images.Pixels.ToArray().Select((pixel, i) => (float)((pixel / 255.0 - mean[i % 2]) / deviation[i % 2])),
            batch.Inputs.ToArray());
    }

    [Fact]
    public void Order_is_a_shuffle_by_the_seed_of_the_epoch()
    {
        using ImageBatches batches = ImageBatches.Shuffled(Numbered.Images(100, shape), 32, seed: 5);
        for (int epoch = 0; epoch < 3; epoch++)
        {
            int[] order = [.. Enumerable.Range(0, 100)];
            SeededRandom.OfEpoch(5, epoch).Shuffle<int>(order);
            Assert.Equal(order, Epoch(batches).Labels);
        }
    }

    [Fact]
    public void Images_go_with_their_labels_whatever_their_order()
    {
        ImageSet images = Numbered.Images(100, shape);
        using ImageBatches batches = ImageBatches.Shuffled(images, 7, seed: 1);
        var (inputs, labels) = Epoch(batches);
        for (int i = 0; i < labels.Length; i++)
        {
            Assert.Equal(
                images[labels[i]].ToArray().Select(static pixel => (float)(pixel / 255.0)),
                inputs.AsSpan(i * shape.Length, shape.Length).ToArray());
        }
    }

    [Fact]
    public void Augmentations_follow_the_shuffle_image_by_image_in_their_order()
    {
        ImageSet images = Numbered.Images(20, shape);
        using ImageBatches batches = ImageBatches.Shuffled(images, 6, seed: 2, augmentations: augmentations);
        var (inputs, labels) = Epoch(batches);

        SeededRandom random = SeededRandom.OfEpoch(2, 0);
        int[] order = [.. Enumerable.Range(0, 20)];
        random.Shuffle<int>(order);
        Assert.Equal(order, labels);
        byte[] cropped = new byte[shape.Length], flipped = new byte[shape.Length];
        for (int i = 0; i < order.Length; i++)
        {
            augmentations[0].Apply(images[order[i]], cropped, shape, random);
            augmentations[1].Apply(cropped, flipped, shape, random);
            Assert.Equal(
                flipped.Select(static pixel => (float)(pixel / 255.0)), inputs.AsSpan(i * shape.Length, shape.Length).ToArray());
        }
    }

    [Fact]
    public void Run_that_goes_on_at_an_epoch_gets_the_batches_of_that_epoch()
    {
        ImageSet images = Numbered.Images(30, shape);
        using ImageBatches whole = ImageBatches.Shuffled(images, 8, seed: 9, augmentations: augmentations);
        Epoch(whole);
        Epoch(whole);
        using ImageBatches resumed = ImageBatches.Shuffled(images, 8, seed: 9, augmentations: augmentations, firstEpoch: 2);
        AssertSame(Epoch(whole), Epoch(resumed));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void From_anywhere_they_go_to_the_beginning_of_an_epoch(int epoch)
    {
        ImageSet images = Numbered.Images(30, shape);
        using ImageBatches whole = ImageBatches.Shuffled(images, 8, seed: 9, augmentations: augmentations);
        (float[], int[])[] epochs = [Epoch(whole), Epoch(whole), Epoch(whole), Epoch(whole)];
        using ImageBatches moved = ImageBatches.Shuffled(images, 8, seed: 9, augmentations: augmentations);
        moved.Next(out _);
        moved.Next(out _);

        moved.BeginEpoch(epoch);

        AssertSame(epochs[epoch], Epoch(moved));
        moved.BeginEpoch(epoch + 1);
        AssertSame(epochs[epoch + 1], Epoch(moved));
    }

    [Fact]
    public void A_training_for_epochs_gets_the_same_images_and_labels()
    {
        using ImageBatches batches = ImageBatches.InOrder(Numbered.Images(3, shape), 2);
        IBatchSource source = batches;
        source.BeginEpoch(5);

        Assert.True(source.Next(out Batch first));
        Assert.Equal([0, 1], first.Labels);
        Assert.Equal(2 * shape.Length, first.Inputs.Values.Length);
        Assert.True(source.Next(out Batch second));
        Assert.Equal([2], second.Labels);
        Assert.False(source.Next(out _));
    }

    [Fact]
    public void Without_the_last_batch_all_are_full_and_other_images_are_left_out_each_epoch()
    {
        using ImageBatches batches = ImageBatches.Shuffled(Numbered.Images(10, shape), 4, seed: 1, dropLast: true);
        Assert.Equal(2, batches.BatchesPerEpoch);
        Assert.Equal(4, ((IBatchSource)batches).SmallestBatch);
        HashSet<int> seen = [];
        for (int epoch = 0; epoch < 10; epoch++)
        {
            int[] labels = Epoch(batches).Labels;
            Assert.Equal(8, labels.Distinct().Count());
            seen.UnionWith(labels);
        }

        Assert.Equal(10, seen.Count);
    }

    [Fact]
    public void Other_seeds_give_other_batches_and_the_same_seed_the_same()
    {
        ImageSet images = Numbered.Images(50, shape);
        using ImageBatches one = ImageBatches.Shuffled(images, 8, seed: 1, augmentations: augmentations);
        using ImageBatches same = ImageBatches.Shuffled(images, 8, seed: 1, augmentations: augmentations);
        using ImageBatches other = ImageBatches.Shuffled(images, 8, seed: 2, augmentations: augmentations);
        var first = Epoch(one);
        AssertSame(first, Epoch(same));
        Assert.NotEqual(first.Labels, Epoch(other).Labels);
        Assert.NotEqual(first.Labels, Epoch(one).Labels);
    }

    [Fact]
    public void Batch_larger_than_the_set_is_the_whole_set()
    {
        using ImageBatches batches = ImageBatches.InOrder(Numbered.Images(3, shape), int.MaxValue);
        Assert.Equal(1, batches.BatchesPerEpoch);
        Assert.Equal([0, 1, 2], Epoch(batches).Labels);
    }

    [Fact]
    public void Arguments_that_give_no_batches_are_refused()
    {
        ImageSet images = Numbered.Images(3, shape);
        Assert.Throws<ArgumentOutOfRangeException>(() => ImageBatches.InOrder(images, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ImageBatches.Shuffled(images, 1, seed: 1, firstEpoch: -1));
        Assert.StartsWith(
            "Expected at most 3, else no batch is full and none is left.",
            Assert.Throws<ArgumentOutOfRangeException>(() => ImageBatches.Shuffled(images, 4, seed: 1, dropLast: true)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Expected figures of 2 channels, as images have, got those of 3.",
            Assert.Throws<ArgumentException>(() => ImageBatches.InOrder(images, 1, new Normalization([0, 0, 0], [1, 1, 1]))).Message,
            StringComparison.Ordinal);
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private static (float[] Inputs, int[] Labels) Epoch(ImageBatches batches)
    {
        List<float> inputs = [];
        List<int> labels = [];
        while (batches.Next(out ImageBatch batch))
        {
            inputs.AddRange(batch.Inputs);
            labels.AddRange(batch.Labels);
        }

        return ([.. inputs], [.. labels]);
    }

    private static void AssertSame((float[] Inputs, int[] Labels) expected, (float[] Inputs, int[] Labels) actual)
    {
        Assert.Equal(expected.Labels, actual.Labels);
        Assert.Equal(expected.Inputs, actual.Inputs);
    }
}
