using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.Tests.Measuring;

public sealed class UnitSpreadTests
{
    // Columns 1, 3 and 5, 5: variances 1 and 0.
    [Fact]
    public void Spread_between_rows_is_the_root_mean_square_of_the_columns_deviations() =>
        Assert.Equal(Math.Sqrt(0.5), UnitSpread.StdBetweenRows([1, 5, 3, 5], 2), 1e-12);

    [Fact]
    public void Rows_that_are_equal_have_no_spread_however_their_units_differ() =>
        Assert.Equal(0, UnitSpread.StdBetweenRows([0.1f, -7, 0.1f, -7, 0.1f, -7], 2));
}
