using NetGen.Compare.Measuring;

namespace NetGen.Compare.Tests;

public sealed class StatisticsTests
{
    [Theory]
    [InlineData(new[] { 3.0, 1.0, 2.0 }, 2.0)]
    [InlineData(new[] { 4.0, 1.0, 2.0, 3.0 }, 2.5)]
    [InlineData(new[] { 7.0 }, 7.0)]
    public void Median_lies_in_the_middle(double[] values, double expected) => Assert.Equal(expected, Statistics.Median(values));

    [Fact]
    public void Spread_is_half_the_distance_of_the_quartiles_relative_to_the_median() =>
        Assert.Equal(1 / 3.0, Statistics.Spread([5, 1, 4, 2, 3]), 12);
}
