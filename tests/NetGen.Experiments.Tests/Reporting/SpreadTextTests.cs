using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Tests.Reporting;

public sealed class SpreadTextTests
{
    [Theory]
    [InlineData("2.00 [1.00, 4.00]", new double[] { 1, 4, 1 })]
    [InlineData("2.00 [1.00, 100]", new double[] { 100, 2, 1 })]
    [InlineData("1.00 [0, 8.00]", new double[] { 8, 0, 1 })]
    [InlineData("2.00 [1.00, ∞]", new double[] { double.PositiveInfinity, 1, 2 })]
    [InlineData("3.00", new double[] { 3, 3, 3 })]
    public void Spread_is_written_as_the_mean_or_where_it_is_wide_the_median_with_its_range(string text, double[] values) =>
        Assert.Equal(text, Spread.Of(values).ToString());
}
