using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Tests.Reporting;

public sealed class SpreadTextTests
{
    [Theory]
    [InlineData("1.00 [1.00, 4.00]", new double[] { 1, 4, 1 })]
    [InlineData("2.00 [1.00, 100]", new double[] { 100, 2, 1 })]
    [InlineData("1.00 [0, 8.00]", new double[] { 8, 0, 1 })]
    [InlineData("2.00 [1.00, ∞]", new double[] { double.PositiveInfinity, 1, 2 })]
    [InlineData("3.00", new double[] { 3, 3, 3 })]
    public void Spread_is_written_as_the_median_with_its_range(string text, double[] values) =>
        Assert.Equal(text, SeedSpread.Of(values).ToString());

    [Fact]
    public void Beside_means_of_others_the_mean_stands_in_the_place_of_the_median() =>
        Assert.Equal("2.00 [1.00, 4.00]", SeedSpread.Of([1, 4, 1]).AroundMean);

    [Theory]
    [InlineData("0.0105 [0.00854, 0.0130]", new double[] { 0.0105, 0.008543, 0.013 })]
    [InlineData("9.60e-3 [8.50e-3, 1.30e-2]", new double[] { 0.0096, 0.0085, 0.013 })]
    [InlineData("3.37e4 [1.84e4, 5.45e4]", new double[] { 33671, 18406, 54454 })]
    [InlineData("9800 [8000, 12300]", new double[] { 9800, 8000, 12345 })]
    [InlineData("7.70e8 [3.27e8, 9.00e8]", new double[] { 7.7e8, 3.27e8, 9e8 })]
    [InlineData("0.0250 [4.00e-7, 0.300]", new double[] { 0.025, 4e-7, 0.3 })]
    public void Numbers_of_like_size_are_written_in_one_form(string text, double[] values) =>
        Assert.Equal(text, SeedSpread.Of(values).ToString());
}
