namespace NetGen.Data;

/// <summary>Mirrors every second image, by chance: left becomes right.</summary>
public sealed class HorizontalFlip : Augmentation
{
    /// <inheritdoc/>
    public override void Apply(ReadOnlySpan<byte> image, Span<byte> result, ImageShape shape, SeededRandom random)
    {
        if (random.NextInt32(2) == 0)
        {
            image.CopyTo(result);
            return;
        }

        int channels = shape.Channels;
        for (int row = 0; row < image.Length; row += shape.Width * channels)
        {
            for (int x = 0; x < shape.Width; x++)
                image.Slice(row + x * channels, channels).CopyTo(result[(row + (shape.Width - 1 - x) * channels)..]);
        }
    }
}
