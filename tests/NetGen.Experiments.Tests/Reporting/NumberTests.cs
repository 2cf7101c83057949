using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Tests.Reporting;

public sealed class NumberTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.33349, "0.333")]
    [InlineData(-15.72, "-15.7")]
    [InlineData(0.0630, "0.0630")]
    [InlineData(8.65e-19, "8.65e-19")]
    [InlineData(1.06e8, "1.06e8")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "∞")]
    public void Short_number_has_three_significant_digits(double value, string text) => Assert.Equal(text, Number.Short(value));

    [Theory]
    [InlineData(-19, "10⁻¹⁹")]
    [InlineData(8, "10⁸")]
    [InlineData(-2, "0.01")]
    [InlineData(3, "1000")]
    public void Power_of_ten_is_written_out_where_it_is_short(int exponent, string text) => Assert.Equal(text, Number.PowerOfTen(exponent));
}
