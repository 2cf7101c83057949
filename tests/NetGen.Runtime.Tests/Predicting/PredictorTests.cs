namespace NetGen.Runtime.Tests;

public sealed class PredictorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Any_number_of_threads_predicts_the_same_bits(int threads)
    {
        ResidualAroundBranch network = new(seed: 3);
        using Predictor<ResidualAroundBranch> predictor = network.CreatePredictor(threads);
        Assert.Same(network, predictor.Network);
        foreach (int rows in (int[])[0, 1, 8, 9, 64, 300])
        {
            float[] inputs = Numbers.Uniform(rows * 7, seed: rows);
            float[] expected = new float[rows * 7];
            network.Predict(inputs, expected);

            float[] outputs = new float[rows * 7];
            predictor.Predict(inputs, outputs);
            Assert.Equal(expected, outputs);

            predictor.Predict(inputs, inputs);
            Assert.Equal(expected, inputs);
        }
    }

    [Fact]
    public void A_single_vector_is_predicted_as_among_others_and_allocates_nothing()
    {
        ResidualAroundBranch network = new(seed: 3);
        using Predictor<ResidualAroundBranch> predictor = network.CreatePredictor();
        float[] inputs = Numbers.Uniform(100 * 7, seed: 1), expected = new float[100 * 7], outputs = new float[100 * 7];
        inputs[7 * 50] = float.NaN;
        network.Predict(inputs, expected);

        for (int run = 0; run < 2; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int row = 0; row < 100; row++)
                predictor.Predict(inputs.AsSpan(row * 7, 7), outputs.AsSpan(row * 7, 7));
            Assert.True(run == 0 || GC.GetAllocatedBytesForCurrentThread() == before);
        }

        Assert.Equal(expected, outputs);
        network.Parameters.First().Scale(0.5f);
        network.Predict(inputs, expected);
        predictor.Predict(inputs.AsSpan(0, 7), inputs.AsSpan(0, 7));
        Assert.Equal(expected[..7], inputs[..7]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Outputs_that_overlap_the_inputs_lie_in_their_place(int threads)
    {
        using Predictor<ResidualAroundBranch> predictor = new ResidualAroundBranch().CreatePredictor(threads);
        float[] numbers = new float[8];

        Assert.StartsWith(
            "outputs: expected memory apart from the inputs, got 1 floats after their start",
            Assert.Throws<ArgumentException>(() => predictor.Predict(numbers.AsSpan(0, 7), numbers.AsSpan(1, 7))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Lengths_must_fit_and_nothing_is_written_if_they_do_not()
    {
        using Predictor<ResidualAroundBranch> predictor = new ResidualAroundBranch().CreatePredictor(threads: 2);
        float[] outputs = new float[15];

        Assert.StartsWith(
            "outputs: expected 14 floats, 2 rows of 7, got 15.",
            Assert.Throws<ArgumentException>(() => predictor.Predict(new float[14], outputs)).Message, StringComparison.Ordinal);
        Assert.All(outputs, static value => Assert.Equal(0f, value));
    }

    [Fact]
    public void One_call_at_a_time_is_taken_and_others_are_told()
    {
        ResidualAroundBranch network = new(seed: 3);
        using Predictor<ResidualAroundBranch> predictor = network.CreatePredictor(threads: 2);
        float[] inputs = Numbers.Uniform(300 * 7, seed: 1);
        float[] expected = new float[300 * 7];
        network.Predict(inputs, expected);

        Parallel.For(0, 4, _ =>
        {
            for (int call = 0; call < 200; call++)
            {
                float[] outputs = new float[300 * 7];
                try
                {
                    predictor.Predict(inputs, outputs);
                    Assert.Equal(expected, outputs);
                }
                catch (InvalidOperationException exception)
                {
                    Assert.StartsWith("Expected one call at a time", exception.Message, StringComparison.Ordinal);
                }
            }
        });
    }

    [Fact]
    public void One_that_is_disposed_of_predicts_no_more()
    {
        Predictor<ResidualAroundBranch> predictor = new ResidualAroundBranch().CreatePredictor(threads: 2);
        predictor.Dispose();
        predictor.Dispose();
        Assert.Throws<ObjectDisposedException>(() => predictor.Predict(new float[7], new float[7]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    public void There_are_1_to_32_threads(int threads) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ResidualAroundBranch().CreatePredictor(threads));
}
