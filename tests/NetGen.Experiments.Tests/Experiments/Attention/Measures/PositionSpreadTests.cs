using System.Numerics.Tensors;
using NetGen.Experiments.Attention;

namespace NetGen.Experiments.Tests.Experiments.Attention.Measures;

public sealed class PositionSpreadTests
{
    [Fact]
    public void Vectors_that_point_the_same_way_are_alike_whatever_their_length() =>
        Assert.Equal(1, Of(3, 1, 2, 2, 4, 10, 20).Likeness, 1e-6);

    [Fact]
    public void Vectors_at_right_angles_are_not_alike() => Assert.Equal(0, Of(2, 3, 0, 0, 5).Likeness, 1e-6);

    // The cosines of the three pairs are 0, -1 and 0.
    [Fact]
    public void Likeness_is_the_mean_over_pairs() => Assert.Equal(-1 / 3.0, Of(3, 1, 0, 0, 1, -2, 0).Likeness, 1e-6);

    [Fact]
    public void Positions_are_held_against_those_of_their_own_example() =>
        Assert.Equal(new PositionSpread(Likeness: 1, Rank: 1), Of(2, 1, 0, 2, 0, 0, 1, 0, 3));

    // Of the first example, positions differ in one direction; of the second, in two.
    [Fact]
    public void Rank_is_the_mean_over_examples() => Assert.Equal(1.5, Of(4, 1, 1, 2, 1, 3, 1, 1, 1, 1, 0, -1, 0, 0, 1, 0, -1).Rank, 1e-6);

    [Fact]
    public void A_single_position_has_nothing_to_be_alike_to() => Assert.Equal(new PositionSpread(double.NaN, double.NaN), Of(1, 1, 2));

    private static PositionSpread Of(int positions, params float[] rows) =>
        PositionSpread.Of(new ReadOnlyTensorSpan<float>(rows, [rows.Length / 2, 2]), positions);
}
