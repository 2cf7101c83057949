using NetGen.Experiments.ResidualDepth;

namespace NetGen.Experiments.Tests.Experiments.ResidualDepth;

public sealed class WaveTaskTests
{
    [Fact]
    public void Targets_are_those_of_the_function_in_the_set_and_in_every_batch()
    {
        WaveTask task = new(new SeededRandom(5));
        float[] inputs = new float[2 * 64];
        float[] targets = new float[64];
        task.Next(inputs, targets);
        Assert.All(
            Enumerable.Range(0, 64),
            row => Assert.Equal(Math.Sin(3.0 * inputs[2 * row]) * Math.Cos(3.0 * inputs[2 * row + 1]), targets[row], 1e-6));
        Assert.All(Enumerable.Range(0, 64), row => Assert.Contains(targets[row], task.Targets));
        Assert.Equal(WaveTask.Examples, task.Targets.Length);
        Assert.Equal(2 * WaveTask.Examples, task.Inputs.Length);
    }

    // E[sin²(3x)] E[cos²(3x)] = (1 - sin(6)/6) (1 + sin(6)/6) / 4 = 0.2495; the standard error over 1,024 examples is 0.009.
    [Fact]
    public void Loss_of_the_mean_is_about_a_quarter() =>
        Assert.InRange(new WaveTask(new SeededRandom(5)).LossOfMean, 0.2495 - 0.036, 0.2495 + 0.036);
}
