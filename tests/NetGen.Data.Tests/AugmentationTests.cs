namespace NetGen.Data.Tests;

public sealed class AugmentationTests
{
    [Theory]
    [InlineData(5, 4, 1, 1)]
    [InlineData(5, 4, 3, 2)]
    [InlineData(32, 32, 3, 4)]
    [InlineData(2, 3, 2, 5)]
    public void Crop_moves_the_image_by_two_random_numbers_over_black(int height, int width, int channels, int pad)
    {
        ImageShape shape = new(height, width, channels);
        byte[] image = Values(shape);
        PadCrop crop = new(pad);
        SeededRandom random = new(1), same = new(1);
        HashSet<(int Down, int Right)> seen = [];
        for (int i = 0; i < 500; i++)
        {
            byte[] result = Leftovers(shape);
            crop.Apply(image, result, shape, random);
            int down = same.NextInt32(2 * pad + 1) - pad, right = same.NextInt32(2 * pad + 1) - pad;
            byte[] expected = Drawn(shape, (y, x, c) =>
                y - down >= 0 && y - down < height && x - right >= 0 && x - right < width
                    ? image[((y - down) * width + x - right) * channels + c]
                    : (byte)0);
            Assert.Equal(expected, result);
            seen.Add((down, right));
        }

        Assert.True(seen.Count > Math.Min(100, (2 * pad + 1) * (2 * pad + 1) - 1));
    }

    [Fact]
    public void Rim_narrower_than_a_pixel_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PadCrop(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PadCrop(int.MaxValue));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 4, 1)]
    [InlineData(3, 5, 3)]
    public void Flip_leaves_an_image_or_mirrors_its_rows(int height, int width, int channels)
    {
        ImageShape shape = new(height, width, channels);
        byte[] image = Values(shape), mirrored = Drawn(shape, (y, x, c) => image[(y * width + width - 1 - x) * channels + c]);
        SeededRandom random = new(1), same = new(1);
        int flips = 0;
        for (int i = 0; i < 200; i++)
        {
            byte[] result = Leftovers(shape);
            new HorizontalFlip().Apply(image, result, shape, random);
            int flip = same.NextInt32(2);
            Assert.Equal(flip == 1 ? mirrored : image, result);
            flips += flip;
        }

        Assert.InRange(flips, 70, 130);
    }

    private static byte[] Values(ImageShape shape) => [.. Enumerable.Range(1, shape.Length).Select(static i => (byte)(i % 255 + 1))];

    private static byte[] Leftovers(ImageShape shape) => [.. Enumerable.Repeat((byte)77, shape.Length)];

    private static byte[] Drawn(ImageShape shape, Func<int, int, int, byte> pixel) =>
    [
        .. from y in Enumerable.Range(0, shape.Height)
           from x in Enumerable.Range(0, shape.Width)
           from c in Enumerable.Range(0, shape.Channels)
           select pixel(y, x, c),
    ];
}
