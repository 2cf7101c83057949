using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.Tests.Measuring;

public sealed class PictureReadoutTests
{
    private const int Pixels = 6;
    private const int Features = 80;

    private static readonly float[][] images = Normal(60, Pixels, seed: 1);

    [Fact]
    public void What_a_linear_map_of_an_image_keeps_is_read_back()
    {
        float[][] map = Normal(Features, Pixels, seed: 2);
        float[][] features = [.. images.Select(image => map.Select(row => row.Zip(image, static (a, b) => a * b).Sum()).ToArray())];

        PictureReadout readout = new(features[..40], images[..40]);

        Assert.InRange(readout.Share(features[40..], images[40..]), 0.98, 1);
        Assert.All(readout.Read(features[40]).Zip(images[40]), static pixel => Assert.Equal(pixel.Second, pixel.First, tolerance: 0.5));
    }

    [Fact]
    public void Of_noise_nothing_is_read()
    {
        float[][] noise = Normal(60, Features, seed: 3);

        Assert.InRange(new PictureReadout(noise[..40], images[..40]).Share(noise[40..], images[40..]), -2, 0.1);
    }

    [Fact]
    public void Of_what_is_the_same_for_all_images_the_mean_is_read()
    {
        float[][] same = [.. images.Select(static _ => Enumerable.Repeat(3f, Features).ToArray())];

        double[] read = new PictureReadout(same[..40], images[..40]).Read(same[40]);

        Assert.All(read.Index(), static pixel =>
            Assert.Equal(images[..40].Average(image => image[pixel.Index]), pixel.Item, tolerance: 1e-6));
    }

    private static float[][] Normal(int rows, int length, long seed)
    {
        SeededRandom random = new(seed);
        return [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, length).Select(_ => (float)random.NextNormal()).ToArray())];
    }
}
