namespace NetGen.Data;

/// <summary>
/// Batches of a set of images, epoch after epoch without end. A thread of its own prepares them while the caller trains with those before;
/// batches depend on the seed alone, never on time. Nothing is allocated for a batch. For one caller at a time.
/// </summary>
/// <example>
/// <code>
/// while (batches.Next(out ImageBatch batch))
///     trainer.Step(batch.Inputs, batch.Labels);
/// </code>
/// goes through one epoch; the same loop again goes through the next one.
/// </example>
public sealed class ImageBatches : IBatchSource, IDisposable
{
    private readonly Func<int, BatchWriter> writerFrom;
    private readonly int largest;
    private readonly int smallest;
    private readonly int imageLength;
    private readonly bool isShuffled;
    private BatchRelay relay;
    private Thread thread;
    private int epoch;
    private int position;

    private ImageBatches(
        ImageSet images,
        int batchSize,
        Normalization? normalization,
        Augmentation[] augmentations,
        bool dropLast,
        long? seed,
        int firstEpoch)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        if (dropLast && batchSize > images.Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(batchSize), batchSize, $"Expected at most {images.Count}, else no batch is full and none is left.");
        }

        int channels = images.Shape.Channels;
        normalization ??= Normalization.None(channels);
        if (normalization.Mean.Length != channels)
        {
            throw new ArgumentException(
                $"Expected figures of {channels} channels, as images have, got those of {normalization.Mean.Length}.",
                nameof(normalization));
        }

        largest = Math.Min(batchSize, images.Count);
        imageLength = images.Shape.Length;
        if (largest > Array.MaxLength / imageLength)
        {
            throw new ArgumentOutOfRangeException(
                nameof(batchSize), batchSize, $"Expected at most {Array.MaxLength / imageLength} images of {images.Shape}.");
        }

        int imagesPerEpoch = dropLast ? images.Count - images.Count % batchSize : images.Count;
        BatchesPerEpoch = (imagesPerEpoch - 1) / batchSize + 1;
        smallest = (imagesPerEpoch - 1) % batchSize + 1;
        writerFrom = first => new BatchWriter(images, batchSize, imagesPerEpoch, normalization, augmentations, seed, first);
        isShuffled = seed is not null;
        epoch = firstEpoch;
        (relay, thread) = Start(firstEpoch);
    }

    /// <summary>Ends the thread of batches that nobody disposed of.</summary>
    // What the constructor refused has no thread.
    ~ImageBatches() => ((BatchRelay?)relay)?.Stop();

    /// <summary>How many batches an epoch has.</summary>
    public int BatchesPerEpoch { get; }

    int? IBatchSource.SmallestBatch => smallest;

    /// <summary>Every image as it is, in the order of the set: to measure how good a network is. The last batch may be smaller.</summary>
    /// <param name="images">The images.</param>
    /// <param name="batchSize">How many a batch has, at least 1.</param>
    /// <param name="normalization">What becomes of their values; by default, they are divided by 255.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is below 1, or too large for an array.</exception>
    /// <exception cref="ArgumentException">The normalization is for another number of channels.</exception>
    public static ImageBatches InOrder(ImageSet images, int batchSize, Normalization? normalization = null) =>
        new(images, batchSize, normalization, [], dropLast: false, seed: null, firstEpoch: 0);

    /// <summary>The images in another random order every epoch, changed at random: to train a network.</summary>
    /// <param name="images">The images.</param>
    /// <param name="batchSize">How many a batch has, at least 1.</param>
    /// <param name="seed">
    /// The same seed gives the same batches, bit by bit, on every machine. All chance of an epoch comes from
    /// <see cref="SeededRandom.OfEpoch"/>, and so an epoch does not depend on those before it.
    /// </param>
    /// <param name="normalization">What becomes of their values; by default, they are divided by 255.</param>
    /// <param name="augmentations">What is changed at random, one behind the other; by default, nothing.</param>
    /// <param name="dropLast">Whether an epoch ends before a batch that would not be full.</param>
    /// <param name="firstEpoch">Where to begin, from 0: a run that goes on gets the batches that it would have got.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="batchSize"/> is below 1, too large for an array, or more than there are images although only full batches are
    /// wanted; or <paramref name="firstEpoch"/> is negative.
    /// </exception>
    /// <exception cref="ArgumentException">The normalization is for another number of channels.</exception>
    public static ImageBatches Shuffled(
        ImageSet images,
        int batchSize,
        long seed,
        Normalization? normalization = null,
        IEnumerable<Augmentation>? augmentations = null,
        bool dropLast = false,
        int firstEpoch = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstEpoch);
        return new ImageBatches(images, batchSize, normalization, [.. augmentations ?? []], dropLast, seed, firstEpoch);
    }

    /// <summary>
    /// Goes to the beginning of an epoch. Behind the last batch of the epoch before, nothing has to be done for it; from anywhere else the
    /// thread begins anew.
    /// </summary>
    /// <param name="epoch">Which one, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is negative.</exception>
    /// <exception cref="ObjectDisposedException">The batches are disposed of.</exception>
    public void BeginEpoch(int epoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        relay.Return();
        bool isThere = position == 0 && (epoch == this.epoch || !isShuffled);
        this.epoch = epoch;
        if (isThere)
            return;

        position = 0;
        relay.Stop();
        thread.Join();
        (relay, thread) = Start(epoch);
    }

    /// <summary>Gives the next batch of an epoch, and takes back the one before.</summary>
    /// <param name="batch">The batch; its memory is used again once the next one is asked for.</param>
    /// <returns>Whether there was one. Behind the last of an epoch there is none, once; then the next epoch begins.</returns>
    /// <exception cref="ObjectDisposedException">The batches are disposed of.</exception>
    public bool Next(out ImageBatch batch)
    {
        relay.Return();
        if (position == BatchesPerEpoch)
        {
            position = 0;
            epoch++;
            batch = default;
            return false;
        }

        batch = relay.Take().Batch;
        position++;
        GC.KeepAlive(this);
        return true;
    }

    bool IBatchSource.Next(out Batch batch)
    {
        bool any = Next(out ImageBatch images);
        batch = any ? new Batch(images.Inputs, images.Labels) : default;
        return any;
    }

    /// <summary>Ends the thread, in the middle of an epoch if need be. A caller that waits for a batch gets an exception.</summary>
    public void Dispose()
    {
        relay.Stop();
        thread.Join();
        GC.SuppressFinalize(this);
    }

    // The thread has no reference to this object, which else would never be collected.
    private static Thread Start(BatchRelay relay, BatchWriter writer)
    {
        Thread thread = new(() => relay.Fill(writer)) { IsBackground = true, Name = "NetGen batches" };
        thread.Start();
        return thread;
    }

    private (BatchRelay Relay, Thread Thread) Start(int first)
    {
        BatchRelay begun = new(largest, imageLength);
        return (begun, Start(begun, writerFrom(first)));
    }
}
