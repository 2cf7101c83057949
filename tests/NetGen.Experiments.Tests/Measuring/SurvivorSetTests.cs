using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.Tests.Measuring;

public sealed class SurvivorSetTests
{
    private static readonly SurvivorSet[] sets =
    [
        SurvivorSet.Positive, new SurvivorSet.HalfLine(-1.3), new SurvivorSet.HalfLine(0.4), new SurvivorSet.Interval(0.9),
        new SurvivorSet.Interval(1.9), new SurvivorSet.Everything(),
    ];

    [Theory]
    [InlineData(-1, 1, 1, 0.8)]
    [InlineData(1, 1, 1, 0)]
    [InlineData(1, 3, 1, 0.8)]
    public void Half_line_is_bounded_by_Cantelli_from_its_start(double start, double mean, double variance, double bound) =>
        Assert.Equal(bound, new SurvivorSet.HalfLine(start).Bound(mean, variance), 1e-15);

    // At mean 1 the nearer end of (-2, 2) is 1 away: Cantelli's parabola reaches the other end only if the variance is at most 1.
    [Theory]
    [InlineData(0, 1, 0.75)]
    [InlineData(1, 0.25, 0.8)]
    [InlineData(-1, 0.25, 0.8)]
    [InlineData(1, 1, 0.5)]
    [InlineData(1, 2, 0.25)]
    [InlineData(1, 9, 0)]
    [InlineData(3, 0.1, 0)]
    public void Interval_is_bounded_by_the_better_of_two_parabolas(double mean, double variance, double bound) =>
        Assert.Equal(bound, new SurvivorSet.Interval(2).Bound(mean, variance), 1e-15);

    // Distributions of few values, which come closest to bounds by moments, with weights and places drawn anew each time.
    [Fact]
    public void No_distribution_of_three_values_survives_less_often_than_its_bound()
    {
        SeededRandom random = new(1);
        for (int trial = 0; trial < 20_000; trial++)
        {
            double[] values = [.. Enumerable.Range(0, 3).Select(_ => 2 * random.NextNormal())];
            double[] weights = [.. Enumerable.Range(0, 3).Select(_ => Math.Pow(random.NextSingle(0, 1), 4) + 1e-6)];
            double total = weights.Sum();
            double mean = values.Zip(weights, static (value, weight) => value * weight).Sum() / total;
            double variance = values.Zip(weights, (value, weight) => (value - mean) * (value - mean) * weight).Sum() / total;
            foreach (SurvivorSet set in sets)
            {
                double survival = values.Zip(weights, (value, weight) => set.Holds(value) ? weight : 0).Sum() / total;
                Assert.True(
                    survival >= set.Bound(mean, variance) - 1e-9,
                    $"{set}: {survival} of {string.Join(", ", values)}, weighted {string.Join(", ", weights)}");
            }
        }
    }

    [Theory]
    [InlineData(0.5, 0.3)]
    [InlineData(1.5, 0.4)]
    public void Bound_of_a_half_line_is_reached(double mean, double share) => IsReached(new SurvivorSet.HalfLine(-1), -1, mean, share);

    [Theory]
    [InlineData(1.5, 0.4)]
    [InlineData(1, 0.2)]
    public void Bound_of_an_interval_is_reached(double mean, double share) => IsReached(new SurvivorSet.Interval(2), 2, mean, share);

    /// <summary>Two values, one of them at an end, where it just does not survive: no better bound is true.</summary>
    private static void IsReached(SurvivorSet set, double end, double mean, double share)
    {
        double other = (mean - share * end) / (1 - share);
        double variance = share * (end - mean) * (end - mean) + (1 - share) * (other - mean) * (other - mean);
        Assert.False(set.Holds(end));
        Assert.True(set.Holds(other));
        Assert.Equal(1 - share, set.Bound(mean, variance), 1e-12);
    }

    [Fact]
    public void Neurons_below_a_bound_that_is_none_are_counted_as_violations()
    {
        float[] values = [-0.5f, 0.7f, 1.2f, 2f, -3f, -0.1f];
        Assert.All(sets, set => Assert.DoesNotContain(Responses.OfNeurons(values, 2, set), static neuron => neuron.ViolatesBound));
        Assert.Equal(2, Responses.OfNeurons(values, 2, new TooHigh()).Count(static neuron => neuron.ViolatesBound));
    }

    /// <summary>It says that positive values come more often than they do.</summary>
    private sealed record TooHigh : SurvivorSet
    {
        public override string Words => "z > 0";

        public override bool Holds(double preActivation) => preActivation > 0;

        public override double Bound(double mean, double variance) => 0.99;
    }
}
