namespace NetGen.Generator.Tests;

/// <summary>Starts of networks of images that can be worked out pixel by pixel, or by hand.</summary>
public sealed class KnownImageStartsTests
{
    private const string Blocks = """
        using NetGen;
        [Block, Conv2d(8), ReLU] public class Conv;
        [Block, Linear(8, Init = Init.LeCunNormal), BatchNorm1d(Epsilon = 1e-12f), ReLU] public class Normed;
        """;

    // Behind a ReLU half of the square is left, and a tap that sees the zeros around the image takes its share away (Xiao et al. 2018).
    [Theory]
    [InlineData(7, 7, 10)]
    [InlineData(28, 28, 20)]
    [InlineData(3, 9, 6)]
    [InlineData(1, 1, 4)]
    public void Zeros_around_an_image_take_away_what_a_count_of_taps_says(int height, int width, int depth)
    {
        LayerSignal[] layers = Signals(Image(8, height, width) + $"Repeat<Conv>({depth}), Flatten, Linear(8)]");
        double[,] forwards = Even(height, width), backwards = Even(height, width);
        double last = 1;
        for (int layer = 0; layer < depth; layer++)
        {
            forwards = MeanOfWindows(forwards);
            AssertClose(Math.Sqrt(2 * Mean(forwards)), layers[layer].PreActivationDeviation);
            AssertClose(last, layers[depth - 1 - layer].GradientRatio / layers[depth - 1].GradientRatio);
            backwards = MeanOfWindows(backwards);
            last = Math.Sqrt(Mean(backwards));
        }
    }

    [Fact]
    public void A_stride_loses_the_taps_that_stand_outside_the_image()
    {
        LayerSignal[] layers = Signals(
            Image(8, 6, 6) + "Conv2d(8, Kernel = 1), Conv2d(8, Stride = 2, Init = Init.LeCunNormal), Flatten, Linear(8)]");

        // Windows begin at -1, 1 and 3: 2, 3 and 3 taps of a side see something.
        double share = 8.0 / 9;
        AssertClose(Math.Sqrt(2) * share, layers[1].PreActivationDeviation);
        // Through as many taps the gradient comes back, to whichever pixels.
        AssertClose(share, layers[0].GradientRatio / layers[1].GradientRatio);
    }

    [Theory]
    [InlineData("Conv2d(8, Init = Init.LeCunNormal, Kernel = 3)", 1)]
    [InlineData("Conv2d(8, Init = Init.LeCunNormal, Kernel = 5)", 1)]
    [InlineData("Conv2d(8, Kernel = 3)", 1.41421356)]
    [InlineData("Conv2d(24, Init = Init.XavierNormal, Kernel = 3)", 0.70710678)]
    [InlineData("Conv2d(8, Init = Init.XavierUniform, Kernel = 7)", 1)]
    [InlineData("Conv2d(8, Init = Init.Orthogonal, Kernel = 3)", 1)]
    public void Fans_of_a_convolution_are_channels_times_taps(string convolution, double deviation) => AssertClose(
        deviation, Signals($"{Image(8, 9, 9)}{convolution[..^1]}, Padding = 0), Flatten, Linear(8)]")[0].PreActivationDeviation);

    // The mean and variance of the greatest of four normal numbers are 1.029 and 0.4917.
    [Theory]
    [InlineData("MaxPool2d", 0.7012, 0.02)]
    [InlineData("AvgPool2d", 0.5, 1e-6)]
    [InlineData("GlobalAvgPool", 0.125, 1e-6)]
    public void Pooling_makes_the_spread_of_independent_pixels_smaller(string pool, double deviation, double tolerance)
    {
        string flat = pool == "GlobalAvgPool" ? "" : "Flatten, ";
        LayerSignal[] layers = Signals($"{Image(8, 8, 8)}Conv2d(8, Kernel = 1, Init = Init.LeCunNormal), {pool}, {flat}Linear(8)]");

        Assert.Equal(deviation, layers[0].StreamDeviation, tolerance);
    }

