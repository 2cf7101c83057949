namespace NetGen.Data;

/// <summary>
/// Changes an image at random, so that a network seldom sees the same values twice. It runs beside the trainer, on the one thread that
/// prepares batches; what it throws reaches the one who asks for the next batch.
/// </summary>
public abstract class Augmentation
{
    /// <summary>Writes a changed image.</summary>
    /// <param name="image">The image, <c>[height, width, channels]</c>.</param>
    /// <param name="result">Where the changed image goes, all of it. It holds anything.</param>
    /// <param name="shape">The shape of both.</param>
    /// <param name="random">Where all chance comes from; then the same seed gives the same batches.</param>
    public abstract void Apply(ReadOnlySpan<byte> image, Span<byte> result, ImageShape shape, SeededRandom random);
}
