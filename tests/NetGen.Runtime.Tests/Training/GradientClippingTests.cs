using System.Runtime.InteropServices;

namespace NetGen.Runtime.Tests;

public class GradientClippingTests
{
    private static readonly float[] Inputs = Numbers.Uniform(4 * 7, 1);
    private static readonly float[] Targets = Numbers.Uniform(4 * 45, 2);

    [Fact]
    public void A_long_gradient_is_shortened_to_the_norm_and_keeps_its_direction()
    {
        float[] gradient = Gradient();
        double norm = Norm(gradient);
        ReLULayer<From7To45> network = new();
        float[] before = Slab(network);
        var trainer = network.CreateTrainer(new Sgd(1f), Loss.MeanSquaredError, batchSize: 4, clipNorm: (float)(norm / 8));

        trainer.Step(Inputs, Targets);

        Assert.Equal(norm, trainer.GradientNorm!.Value, 1e-6 * norm);
        float[] after = Slab(network);
        for (int i = 0; i < after.Length; i++)
            Assert.Equal(before[i] - gradient[i] / 8, after[i], 2e-7);
    }

    [Theory]
    [InlineData(1e3f)]
    [InlineData(float.PositiveInfinity)]
    public void A_short_gradient_is_measured_and_left_as_it_is(float clipNorm)
    {
        ReLULayer<From7To45> free = new();
        ReLULayer<From7To45> clipped = new();
        var freeTrainer = free.CreateTrainer(new AdamW(1e-2f), Loss.MeanSquaredError, batchSize: 4);
        var trainer = clipped.CreateTrainer(new AdamW(1e-2f), Loss.MeanSquaredError, batchSize: 4, clipNorm);

        for (int step = 0; step < 5; step++)
            Assert.Equal(freeTrainer.Step(Inputs, Targets), trainer.Step(Inputs, Targets));

        Assert.Equal(Slab(free), Slab(clipped));
        Assert.InRange(trainer.GradientNorm!.Value, 1e-6, 1e3);
    }

    [Theory]
    [InlineData(1e-12f, 1e-10f, 1e-12f)]
    [InlineData(1e-10f, 1e-10f, 1e-10f)]
    [InlineData(1e-9f, 1e-10f, 1e-10f)]
    [InlineData(3e30f, 1e-5f, 1e-5f)]
    public void A_gradient_is_no_longer_than_the_norm_and_no_shorter_than_it_must_be(float slope, float clipNorm, float expected)
    {
        using var trainer = new OneBias(seed: 1).CreateTrainer(new Sgd(0f), new GivenSlopes(slope), batchSize: 1, clipNorm);
        trainer.Step([0f], [0f]);
        Assert.Equal(expected, trainer.Gradients["0.bias"].ToArray()[0], 1e-6f * expected);
    }

    [Fact]
    public void One_infinite_gradient_leaves_the_others_as_they_are_where_nothing_is_clipped()
    {
        TwoBiases network = new(seed: 1);
        using var trainer = network.CreateTrainer(
            new Sgd(1f), new GivenSlopes(float.PositiveInfinity, 0.5f), batchSize: 1, float.PositiveInfinity);
        trainer.Step([1f], [0f, 0f]);
        Assert.Equal([float.NegativeInfinity, -0.5f], network.Parameters["0.bias"].ToArray());
    }

    [Fact]
    public void There_is_no_norm_before_the_first_step_nor_where_nothing_is_clipped()
    {
        Assert.Null(new ReLULayer<From7To45>().CreateTrainer(new Sgd(1f), Loss.MeanSquaredError, batchSize: 4, clipNorm: 1f).GradientNorm);
        var trainer = new ReLULayer<From7To45>().CreateTrainer(new Sgd(1f), Loss.MeanSquaredError, batchSize: 4);
        trainer.Step(Inputs, Targets);
        Assert.Null(trainer.GradientNorm);
    }

