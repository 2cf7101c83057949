using NetGen.Plotting.Figures;
using NetGen.Plotting.Rendering;

namespace NetGen.Plotting.Tests;

public sealed class AxisScaleTests
{
    public static TheoryData<double, double> Ranges
    {
        get
        {
            TheoryData<double, double> ranges = [];
            foreach (double low in new[] { 1e-30, 7e-19, 3e-7, 0.0123, 0.5, 1, 2.3, 97, 1e6 })
            {
                foreach (double factor in new[] { 1, 1 + 1e-9, 1.001, 1.02, 1.3, 1.9, 2.1, 3, 4.9, 7, 12, 60, 400, 5e3, 2e6, 4e13, 1e25 })
                    ranges.Add(low, low * factor);
            }

            return ranges;
        }
    }

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Logarithmic_axis_always_has_two_different_numbers_in_order_and_not_too_many(double low, double high)
    {
        AxisScale scale = new(new Axis("y", Scale.Log), [low, high], padding: 0.04);
        Assert.InRange(scale.Ticks.Count, 2, 9);
        Assert.Equal(scale.Ticks.Select(static tick => tick.Place).Order(), scale.Ticks.Select(static tick => tick.Place));
        Assert.Equal(scale.Ticks.Count, scale.Ticks.Select(static tick => tick.Label).Distinct().Count());
        Assert.All(scale.Ticks, tick => Assert.InRange(tick.Place, scale.Low, scale.High));
    }

    [Theory]
    [InlineData(1, 10, new[] { "1", "2", "5", "10" })]
    [InlineData(0.9, 1.1, new[] { "0.9", "0.95", "1", "1.05", "1.1" })]
    [InlineData(1e-16, 1, new[] { "10⁻¹⁵", "10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³", "10⁰" })]
    [InlineData(0.002, 3, new[] { "0.01", "0.1", "1" })]
    public void Ticks_are_powers_of_ten_their_multiples_or_round_numbers(double low, double high, string[] expected) =>
        Assert.Equal(expected, new AxisScale(new Axis("y", Scale.Log), [low, high], padding: 0.01).Ticks.Select(static tick => tick.Label));

    [Fact]
    public void Equal_values_on_a_logarithmic_axis_take_up_a_least_range()
    {
        AxisScale scale = new(new Axis("y", Scale.Log), [3, 3], padding: 0.04);
        Assert.Equal(1.1, Math.Pow(10, scale.High - scale.Low), 3);
    }
}
