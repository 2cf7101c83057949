using NetGen.Experiments.ResidualDepth;

namespace NetGen.Experiments.Tests.Experiments.ResidualDepth;

public sealed class DeepRunTests
{
    [Theory]
    [InlineData(3, new[] { 1, 1e-3, 9e-8, 2e-7 })]
    [InlineData(2, new[] { 1, 1e-9, 1, 1 })]
    [InlineData(null, new[] { 1, 1e-3, 1e-7 })]
    [InlineData(null, new[] { 0.0, 1, 1 })]
    [InlineData(3, new[] { 0.0, 1, 1e-8 })]
    [InlineData(1, new[] { 0.0, 0, 0 })]
    public void Gradient_vanishes_at_the_step_at_which_it_falls_below_and_one_that_only_begins_at_zero_does_not(
        int? step, double[] norms) =>
        Assert.Equal(step, Run(norms).VanishedAt);

    [Fact]
    public void Share_of_steps_counts_those_in_the_range_with_its_ends() =>
        Assert.Equal(0.5, Run([1e-4, 1e-3, 0.1, 0.2]).ShareOfSteps(1e-3, 0.1));

    // The first hundred are those in which the loss falls.
    [Theory]
    [InlineData(300, 200)]
    [InlineData(1000, 200)]
    [InlineData(250, 150)]
    [InlineData(120, 60)]
    [InlineData(1, 1)]
    public void Slope_is_taken_over_late_steps(int steps, int late) => Assert.Equal(late, DeepRun.LateSteps(steps));

    private static DeepRun Run(double[] norms) =>
        new("", "", 0, norms.Length, [], 0, [.. Enumerable.Range(1, norms.Length)], norms, [], []);
}
