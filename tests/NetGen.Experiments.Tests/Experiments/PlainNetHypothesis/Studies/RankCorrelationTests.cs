using NetGen.Experiments.PlainNetHypothesis;

namespace NetGen.Experiments.Tests.Experiments.PlainNetHypothesis.Studies;

public sealed class RankCorrelationTests
{
    [Fact]
    public void What_grows_together_has_one_however_fast_each_grows() =>
        Assert.Equal(1, RankCorrelation.Of([1, 2, 3, 10], [-5, 0, 1e9, 1e10]), 1e-12);

    [Fact]
    public void What_falls_as_the_other_grows_has_minus_one() => Assert.Equal(-1, RankCorrelation.Of([3, 1, 2], [0, 7, 5]), 1e-12);

    // Ranks 0, 1.5, 1.5, 3 and 0, 1, 2, 3: their products add up to 4.5, the squares to 4.5 and 5.
    [Fact]
    public void Equal_values_share_the_mean_of_their_ranks() =>
        Assert.Equal(4.5 / Math.Sqrt(4.5 * 5), RankCorrelation.Of([1, 2, 2, 3], [1, 2, 3, 4]), 1e-12);
}
