using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Tests.Reporting;

public sealed class SeedSpreadTests
{
    [Fact]
    public void Median_of_an_odd_number_of_runs_is_the_middle_one()
    {
        SeedSpread spread = SeedSpread.Of([100.0, -1, 3]);
        Assert.Equal((34, 3, -1, 100), (spread.Mean, spread.Median, spread.Min, spread.Max));
    }

    [Fact]
    public void Median_of_an_even_number_of_runs_lies_halfway_between_the_middle_two()
    {
        SeedSpread spread = SeedSpread.Of([7.0, 100, 1, 4]);
        Assert.Equal((28, 5.5, 1, 100), (spread.Mean, spread.Median, spread.Min, spread.Max));
    }
}
