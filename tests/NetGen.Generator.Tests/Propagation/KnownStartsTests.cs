namespace NetGen.Generator.Tests;

/// <summary>Starts that can be worked out by hand, and what they measure in another framework.</summary>
public sealed class KnownStartsTests
{
    [Fact]
    public void A_plain_network_shrinks_by_the_same_factor_in_every_layer()
    {
        LayerSignal[] layers = Signals("[Mlp(Depth = 20, InitScale = 0.2236068f, InputStd = 0.57735027f)]");

        // q = 1/3 at the input, times 2 · 1/20 to the first z, times 1/20 from z to z.
        for (int layer = 0; layer < 20; layer++)
            AssertClose(Math.Sqrt(1.0 / 30) * Math.Pow(20, -layer / 2.0), layers[layer].PreActivationDeviation);
        // 1/√20 for each layer between: 4.4e-13.
        for (int layer = 0; layer < 20; layer++)
            AssertClose(Math.Pow(20, (layer - 19) / 2.0), layers[layer].GradientRatio);
    }

    // Means over 20 seeds at width 64; single networks scatter by a factor that grows with depth, and below their mean.
    [Fact]
    public void A_plain_network_of_width_64_measures_as_expected()
    {
        LayerSignal[] layers = Signals("[Mlp(Depth = 20, InitScale = 0.2236068f, InputStd = 0.57735027f)]");

        double[] measured = [0.182, 0.0405, 8.8e-3, 1.95e-3, 4.5e-4];
        Assert.All(measured.Zip(layers), static pair => Assert.InRange(pair.First / pair.Second.PreActivationDeviation, 0.95, 1.01));
    }

    [Fact]
    public void Inputs_of_a_plain_network_become_alike_by_the_arc_cosine_kernel()
    {
        LayerSignal[] layers = Signals("[Mlp(Depth = 50)]");
        double cosine = 0;
        foreach (LayerSignal layer in layers)
        {
            cosine = (Math.Sqrt(1 - cosine * cosine) + cosine * (Math.PI - Math.Acos(cosine))) / Math.PI;
            Assert.Equal(cosine, layer.Cosine, 1e-6);
            AssertClose(Math.Sqrt(2), layer.PreActivationDeviation);
            AssertClose(1, layer.GradientRatio);
        }
    }

    // At width 64 what was measured is off by 0.012 at most: the limit is near in the cosine, though the length of a single network's
    // signal scatters.
    [Theory]
    [InlineData(1, 0.32)]
    [InlineData(5, 0.74)]
    [InlineData(10, 0.87)]
    [InlineData(20, 0.96)]
    [InlineData(50, 0.99)]
    public void Cosines_of_width_64_are_near_the_limit(int layer, double measured) =>
        Assert.InRange(measured - Signals("[Mlp(Depth = 50, InputStd = 0.57735027f)]")[layer - 1].Cosine, -0.005, 0.015);

    // x + ReLU(W x): E[x ReLU] is the product of the means, since z is symmetric given x; so the mean grows, and the square with it.
    [Fact]
    public void An_unscaled_residual_network_explodes_along_a_common_mode()
    {
        LayerSignal[] layers = Signals("[Mlp(Depth = 20, Residual = true, InputStd = 0.57735027f)]");
        double square = 1.0 / 3, mean = 0, overlap = 0;
        foreach (LayerSignal layer in layers)
        {
            double z = Math.Sqrt(2 * square), branch = z / Math.Sqrt(2 * Math.PI), correlation = overlap / square;
            double kernel = (Math.Sqrt(1 - correlation * correlation) + correlation * (Math.PI - Math.Acos(correlation))) / Math.PI;
            (square, overlap, mean) = (2 * square + 2 * mean * branch, overlap + 2 * mean * branch + kernel * square, mean + branch);
            AssertClose(z, layer.PreActivationDeviation);
            AssertClose(Math.Sqrt(square - mean * mean), layer.StreamDeviation);
            Assert.Equal(overlap / square, layer.Cosine, 1e-6);
        }

        // The initial loss is of the order of 1e8, and inputs are one.
        Assert.InRange(square, 1e8, 1e9);
        Assert.InRange(layers[^1].Cosine, 0.99, 1);
        AssertClose(Math.Pow(2, 19 / 2.0), layers[0].GradientRatio);
    }

    // Of the square 1.7² E[gelu'(1.7 x)²] / E[gelu(1.7 x)²] a block, which is 1.055; measured 1.054. The norm itself grows by its root.
    [Fact]
    public void A_normed_block_of_gelu_keeps_its_gradient()
    {
        LayerSignal[] layers = Signals("""
            [Block, RmsNorm, Linear(1024, Init = Init.LeCunNormal, InitScale = 1.7f), Gelu]
            [Linear(256, Init = Init.LeCunNormal, InitScale = 0.24f)]
            internal class FeedForward;
            [Network(Input = 2), Linear(256), Repeat<FeedForward>(50), Linear(1)]
            """);
        double gain = 1.7 * 1.7 * BruteForce.Mean(static x => Square(new Gelu()
            .SlopeAt(1.7 * x))) / BruteForce.Mean(static x => Square(new Gelu().ValueAt(1.7 * x)));

        Assert.Equal(1.054, gain, 2e-3);
        // Layers 3 i + 2 are the first Linears of the blocks.
        for (int block = 0; block < 49; block++)
            Assert.Equal(Math.Sqrt(gain), layers[3 * block + 2].GradientRatio / layers[3 * block + 5].GradientRatio, 1e-4);
    }

    [Fact]
    public void A_branch_that_starts_at_zero_leaves_the_stream_alone()
    {
        LayerSignal[] layers = Signals("""
            [Block, RmsNorm, Linear(64), ReLU, Linear(16, Init = Init.Zeros)] internal class Branch;
            [Network(Input = 16), Repeat<Branch>(10, Residual = true), Linear(1)]
            """);

        Assert.All(Enumerable.Range(0, 10), block =>
        {
            AssertClose(1, layers[3 * block + 2].StreamDeviation);
            Assert.Equal(0, layers[3 * block + 2].Cosine, 1e-9);
            Assert.Equal(0, layers[3 * block + 2].PreActivationDeviation);
            Assert.Equal(0, layers[3 * block + 1].GradientRatio);
        });
    }

    private static double Square(double x) => x * x;

    private static void AssertClose(double expected, double actual) => Assert.Equal(1, actual / expected, 1e-5);

    private static LayerSignal[] Signals(string declaration) =>
        [.. ScheduledNetwork.Of(
            GeneratorRun.Over($"using NetGen; {declaration} public partial class Net;").Network,
            TestContext.Current.CancellationToken).Signals];
}
