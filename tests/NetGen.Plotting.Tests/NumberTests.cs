using NetGen.Plotting.Figures;

namespace NetGen.Plotting.Tests;

public sealed class NumberTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.33349, "0.333")]
    [InlineData(-15.72, "-15.7")]
    [InlineData(0.0630, "0.0630")]
    [InlineData(8.65e-19, "8.65e-19")]
    [InlineData(1.06e8, "1.06e8")]
    [InlineData(7.7e8, "7.70e8")]
    [InlineData(33671, "3.37e4")]
    [InlineData(1234.5, "1230")]
    [InlineData(9.999, "10.0")]
    [InlineData(9999.6, "1.00e4")]
    [InlineData(0.009999, "0.0100")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "∞")]
    public void Short_number_has_three_significant_digits(double value, string text) => Assert.Equal(text, Number.Short(value));

    [Fact]
    public void Powers_of_ten_are_written_out_where_all_are_short() => Assert.Equal(["0.01", "1", "1000"], Number.PowersOfTen([-2, 0, 3]));

    [Fact]
    public void Powers_of_ten_are_all_powers_where_one_is_long() =>
        Assert.Equal(["10⁻¹⁹", "10⁻²", "10⁸"], Number.PowersOfTen([-19, -2, 8]));

    [Fact]
    public void Multiples_of_powers_of_ten_are_written_as_the_powers_are()
    {
        Assert.Equal(["0.02", "2"], Number.PowersOfTen([-2, 0], factor: 2));
        Assert.Equal(["2·10⁻⁴", "2·10⁻³"], Number.PowersOfTen([-4, -3], factor: 2));
    }
}
