using NetGen.Experiments.ResidualDepth;

namespace NetGen.Experiments.Tests.Experiments.ResidualDepth;

public sealed class SlopeTests
{
    [Fact]
    public void Values_on_a_line_have_its_slope_and_no_error() =>
        Assert.Equal(new Slope(PerStep: -2, StandardError: 0), Slope.Of([7, 5, 3, 1]));

    // Around y = 1 + x the residuals are 1, -1, -1, 1: their squares over n - 2 are 2, the squares of x around its mean 5.
    [Fact]
    public void Standard_error_is_that_of_least_squares()
    {
        Slope slope = Slope.Of([2, 1, 2, 5]);
        Assert.Equal(1, slope.PerStep, 12);
        Assert.Equal(Math.Sqrt(2.0 / 5), slope.StandardError, 12);
        Assert.Equal("1.00 ± 0.632", slope.ToString());
    }

    [Fact]
    public void Two_values_have_no_standard_error() => Assert.Equal(new Slope(3, double.NaN), Slope.Of([1, 4]));
}
