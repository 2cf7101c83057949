using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.Tests.Measuring;

public sealed class ResponsesTests
{
    // Two neurons with the responses 1, 3 and -1, 0.
    private static readonly Responses[] neurons = Responses.OfNeurons([1, -1, 3, 0], width: 2);

    [Fact]
    public void Neurons_have_mean_population_variance_and_share_of_positive_responses() =>
        Assert.Equal([new Responses(2, 1, 1), new Responses(-0.5, 0.25, 0)], neurons);

    [Fact]
    public void Neurons_together_are_one_population() => Assert.Equal(new Responses(0.75, 35 / 16.0, 0.5), Responses.Together(neurons));

    [Theory]
    [InlineData(2, 1, 0.8)]
    [InlineData(1, 0, 1)]
    [InlineData(0, 0, 0)]
    [InlineData(-3, 1, 0)]
    public void Bound_is_that_of_Cantelli(double mean, double variance, double bound) =>
        Assert.Equal(bound, new Responses(mean, variance, 1).Bound, 1e-15);

    [Fact]
    public void Bound_is_reached_by_a_neuron_that_is_zero_for_all_inputs_but_one_and_not_violated()
    {
        Responses neuron = Assert.Single(Responses.OfNeurons([0, 0, 0.3f, 0, 0, 0, 0], width: 1));
        Assert.Equal(1 / 7.0, neuron.Bound, 1e-12);
        Assert.False(neuron.ViolatesBound);
    }

    [Fact]
    public void Survival_below_the_bound_is_a_violation() => Assert.True(new Responses(2, 1, 0.79).ViolatesBound);
}
