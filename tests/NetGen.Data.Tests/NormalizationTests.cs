namespace NetGen.Data.Tests;

public sealed class NormalizationTests
{
    [Fact]
    public void Mean_and_deviation_are_those_of_each_channel_as_shares_of_255()
    {
        ImageSet images = new(new ImageShape(1, 2, 2), [0, 10, 255, 20, 0, 30, 255, 40], [0, 0], ["one"]);
        Normalization measured = Normalization.Of(images);
        Assert.Equal(0.5, measured.Mean[0]);
        Assert.Equal(0.5, measured.Deviation[0]);
        Assert.Equal(25 / 255.0, measured.Mean[1], 1e-15);
        Assert.Equal(Math.Sqrt(125) / 255, measured.Deviation[1], 1e-15);
    }

    [Fact]
    public void Normalized_images_have_mean_0_and_deviation_1()
    {
        ImageSet images = Numbered.Images(50, new ImageShape(3, 5, 2));
        using ImageBatches batches = ImageBatches.InOrder(images, 50, Normalization.Of(images));
        Assert.True(batches.Next(out ImageBatch batch));
        for (int channel = 0; channel < 2; channel++)
        {
            double[] values = [.. batch.Inputs.ToArray().Where((_, i) => i % 2 == channel).Select(static value => (double)value)];
            Assert.Equal(0, values.Average(), 1e-6);
            Assert.Equal(1, values.Average(static value => value * value), 1e-6);
        }
    }

    [Fact]
    public void Channel_of_one_value_is_refused()
    {
        ImageSet images = new(new ImageShape(1, 1, 2), [1, 7, 2, 7], [0, 0], ["one"]);
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => Normalization.Of(images));
        Assert.StartsWith("Channel 1: expected values that differ, got 7 for every pixel.", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_that_normalize_nothing_are_refused()
    {
        AssertRefused("Expected 1 deviations, as many as means, got 2.", [0.5], [0.1, 0.1]);
        AssertRefused("Channel 1: expected a finite mean, got NaN.", [0.5, double.NaN], [0.1, 0.1]);
        AssertRefused("Channel 0: expected a finite deviation above 0, got 0.", [0.5], [0]);
        AssertRefused("Channel 0: expected a finite deviation above 0, got NaN.", [0.5], [double.NaN]);
        AssertRefused("Channel 0: expected a finite deviation above 0, got Infinity.", [0.5], [double.PositiveInfinity]);

        static void AssertRefused(string message, double[] mean, double[] deviation) =>
            Assert.StartsWith(
                message, Assert.Throws<ArgumentException>(() => new Normalization(mean, deviation)).Message, StringComparison.Ordinal);
    }
}