    // Every window of four hands its gradient to the one pixel that is above zero with a probability of 15/16.
    [Fact]
    public void The_gradient_of_a_max_pool_goes_to_pixels_that_an_activation_lets_through()
    {
        LayerSignal[] layers = Signals(
            Image(8, 8, 8) + "Conv2d(8, Kernel = 1), ReLU, MaxPool2d, Conv2d(8, Kernel = 1), Flatten, Linear(8)]");

        Assert.Equal(Math.Sqrt(2 * 15.0 / 16), layers[0].GradientRatio / layers[1].GradientRatio, 0.02);
    }

    // Two pools of 25 pixels are 625, which nobody draws.
    [Theory]
    [InlineData("MaxPool2d(Kernel = 5, Stride = 1, Padding = 2)", true)]
    [InlineData("MaxPool2d(Kernel = 5, Stride = 1, Padding = 2), ReLU, MaxPool2d(Kernel = 5, Stride = 1, Padding = 2)", false)]
    [InlineData("MaxPool2d, ReLU, MaxPool2d, MaxPool2d", false)]
    public void Behind_pools_of_many_pixels_nothing_is_expected(string pools, bool isExpected)
    {
        LayerSignal[] layers = Signals($"{Image(8, 28, 28)}Conv2d(8), {pools}, Conv2d(8), Flatten, Linear(8)]");

        Assert.Equal(isExpected, !double.IsNaN(layers[^1].PreActivationDeviation));
    }

    // E[relu²] = 1/2 and E[relu]² = 1/2π, which the batch takes away: the square of the gradient grows π/(π - 1) times a layer (Yang et al.
    // 2019, A Mean Field Theory of Batch Normalization).
    [Fact]
    public void Batch_norm_behind_every_layer_makes_the_gradient_of_a_chain_explode()
    {
        LayerSignal[] layers = Signals("[Network(Input = 8), Repeat<Normed>(20), Linear(8)]");

        for (int layer = 0; layer < 19; layer++)
        {
            AssertClose(1, layers[2 * layer + 1].PreActivationDeviation);
            Assert.Equal(1 / Math.PI, layers[2 * layer + 1].Cosine, 1e-5);
            AssertClose(Math.Sqrt(Math.PI / (Math.PI - 1)), layers[2 * layer + 1].GradientRatio / layers[2 * layer + 3].GradientRatio);
        }
    }

    // What a channel has in common for all inputs, 1/π of its square behind a ReLU, stays but for its share in a group's mean.
    [Theory]
    [InlineData(1, 8)]
    [InlineData(2, 4)]
    [InlineData(8, 1)]
    public void A_group_norm_takes_away_the_mean_of_its_channels(int groups, int channels)
    {
        LayerSignal[] layers = Signals($"[Network(Input = 8, Height = 50, Width = 50), Linear(8), ReLU, Linear(8), GroupNorm({groups}), "
            + "Flatten, Linear(8)]");
        double common = 1 / Math.PI, mean = common / channels;

        AssertClose(1, layers[2].PreActivationDeviation, 1e-4);
        Assert.Equal((common - mean) / (1 - mean), layers[2].Cosine, 1e-3);
    }

    private static string Image(int channels, int height, int width) =>
        $"[Network(Input = {channels}, Height = {height}, Width = {width}), ";

    private static double[,] Even(int height, int width)
    {
        double[,] even = new double[height, width];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                even[y, x] = 1;
        }

        return even;
    }

    private static double[,] MeanOfWindows(double[,] image)
    {
        (int height, int width) = (image.GetLength(0), image.GetLength(1));
        double[,] means = new double[height, width];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                for (int row = Math.Max(0, y - 1); row <= Math.Min(height - 1, y + 1); row++)
                {
                    for (int column = Math.Max(0, x - 1); column <= Math.Min(width - 1, x + 1); column++)
                        means[y, x] += image[row, column] / 9;
                }
            }
        }

        return means;
    }

    private static double Mean(double[,] image) => image.Cast<double>().Average();

    private static void AssertClose(double expected, double actual, double tolerance = 1e-5) =>
        Assert.Equal(1, actual / expected, tolerance);

    private static LayerSignal[] Signals(string declaration) =>
        [.. ScheduledNetwork.Of(
            GeneratorRun.Over($"{Blocks}{declaration} public partial class Net;").Network,
            TestContext.Current.CancellationToken).Signals];
}
