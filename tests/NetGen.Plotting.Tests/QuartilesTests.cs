using NetGen.Plotting.Figures;

namespace NetGen.Plotting.Tests;

public sealed class QuartilesTests
{
    [Fact]
    public void Quartiles_of_five_values_are_values()
    {
        Assert.Equal(new Quartiles(2, 3, 40), Quartiles.Of([3.0, 1, 50, 40, 2]));
    }

    [Fact]
    public void Quartiles_between_values_lie_on_the_line_that_joins_them() =>
        Assert.Equal(new Quartiles(1.75, 2.5, 3.25), Quartiles.Of([4.0, 2, 1, 3]));

    [Fact]
    public void Quartiles_of_one_value_are_that_value() => Assert.Equal(new Quartiles(7, 7, 7), Quartiles.Of([7.0]));

    [Fact]
    public void Infinite_values_have_quartiles() =>
        Assert.Equal(double.PositiveInfinity, Quartiles.Of([1.0, double.PositiveInfinity, double.PositiveInfinity]).Median);

    [Fact]
    public void Robust_deviation_of_normal_numbers_is_their_standard_deviation()
    {
        SeededRandom random = new(1);
        Quartiles quartiles = Quartiles.Of(Enumerable.Range(0, 100_000).Select(_ => 3 * random.NextNormal()).ToArray());
        Assert.Equal(3, quartiles.RobustDeviation, 0.05);
    }
}
