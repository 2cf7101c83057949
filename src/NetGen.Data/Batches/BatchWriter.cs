namespace NetGen.Data;

/// <summary>Writes one batch after the other, epoch after epoch. All chance of an epoch comes from a generator of its own.</summary>
internal sealed class BatchWriter
{
    private readonly ImageSet images;
    private readonly int batchSize;
    private readonly int imagesPerEpoch;
    private readonly float[] table;
    private readonly Augmentation[] augmentations;
    private readonly byte[][] augmented;
    private readonly int[] order;
    private readonly long? seed;
    private SeededRandom? random;
    private int epoch;
    private int next;

    /// <param name="images">What is written.</param>
    /// <param name="batchSize">How many images a full batch has.</param>
    /// <param name="imagesPerEpoch">How many images of an epoch are written.</param>
    /// <param name="normalization">What becomes of their values.</param>
    /// <param name="augmentations">What is changed at random, one behind the other.</param>
    /// <param name="seed">The seed of all epochs. Without it, images come in the order of the set.</param>
    /// <param name="firstEpoch">Where to begin, from 0.</param>
    public BatchWriter(
        ImageSet images,
        int batchSize,
        int imagesPerEpoch,
        Normalization normalization,
        Augmentation[] augmentations,
        long? seed,
        int firstEpoch)
    {
        this.images = images;
        this.batchSize = batchSize;
        this.imagesPerEpoch = imagesPerEpoch;
        this.augmentations = augmentations;
        this.seed = seed;
        epoch = firstEpoch;
        table = normalization.Table();
        augmented = [new byte[images.Shape.Length], new byte[images.Shape.Length]];
        order = new int[images.Count];
    }

    /// <summary>Writes the next batch.</summary>
    public void Write(BatchBuffer buffer)
    {
        if (next == 0)
            BeginEpoch();

        buffer.Count = Math.Min(batchSize, imagesPerEpoch - next);
        int length = images.Shape.Length;
        for (int i = 0; i < buffer.Count; i++)
        {
            int image = order[next + i];
            Normalize(Augment(images[image]), buffer.Inputs.AsSpan(i * length, length));
            buffer.Labels[i] = images.Labels[image];
        }

        next = (next + buffer.Count) % imagesPerEpoch;
    }

    private void BeginEpoch()
    {
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        if (seed is not { } start)
            return;

        random = SeededRandom.OfEpoch(start, epoch++);
        random.Shuffle<int>(order);
    }

    private ReadOnlySpan<byte> Augment(ReadOnlySpan<byte> image)
    {
        for (int i = 0; i < augmentations.Length; i++)
        {
            byte[] result = augmented[i % augmented.Length];
            augmentations[i].Apply(image, result, images.Shape, random!);
            image = result;
        }

        return image;
    }

    private void Normalize(ReadOnlySpan<byte> image, Span<float> inputs)
    {
        int channels = images.Shape.Channels;
        for (int channel = 0; channel < channels; channel++)
        {
            ReadOnlySpan<float> ofChannel = table.AsSpan(channel * Normalization.Levels, Normalization.Levels);
            for (int i = channel; i < image.Length; i += channels)
                inputs[i] = ofChannel[image[i]];
        }
    }
}
