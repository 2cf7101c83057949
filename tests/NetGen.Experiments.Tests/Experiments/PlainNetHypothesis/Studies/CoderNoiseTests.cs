using NetGen.Experiments.PlainNetHypothesis;

namespace NetGen.Experiments.Tests.Experiments.PlainNetHypothesis.Studies;

public sealed class CoderNoiseTests
{
    private const int Length = 20_000;

    [Fact]
    public void Mask_makes_its_share_of_the_numbers_zero_and_leaves_the_others()
    {
        float[] spoilt = Spoilt(new CoderNoise.Mask(0.3f));
        Assert.Equal(0.3, (double)spoilt.Count(static value => value == 0) / Length, tolerance: 0.02);
        Assert.All(spoilt, static value => Assert.True(value is 0 or 2));
    }

    [Fact]
    public void Normal_noise_has_mean_zero_and_its_deviation()
    {
        double[] noise = [.. Spoilt(new CoderNoise.Normal(0.5)).Select(static value => value - 2.0)];
        Assert.Equal(0, noise.Average(), tolerance: 0.02);
        Assert.Equal(0.5, Math.Sqrt(noise.Average(static value => value * value)), tolerance: 0.02);
    }

    private static float[] Spoilt(CoderNoise noise)
    {
        float[] values = new float[Length];
        Array.Fill(values, 2);
        noise.Spoil(values, new SeededRandom(1));
        return values;
    }
}
