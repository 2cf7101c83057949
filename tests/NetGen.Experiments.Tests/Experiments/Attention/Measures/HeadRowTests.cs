using System.Numerics.Tensors;
using NetGen.Experiments.Attention;

namespace NetGen.Experiments.Tests.Experiments.Attention.Measures;

public sealed class HeadRowTests
{
    private const int Positions = 4;

    private static readonly Gaze everywhere = new(Causal: false, static (_, _, key) => key == 0);
    private static readonly Gaze back = new(Causal: true, static (_, query, key) => key == query - 1);

    [Fact]
    public void Head_that_looks_everywhere_alike_has_all_entropy_and_sees_what_is_watched_by_chance()
    {
        HeadRow row = Row(everywhere, static (_, _) => 0.25f);
        Assert.Equal(Math.Log(Positions), row.Entropy, 1e-6);
        Assert.Equal(1, row.Share, 1e-6);
        Assert.Equal(0.25, row.Watched, 1e-6);
        Assert.Equal(0.25, row.ByChance, 1e-6);
    }

    [Fact]
    public void Head_that_looks_at_one_place_has_no_entropy()
    {
        HeadRow row = Row(everywhere, static (_, key) => key == 0 ? 1 : 0);
        Assert.Equal((0, 0, 1), (row.Entropy, row.Share, row.Watched));
    }

    // Positions see 1, 2, 3 and 4 keys; the first has none before it.
    [Fact]
    public void What_a_causal_head_does_not_see_does_not_count()
    {
        HeadRow row = Row(back, static (query, key) => key <= query ? 1f / (query + 1) : 0);
        Assert.Equal(1, row.Share, 1e-6);
        Assert.Equal((Math.Log(2) + Math.Log(3) + Math.Log(4)) / Positions, row.Entropy, 1e-6);
        Assert.Equal((1 / 2.0 + 1 / 3.0 + 1 / 4.0) / Positions, row.ByChance, 1e-6);
        Assert.Equal(row.ByChance, row.Watched, 1e-6);
    }

    [Fact]
    public void Keys_get_of_all_looks_what_adds_up_to_one()
    {
        HeadWeights weights = Weights(static (query, key) => key == query ? 0.7f : 0.1f);
        Assert.All(weights.Received(0, 0), static share => Assert.Equal(0.25, share, 1e-6));
        Assert.Equal([0.5, 0.5, 0, 0], Weights(static (query, key) => key == query / 2 ? 1 : 0).Received(0));
    }

    private static HeadRow Row(Gaze gaze, Func<int, int, float> weight) => Assert.Single(HeadRow.Of(Weights(weight), 1, gaze));

    private static HeadWeights Weights(Func<int, int, float> weight)
    {
        float[] weights = [.. Enumerable.Range(0, Positions * Positions).Select(i => weight(i / Positions, i % Positions))];
        return new HeadWeights(new ReadOnlyTensorSpan<float>(weights, [1, 1, Positions, Positions]));
    }
}
