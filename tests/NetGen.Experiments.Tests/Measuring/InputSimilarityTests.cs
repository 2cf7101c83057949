using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.Tests.Measuring;

public sealed class InputSimilarityTests
{
    [Theory]
    [InlineData(new float[] { 1, 0, 0, 2 }, 0)]
    [InlineData(new float[] { 1, 1, 3, 3 }, 1)]
    [InlineData(new float[] { 1, 2, -2, -4 }, -1)]
    public void Cosine_of_two_rows_is_that_of_their_angle(float[] rows, double cosine) =>
        Assert.Equal(cosine, InputSimilarity.MeanCosine(rows, 2), 1e-12);

    // Pairs: 0°, 90°, 90°.
    [Fact]
    public void Cosine_is_the_mean_over_pairs() => Assert.Equal(1 / 3.0, InputSimilarity.MeanCosine([1, 0, 5, 0, 0, 1], 2), 1e-12);

    [Fact]
    public void Rows_of_zeros_are_equal_to_each_other_and_unlike_others()
    {
        Assert.Equal(1, InputSimilarity.MeanCosine([0, 0, 0, 0], 2));
        Assert.Equal(1 / 3.0, InputSimilarity.MeanCosine([0, 0, 0, 0, 1, 0], 2), 1e-12);
    }

    // Covariances diag(1, 1), diag(4, 1) / 2 and one of a single direction, whatever is common to all rows.
    [Theory]
    [InlineData(new float[] { 1, 0, -1, 0, 0, 1, 0, -1 }, 2)]
    [InlineData(new float[] { 12, 0, 8, 0, 10, 1, 10, -1 }, 25 / 17.0)]
    [InlineData(new float[] { 7, 1, 8, 3, 9, 5, 7, 1 }, 1)]
    public void Effective_rank_counts_the_directions_in_which_rows_differ(float[] rows, double rank) =>
        Assert.Equal(rank, InputSimilarity.EffectiveRank(rows, 2), 1e-6);

    [Fact]
    public void Equal_rows_have_no_rank() => Assert.Equal(0, InputSimilarity.EffectiveRank([0.1f, 0.7f, 0.1f, 0.7f, 0.1f, 0.7f], 2));
}
