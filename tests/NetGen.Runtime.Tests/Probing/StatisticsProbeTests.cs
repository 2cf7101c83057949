using System.Numerics.Tensors;

namespace NetGen.Runtime.Tests;

public sealed class StatisticsProbeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void Statistics_of_a_pass_are_those_of_the_definition(int rows)
    {
        Compare<From7To45>(rows);
        Compare<From45To7>(rows);
        Compare<From130To1>(rows);

        static void Compare<TShape>(int rows)
            where TShape : struct, IShape
        {
            ReLULayer<TShape> network = new();
            var reference = ReLULayerReference.Of(network);
            float[] inputs = Numbers.Uniform(rows * TShape.Inputs, seed: 1);
            float[] targets = Numbers.Uniform(rows * TShape.Outputs, seed: 2);
            NetworkStatistics statistics = new(ReLULayer<TShape>.Info);
            StatisticsProbe probe = new(statistics);

            network.CreateTrainer(new Descent(0.5f), Loss.MeanSquaredError, batchSize: 9).Inspect(inputs, targets, ref probe);

            LayerStatistics layer = statistics["layers.0"];
            double[] outputs = reference.Outputs(inputs);
            AssertMoments(reference.PreActivations(inputs), layer.PreActivation);
            AssertMoments(outputs, layer.Activation);
            AssertMoments(outputs, layer.Stream);
            Assert.Equal(outputs.Average(static value => value == 0 ? 1.0 : 0.0), layer.ZeroFraction, 1e-12);
            Assert.Equal(Norm(reference.PreActivationGradient(inputs, targets)), layer.PreActivationGradientNorm, 1e-5);
            Assert.Equal(Norm(reference.WeightGradient(inputs, targets)), layer.Weight.GradientNorm, 1e-5);
            Assert.Equal(Norm(reference.BiasGradient(inputs, targets)), layer.Bias.GradientNorm, 1e-5);
        }
    }

    [Fact]
    public void A_watched_step_compares_the_update_to_the_data()
    {
        ReLULayer<From7To45> network = new();
        Parameter weight = network.Parameters["layers.0.linear.weight"];
        float[] before = weight.ToArray();
        NetworkStatistics statistics = new(ReLULayer<From7To45>.Info);
        StatisticsProbe probe = new(statistics);

        network.CreateTrainer(new Descent(0.5f), Loss.MeanSquaredError, batchSize: 9)
            .Step(Numbers.Uniform(63, 1), Numbers.Uniform(405, 2), ref probe);

        double[] data = [.. before.Select(static value => (double)value)];
        double[] update = [.. weight.ToArray().Zip(before, static (after, value) => (double)(after - value))];
        LayerStatistics layer = statistics.Layers[0];
        AssertMoments(data, layer.Weight.Before);
        AssertMoments(update, layer.Weight.Update);
        Assert.Equal(Math.Log10(Deviation(update) / Deviation(data)), layer.Weight.UpdateToData, 1e-6);
        Assert.Equal(double.PositiveInfinity, layer.Bias.UpdateToData);
    }

    [Fact]
    public void Gradients_too_small_to_be_squared_in_single_precision_keep_their_norm()
    {
        NetworkStatistics statistics = new(ReLULayer<From7To45>.Info);
        StatisticsProbe probe = new(statistics);

        probe.Observe(Observation.PreActivationGradient, 0, "layers.0", new ReadOnlyTensorSpan<float>([3e-25f, 4e-25f], [1, 2]));

        Assert.Equal(1, statistics.Layers[0].PreActivationGradientNorm / 5e-25, 1e-6);
    }

    [Theory]
    [InlineData(Observation.Queries)]
    [InlineData(Observation.Keys)]
    [InlineData(Observation.Values)]
    [InlineData(Observation.AttentionWeights)]
    [InlineData(Observation.AttentionEntropy)]
    public void What_heads_look_at_leaves_the_statistics_of_layers_as_they_are(Observation observation)
    {
        NetworkStatistics statistics = new(ReLULayer<From7To45>.Info);
        StatisticsProbe probe = new(statistics);
        probe.Observe(Observation.PreActivation, 0, "layers.0", new ReadOnlyTensorSpan<float>([1f, 3f], [1, 2]));

        probe.Observe(observation, 0, "layers.0", new ReadOnlyTensorSpan<float>([5f, 6f], [1, 1, 1, 2]));

        Assert.Equal(new Moments(2, 1), statistics.Layers[0].PreActivation);
        Assert.True(double.IsNaN(statistics.Layers[0].Stream.Mean));
    }

    [Fact]
    public void Small_deviations_around_a_large_mean_are_kept()
    {
        NetworkStatistics statistics = new(ReLULayer<From7To45>.Info);
        StatisticsProbe probe = new(statistics);

        probe.Observe(Observation.Stream, 0, "layers.0", new ReadOnlyTensorSpan<float>([1_000_000f, 1_000_001f], [1, 2]));

        Assert.Equal(new Moments(1_000_000.5, 0.5), statistics.Layers[0].Stream);
    }

    [Fact]
    public void What_was_not_seen_is_not_a_number()
    {
        LayerStatistics layer = new NetworkStatistics(ReLULayer<From7To45>.Info).Layers[0];

        Assert.Equal("layers.0", layer.Name);
        Assert.All(
            [
                layer.PreActivation.Mean, layer.Activation.StandardDeviation, layer.Stream.Mean, layer.ZeroFraction,
                layer.PreActivationGradientNorm, layer.Weight.GradientNorm, layer.Bias.UpdateToData,
            ],
            static value => Assert.Equal(double.NaN, value));
    }

    [Fact]
    public void An_unknown_layer_is_answered_with_the_known_ones()
    {
        NetworkStatistics statistics = new(ReLULayer<From7To45>.Info);

        var exception = Assert.Throws<KeyNotFoundException>(() => statistics["layers.7"]);

        Assert.Equal("ReLULayer has no layer \"layers.7\". It has layers.0.", exception.Message);
    }

    private static void AssertMoments(double[] expected, Moments actual)
    {
        Assert.Equal(expected.Average(), actual.Mean, 1e-5);
        Assert.Equal(Deviation(expected), actual.StandardDeviation, 1e-5);
    }

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    private static double Norm(double[] values) => Math.Sqrt(values.Sum(static value => value * value));
}
