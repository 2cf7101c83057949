namespace NetGen.Runtime.Tests;

/// <summary>Norms and their gradients hold for rows of any size and any mean, against their definition in double precision.</summary>
public class NormTests
{
    private const int Width = 21;

    public static TheoryData<float, float> Rows =>
        [.. from mean in (float[])[0, 1, 1e3f, 1e5f]
            from scale in (float[])[1e-30f, 1e-20f, 1e-10f, 1, 1e18f, 1e20f, 1e33f]
            select (mean, scale)];

    [Theory]
    [InlineData(123.4567f)]
    [InlineData(-1234567.8f)]
    [InlineData(1e-30f)]
    [InlineData(3e37f)]
    [InlineData(float.MaxValue)]
    public void LayerNorm_of_equal_numbers_is_zero(float value)
    {
        Assert.All(Predict(new LayerNorm100(seed: 1), Enumerable.Repeat(value, 100)), static y => Assert.Equal(0f, y));
        Assert.All(Predict(new LayerNorm3000(seed: 1), Enumerable.Repeat(value, 3000)), static y => Assert.Equal(0f, y));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e3)]
    [InlineData(1e5)]
    [InlineData(1e6)]
    public void LayerNorm_sees_small_deviations_from_a_large_mean(double mean)
    {
        AssertStandardized(new LayerNorm100(seed: 1), 100);
        AssertStandardized(new LayerNorm3000(seed: 1), 3000);

        void AssertStandardized<TNetwork>(TNetwork network, int width)
            where TNetwork : class, INetwork
        {
            SeededRandom random = new(3);
            for (int draw = 0; draw < 30; draw++)
            {
                float[] row = [.. Enumerable.Range(0, width).Select(_ => (float)(mean + random.NextNormal()))];
                AssertClose(Normalized(row, centered: true, 1e-5f), Predict(network, row), 1e-5);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_finite_row_is_normalized(float mean, float scale)
    {
        float[] row = Row(mean, scale);
        AssertClose(Normalized(row, centered: true, 1e-38f), Predict(new ThroughLayerNorm(seed: 1), row), 1e-5);
        AssertClose(Normalized(row, centered: false, 1e-38f), Predict(new ThroughRmsNorm(seed: 1), row), 1e-5);
    }

    [Theory]
    [InlineData(3.4e38f, 3.4e38f, -3.4e38f)]
    [InlineData(2e19f, -2e19f, 4e19f)]
    public void Rows_of_the_greatest_numbers_are_normalized(float first, float second, float others)
    {
        float[] row = [first, second, .. Enumerable.Repeat(others, Width - 2)];
        AssertClose(Normalized(row, centered: true, 1e-38f), Predict(new ThroughLayerNorm(seed: 1), row), 1e-5);
        AssertClose(Normalized(row, centered: false, 1e-38f), Predict(new ThroughRmsNorm(seed: 1), row), 1e-5);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Gradient_is_that_of_the_definition(float mean, float scale)
    {
        float[] row = Row(mean, scale);
        foreach (float upstream in (float[])[1, 1e5f])
        {
            float[] slopes = [.. Numbers.Uniform(Width, 5).Select(slope => slope + upstream - 1)];
            AssertGradient(new ThroughLayerNorm(seed: 1), row, slopes, centered: true);
            AssertGradient(new ThroughRmsNorm(seed: 1), row, slopes, centered: false);
        }
    }

    [Fact]
    public void Gradient_from_the_greatest_slopes_does_not_overflow_on_its_way()
    {
        float[] row = Row(0, 1e10f);
        float[] slopes = [.. Numbers.Uniform(Width, 5).Select(static slope => slope * 1e38f)];
        AssertGradient(new ThroughLayerNorm(seed: 1), row, slopes, centered: true);
        AssertGradient(new ThroughRmsNorm(seed: 1), row, slopes, centered: false);
    }

    // The gradient of the bias in front of a norm is that of the only row.
    private static void AssertGradient<TNetwork>(TNetwork network, float[] row, float[] slopes, bool centered)
        where TNetwork : class, INetwork
    {
        using var trainer = network.CreateTrainer(new Sgd(0f), new GivenSlopes(slopes), batchSize: 1);
        trainer.Step(row, new float[Width]);

        double[] normalized = Normalized(row, centered, 1e-38f);
        double inverse = Inverse(row, centered, 1e-38f), mean = centered ? slopes.Average(static slope => (double)slope) : 0;
        double along = slopes.Zip(normalized, (slope, x) => (slope - mean) * x).Average();
        double[] expected = [.. slopes.Zip(normalized, (slope, x) => inverse * (slope - mean - along * x))];
        // Where the mean is not taken away, slopes and what is along the row cancel each other, each rounded.
        double size = centered ? expected.Max(Math.Abs) : inverse * slopes.Max(Math.Abs);
        AssertClose(expected, trainer.Gradients["0.bias"].ToArray(), 1e-5 * size + 1e-44);
    }

    private static float[] Row(float mean, float scale) => [.. Numbers.Uniform(Width, 4).Select(x => scale * (x + mean))];

    private static double[] Normalized(float[] row, bool centered, double epsilon)
    {
        double mean = centered ? row.Average(static x => (double)x) : 0, inverse = Inverse(row, centered, epsilon);
        return [.. row.Select(x => (x - mean) * inverse)];
    }

    private static double Inverse(float[] row, bool centered, double epsilon)
    {
        double mean = centered ? row.Average(static x => (double)x) : 0;
        return 1 / Math.Sqrt(row.Average(x => (x - mean) * (x - mean)) + epsilon);
    }

    private static float[] Predict<TNetwork>(TNetwork network, IEnumerable<float> row)
        where TNetwork : class, INetwork
    {
        float[] inputs = [.. row], outputs = new float[inputs.Length];
        network.Predict(inputs, outputs);
        return outputs;
    }

    private static void AssertClose(double[] expected, float[] actual, double tolerance)
    {
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], tolerance);
    }
}
