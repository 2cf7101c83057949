namespace NetGen.Runtime.Tests;

/// <summary>Layers over images, as users see them.</summary>
public sealed class ImageLayerTests
{
    private const int Examples = 11, Inputs = 11 * 10 * 3, Outputs = 4;

    [Fact]
    public void A_network_tells_the_shapes_of_its_layers()
    {
        Assert.Equal(
            ["11 × 10 × 20", "6 × 5 × 20", "6 × 5 × 20", "6 × 5 × 20", "6 × 5 × 20", "2 × 2 × 20", "33", "4"],
            ImageNet.Info.Layers.Select(static layer => string.Join(" × ", layer.OutputShape)));
        Assert.Contains("6 × 5 × 20", ImageNet.Info.ToMermaid(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mean_counts_the_zeros_of_the_rim()
    {
        MeanOfPixels network = new(seed: 1);
        network.Parameters["0.weight"].CopyFrom([1f]);
        float[] means = new float[4 * 5];
        network.Predict([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], means);

        Assert.Equal(
            [
                0.25f, 0.75f, 1.25f, 1.75f, 1,
                1.5f, 3.5f, 4.5f, 5.5f, 3,
                3.5f, 7.5f, 8.5f, 9.5f, 5,
                2.25f, 4.75f, 5.25f, 5.75f, 3,
            ],
            means);
    }

    [Fact]
    public void The_greatest_number_is_never_of_the_rim()
    {
        GreatestOfPixels network = new(seed: 1);
        network.Parameters["0.weight"].CopyFrom([-1f]);
        float[] greatest = new float[4 * 5];
        network.Predict([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], greatest);

        Assert.Equal([-1, -1, -2, -3, -4, -1, -1, -2, -3, -4, -5, -5, -6, -7, -8, -9, -9, -10, -11, -12], greatest);
    }

    [Fact]
    public void An_image_is_flattened_channel_by_channel()
    {
        FlatPixels network = new(seed: 1);
        network.Parameters["0.weight"].CopyFrom([1f, 0f, 0f, 1f]);
        float[] flat = new float[12];
        network.Predict([1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6], flat);

        Assert.Equal([1, 2, 3, 4, 5, 6, -1, -2, -3, -4, -5, -6], flat);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16)]
    public void Threads_give_the_same_bits(int threads)
    {
        (ImageNet alone, ImageNet together) = (new(seed: 5), new(seed: 5));
        using var one = alone.CreateTrainer(new Adam(1e-2f), Loss.MeanSquaredError, Examples);
        using var many = together.CreateTrainer(new Adam(1e-2f), Loss.MeanSquaredError, Examples, threads: threads);
        for (int step = 0; step < 3; step++)
        {
            (float[] inputs, float[] targets) = Batch(step);
            Assert.Equal(one.Step(inputs, targets), many.Step(inputs, targets));
        }

        Assert.All(alone.Parameters, parameter => Assert.Equal(parameter.ToArray(), together.Parameters[parameter.Name].ToArray()));
    }

    [Fact]
    public void An_example_is_predicted_alike_in_every_batch()
    {
        ImageNet network = new(seed: 5);
        (float[] inputs, _) = Batch(1);
        float[] all = new float[Examples * Outputs], one = new float[Outputs];
        network.Predict(inputs, all);
        for (int example = 0; example < Examples; example++)
        {
            network.Predict(inputs.AsSpan(example * Inputs, Inputs), one);
            Assert.Equal(all.AsSpan(example * Outputs, Outputs).ToArray(), one);
        }
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        using var trainer = new ImageNet(seed: 5).CreateTrainer(new Sgd(1e-2f), Loss.MeanSquaredError, Examples);
        (float[] inputs, float[] targets) = Batch(1);
        trainer.Step(inputs, targets);

        Assert.Equal(0, Allocations.FewestOf(() => trainer.Step(inputs, targets)));
    }

    [Fact]
    public void A_saved_network_predicts_the_same()
    {
        using TemporaryFolder folder = new();
        (ImageNet saved, ImageNet loaded) = (new(seed: 5), new(seed: 6));
        saved.Save(folder.File("network"));
        loaded.Load(folder.File("network"));
        (float[] inputs, _) = Batch(1);
        float[] expected = new float[Examples * Outputs], actual = new float[expected.Length];
        saved.Predict(inputs, expected);
        loaded.Predict(inputs, actual);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void A_network_learns()
    {
        using var trainer = new ImageNet(seed: 5).CreateTrainer(new Adam(1e-2f), Loss.MeanSquaredError, Examples);
        (float[] inputs, float[] targets) = Batch(1);
        float first = trainer.Step(inputs, targets);
        for (int step = 0; step < 50; step++)
            trainer.Step(inputs, targets);

        Assert.InRange(trainer.Evaluate(inputs, targets), 0, first / 10);
    }

    private static (float[] Inputs, float[] Targets) Batch(int seed) =>
        (Numbers.Uniform(Examples * Inputs, 2 * seed), Numbers.Uniform(Examples * Outputs, 2 * seed + 1));
}
