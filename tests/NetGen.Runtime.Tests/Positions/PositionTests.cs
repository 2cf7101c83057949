using System.Numerics.Tensors;

namespace NetGen.Runtime.Tests;

/// <summary>Sequences and images: every layer works on each token or pixel as it does on a vector, to the last bit.</summary>
public sealed class PositionTests
{
    private const int Examples = 11, Inputs = 3, Outputs = 2, Tokens = 7;

    [Fact]
    public void A_network_tells_its_shapes()
    {
        Assert.Equal([7, 3], TokenNet.Info.InputShape);
        Assert.Equal([7, 2], TokenNet.Info.OutputShape);
        Assert.Equal([2, 3, 3], PixelNet.Info.InputShape);
        Assert.Equal([2, 3, 2], PixelNet.Info.OutputShape);
        Assert.Equal([3], VectorNet.Info.InputShape);
        Assert.Equal(
            (3, 21, 2, 14), (TokenNet.Info.InputWidth, TokenNet.Info.InputLength, TokenNet.Info.OutputWidth, TokenNet.Info.OutputLength));
        Assert.Equal([7, 5], TokenNet.Info.Layers[1].InputShape);
        Assert.Equal(7 * VectorNet.Info.Flops, TokenNet.Info.Flops);
        Assert.Equal(VectorNet.Info.ParameterCount, TokenNet.Info.ParameterCount);
    }

    [Fact]
    public void A_pixel_of_an_input_takes_as_many_floats_as_it_has_channels_and_any_other_16()
    {
        // In a prediction live the stream and the output of a block, 5 columns each; its inside, 45 columns; and the input, 3 channels.
        const int Floats = 6 * 16 + 6 * 16 + 6 * 64 + 6 * 3;
        Assert.Equal((Floats + 15) / 16 * 16, PixelNet.Info.Memory.PredictionPerExample);
    }

    [Fact]
    public void Graphs_show_shapes()
    {
        Assert.Contains("input · 7 × 3", TokenNet.Info.ToMermaid(), StringComparison.Ordinal);
        Assert.Contains("2 × 3 × 3 → 2 × 3 × 5", PixelNet.Info.ToDot(), StringComparison.Ordinal);
    }

    [Fact]
    public void Predictions_are_those_of_every_position() => Assert.All([1, 4, 100], static examples =>
    {
        float[] inputs = Numbers.Uniform(examples * Tokens * Inputs, 1);
        float[] expected = new float[examples * Tokens * Outputs], actual = new float[expected.Length];
        new VectorNet(seed: 5).Predict(inputs, expected);
        new TokenNet(seed: 5).Predict(inputs, actual);
        Assert.Equal(expected, actual);

        using Predictor<TokenNet> predictor = new TokenNet(seed: 5).CreatePredictor(threads: 3);
        predictor.Predict(inputs, actual);
        Assert.Equal(expected, actual);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Steps_are_those_of_a_batch_of_all_positions(int threads)
    {
        float[] inputs = Numbers.Uniform(Examples * Tokens * Inputs, 2), targets = Numbers.Uniform(Examples * Tokens * Outputs, 3);
        var vectors = new VectorNet(seed: 5);
        var tokens = new TokenNet(seed: 5);
        using var ofVectors = vectors.CreateTrainer(new Adam(1e-2f), Loss.MeanSquaredError, Examples * Tokens);
        using var ofTokens = tokens.CreateTrainer(new Adam(1e-2f), Loss.MeanSquaredError, Examples, threads: threads);

        for (int step = 0; step < 3; step++)
            Assert.Equal(ofVectors.Step(inputs, targets), ofTokens.Step(inputs, targets));
        Assert.All(vectors.Parameters, parameter => Assert.Equal(parameter.ToArray(), tokens.Parameters[parameter.Name].ToArray()));
        Assert.Equal(ofVectors.Evaluate(inputs, targets), ofTokens.Evaluate(inputs, targets));
    }

    [Fact]
    public void Images_are_taken_as_tensors_of_any_strides()
    {
        var network = new PixelNet(seed: 5);
        float[] inputs = Numbers.Uniform(Examples * 18, 4), expected = new float[Examples * 12], actual = new float[expected.Length];
        network.Predict(inputs, expected);

        // [n, C, H, W] in memory, seen as [n, H, W, C].
        float[] planes = new float[inputs.Length];
        for (int example = 0; example < Examples; example++)
        {
            for (int pixel = 0; pixel < 6; pixel++)
            {
                for (int channel = 0; channel < 3; channel++)
                    planes[example * 18 + channel * 6 + pixel] = inputs[example * 18 + pixel * 3 + channel];
            }
        }

        network.Predict(
            new ReadOnlyTensorSpan<float>(planes, [Examples, 2, 3, 3], [18, 3, 1, 6]), new TensorSpan<float>(actual, [Examples, 2, 3, 2]));
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void A_probe_sees_a_row_for_every_position()
    {
        var network = new TokenNet(seed: 5);
        using var trainer = network.CreateTrainer(new Sgd(0.1f), Loss.MeanSquaredError, Examples);
        Dictionary<string, nint[]> shapes = [];
        var probe = new ShapeProbe(shapes);
        trainer.Inspect(Numbers.Uniform(Examples * Tokens * Inputs, 2), Numbers.Uniform(Examples * Tokens * Outputs, 3), ref probe);

        Assert.All(TokenNet.Info.Layers, layer => Assert.Equal([Examples * Tokens, layer.OutputWidth], shapes[layer.Name]));
    }

    [Fact]
    public void Inputs_that_do_not_fit_are_told_by_shape()
    {
        var network = new PixelNet(seed: 5);
        using var trainer = network.CreateTrainer(new Sgd(0.1f), Loss.MeanSquaredError, Examples);

        Assert.Equal(
            "inputs: expected a multiple of 18 floats, one row of 2 × 3 × 3 for each example, got 19. (Parameter 'inputs')",
            Assert.Throws<ArgumentException>(() => network.Predict(new float[19], new float[12])).Message);
        Assert.Equal(
            "outputs: expected 12 floats, 1 rows of 2 × 3 × 2, got 13. (Parameter 'outputs')",
            Assert.Throws<ArgumentException>(() => network.Predict(new float[18], new float[13])).Message);
        Assert.Equal(
            "inputs: expected shape [rows, 2, 3, 3], got [1, 3, 2, 3]. (Parameter 'inputs')",
            Assert.Throws<ArgumentException>(() => network.Predict(
                new ReadOnlyTensorSpan<float>(new float[18], [1, 3, 2, 3]), new TensorSpan<float>(new float[12], [1, 2, 3, 2]))).Message);

        float[] inputs = new float[36];
        inputs[18 + 7] = float.NaN;
        Assert.Equal(
            "inputs: expected finite numbers, got NaN in row 1, at [0, 2, 1] (counted from 0). (Parameter 'inputs')",
            Assert.Throws<ArgumentException>(() => trainer.Step(inputs, new float[24])).Message);
    }

    private readonly struct ShapeProbe(Dictionary<string, nint[]> shapes) : IProbe
    {
        public static bool Observes => true;

        public void Observe(Observation observation, int layer, string name, in ReadOnlyTensorSpan<float> values)
        {
            if (observation == Observation.Stream)
                shapes.Add(name, values.Lengths.ToArray());
        }
    }
}
