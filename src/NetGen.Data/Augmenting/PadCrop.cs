namespace NetGen.Data;

/// <summary>
/// Puts a black rim around an image and cuts one of the old size out of it, each place equally likely: the picture moves by up to
/// <paramref name="pad"/> pixels in both directions.
/// </summary>
/// <param name="pad">How wide the rim is, in pixels, at least 1. 4 is usual for images of 32 x 32, 2 for 28 x 28.</param>
public sealed class PadCrop(int pad) : Augmentation
{
    // An offset is one of 2 pad + 1.
    private readonly int pad = pad is >= 1 and <= int.MaxValue / 2
        ? pad
        : throw new ArgumentOutOfRangeException(nameof(pad), pad, "Expected a rim of at least 1 pixel.");

    /// <inheritdoc/>
    public override void Apply(ReadOnlySpan<byte> image, Span<byte> result, ImageShape shape, SeededRandom random)
    {
        int down = random.NextInt32(2 * pad + 1) - pad;
        int right = random.NextInt32(2 * pad + 1) - pad;
        result.Clear();
        int rowLength = shape.Width * shape.Channels;
        int columns = shape.Width - Math.Min(Math.Abs(right), shape.Width);
        int from = Math.Max(-right, 0), to = Math.Max(right, 0);
        for (int y = Math.Max(down, 0); y < Math.Min(shape.Height + down, shape.Height) && columns > 0; y++)
        {
            image.Slice((y - down) * rowLength + from * shape.Channels, columns * shape.Channels)
                .CopyTo(result[(y * rowLength + to * shape.Channels)..]);
        }
    }
}