    [Fact]
    public void Frozen_parameters_do_not_count()
    {
        ParameterGroup frozen = new("*.weight") { Frozen = true };
        ReLULayer<From7To45> network = new();
        float[] bias = network.Parameters["layers.0.linear.bias"].ToArray();
        var trainer = network.CreateTrainer(
            new Sgd(1f), Loss.MeanSquaredError, batchSize: 4, clipNorm: float.PositiveInfinity, groups: [frozen]);

        trainer.Step(Inputs, Targets);

        float[] gradient = [.. bias.Zip(network.Parameters["layers.0.linear.bias"].ToArray(), static (before, after) => before - after)];
        Assert.Equal(Norm(gradient), trainer.GradientNorm!.Value, 1e-6);
    }

    [Fact]
    public void The_gradient_of_frozen_parameters_is_shortened_like_all_others()
    {
        const string Weight = "layers.0.linear.weight";
        var trainer = new ReLULayer<From7To45>().CreateTrainer(
            new Sgd(1f), Loss.MeanSquaredError, batchSize: 4, clipNorm: 1e-3f, groups: [new ParameterGroup(Weight) { Frozen = true }]);
        NoProbe probe = default;
        trainer.Inspect(Inputs, Targets, ref probe);
        float[] whole = trainer.Gradients[Weight].ToArray();

        trainer.Step(Inputs, Targets);

        double factor = 1e-3 / (trainer.GradientNorm!.Value + 1e-6);
        Assert.InRange(factor, 0, 0.5);
        Assert.All(whole.Zip(trainer.Gradients[Weight].ToArray()), pair => Assert.Equal(factor * pair.First, pair.Second, 1e-8));
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(-1f)]
    [InlineData(float.NaN)]
    public void A_norm_that_is_none_is_refused(float clipNorm) => Assert.Throws<ArgumentOutOfRangeException>(
        nameof(clipNorm), () => new ReLULayer<From7To45>().CreateTrainer(new Sgd(1f), Loss.MeanSquaredError, batchSize: 4, clipNorm));

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(16)]
    [InlineData(61)]
    [InlineData(4096)]
    public void Sum_of_squares_is_that_of_the_definition_where_floats_would_overflow_and_vanish(int length)
    {
        float[] values = Numbers.Uniform(length, 3);
        for (int i = 0; i < length; i += 3)
            values[i] *= i % 2 == 0 ? 1e30f : 1e-30f;
        double expected = values.Sum(static value => (double)value * value);

        Assert.Equal(expected, SumOfSquares.Of(values), 1e-14 * expected);
        Assert.Equal(1e-60, SumOfSquares.Of([1e-30f]), 1e-66);
    }

    // Buffers then lie where others lay, and what they left lies behind rows whose last panel is not full.
    [Fact]
    public void Norm_is_that_of_the_gradients_when_batches_change_in_size()
    {
        PartialPanels network = new(seed: 5);
        using var trainer = network.CreateTrainer(new Sgd(0.01f), Loss.MeanSquaredError, batchSize: 16, float.PositiveInfinity);
        foreach (int rows in (int[])[16, 1, 7])
        {
            trainer.Step(Numbers.Uniform(rows * 3, rows), Numbers.Uniform(rows * 33, 3));

            double norm = Norm([.. PartialPanels.Info.Parameters.SelectMany(parameter => trainer.Gradients[parameter.Name].ToArray())]);
            Assert.Equal(norm, trainer.GradientNorm!.Value, 1e-6 * norm);
        }
    }

    // What plain descent with a rate of 1 subtracts.
    private static float[] Gradient()
    {
        ReLULayer<From7To45> network = new();
        float[] before = Slab(network);
        network.CreateTrainer(new Sgd(1f), Loss.MeanSquaredError, batchSize: 4).Step(Inputs, Targets);
        return [.. before.Zip(Slab(network), static (old, now) => old - now)];
    }

    private static float[] Slab(ReLULayer<From7To45> network) =>
        MemoryMarshal.CreateReadOnlySpan(ref network.Parameters.Origin, ReLULayer<From7To45>.Info.Memory.Parameters).ToArray();

    private static double Norm(float[] values) => Math.Sqrt(values.Sum(static value => (double)value * value));
}

[Network(Input = 3), Linear(45), Gelu, Linear(45), ReLU, Linear(33)]
internal sealed partial class PartialPanels;
