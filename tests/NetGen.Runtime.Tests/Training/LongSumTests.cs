namespace NetGen.Runtime.Tests;

/// <summary>A gradient that is a sum over a batch does not lose digits in proportion to its length.</summary>
public class LongSumTests
{
    private const double Tolerance = 1e-6;

    [Theory]
    [InlineData(0.1f, 1_000_000)]
    [InlineData(0.3f, 100_003)]
    [InlineData(1.7f, 65)]
    public void Gradient_of_a_bias(float slope, int rows) =>
        Assert.Equal((double)slope * rows, Gradient(new OneBias(seed: 1), "0.bias", slope, rows), Tolerance * slope * rows);

    // The input is -1 throughout, and the slope of PReLU 0.25.
    [Theory]
    [InlineData("0.weight", -0.25)]
    [InlineData("1.weight", -1)]
    public void Gradient_of_what_rows_are_multiplied_by(string parameter, double ofEachRow)
    {
        double expected = 0.1f * ofEachRow * 100_000;
        Assert.Equal(expected, Gradient(new OneOfEach(seed: 1), parameter, 0.1f, 100_000), Tolerance * Math.Abs(expected));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(130)]
    public void Number_of_threads_changes_no_bit(int rows)
    {
        DeepNormNet alone = new(seed: 1), together = new(seed: 1);
        using var first = alone.CreateTrainer(new Sgd(1e-2f), Loss.MeanSquaredError, rows);
        using var second = together.CreateTrainer(new Sgd(1e-2f), Loss.MeanSquaredError, rows, threads: 3);
        float[] inputs = Numbers.Uniform(6 * rows, 1), targets = Numbers.Uniform(2 * rows, 2);
        for (int step = 0; step < 3; step++)
            Assert.Equal(first.Step(inputs, targets), second.Step(inputs, targets));
        Assert.All(alone.Parameters.Zip(together.Parameters), static pair => Assert.Equal(pair.First.ToArray(), pair.Second.ToArray()));
    }

    private static double Gradient<TNetwork>(TNetwork network, string parameter, float slope, int rows)
        where TNetwork : class, INetwork
    {
        using var trainer = network.CreateTrainer(new Sgd(0f), new GivenSlopes(slope), rows);
        float[] inputs = new float[rows];
        Array.Fill(inputs, -1f);
        trainer.Step(inputs, new float[rows]);
        return trainer.Gradients[parameter].ToArray()[0];
    }
}
