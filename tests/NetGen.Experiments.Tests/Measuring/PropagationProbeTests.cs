using NetGen.Experiments.Data;
using NetGen.Experiments.Measuring;
using NetGen.Experiments.Networks;

namespace NetGen.Experiments.Tests.Measuring;

public sealed class PropagationProbeTests
{
    private const int Rows = 16;

    [Fact]
    public void Probe_measures_what_statistics_and_copies_of_the_batch_hold()
    {
        NetworkInfo info = Info<ResMLP>();
        (float[] inputs, float[] gradients) = Data(info);
        PropagationProbe probe = new(info, Rows);
        NetworkStatistics statistics = new(info);
        StatisticsProbe reference = new(statistics);
        BatchCopy batch = new(info.Layers.Length);
        BatchCopyProbe copying = new(batch);
        using var trainer = new ResMLP(seed: 3).CreateTrainer(new Sgd(0), default(InnerProduct), Rows);
        trainer.Inspect(inputs, gradients, ref probe);
        trainer.Inspect(inputs, gradients, ref reference);
        trainer.Inspect(inputs, gradients, ref copying);

        IReadOnlyList<PropagationRow> rows = probe.Rows(Enumerable.Range(0, info.Layers.Length));
        Assert.Equal(info.Layers.Length, rows.Count);
        for (int layer = 0; layer < rows.Count; layer++)
        {
            LayerStatistics expected = statistics.Layers[layer];
            Assert.Equal(layer + 1, rows[layer].Index);
            Same(expected.PreActivation.StandardDeviation, rows[layer].PreActivationStd);
            Same(expected.Stream.StandardDeviation, rows[layer].StreamStd);
            Same(expected.PreActivationGradientNorm / statistics.Layers[^1].PreActivationGradientNorm, rows[layer].GradientRatio);
            Same(
                (double)batch.PreActivations[layer].Count(static z => z > 0) / batch.PreActivations[layer].Length,
                rows[layer].PositiveShare);
            Same(InputSimilarity.MeanCosine(batch.Streams[layer], info.Layers[layer].OutputWidth), rows[layer].Cosine);
        }
    }

    [Fact]
    public void Norms_are_not_counted_as_layers()
    {
        NetworkInfo info = Info<Residual256>();
        int[] linear = [.. PropagationRow.LinearLayers(info)];
        Assert.Equal(info.Parameters.Count(static parameter => parameter.Shape.Length == 2), linear.Length);
        Assert.DoesNotContain(linear, layer => info.Layers[layer].Operation.Contains("Norm", StringComparison.Ordinal));
    }

    [Fact]
    public void Gradient_at_the_output_is_the_target_over_the_rows_whatever_the_output_is()
    {
        NetworkInfo info = Info<PlainMLP>();
        (float[] inputs, float[] gradients) = Data(info);
        foreach (int seed in (int[])[1, 2])
        {
            BatchCopy batch = new(info.Layers.Length);
            BatchCopyProbe probe = new(batch);
            using var trainer = new PlainMLP(seed).CreateTrainer(new Sgd(0), default(InnerProduct), Rows);
            float loss = trainer.Inspect(inputs, gradients, ref probe);

            Assert.Equal(
                batch.PreActivations[^1].Zip(gradients, static (z, gradient) => z > 0 ? gradient / Rows : 0),
                batch.PreActivationGradients[^1]);
            Assert.Equal(
                batch.Streams[^1].Zip(gradients, static (output, gradient) => (double)output * gradient).Sum() / Rows,
                loss,
                1e-4 * Math.Abs(loss));
        }
    }

    private static NetworkInfo Info<TNetwork>()
        where TNetwork : class, INetwork => TNetwork.Info;

    private static (float[] Inputs, float[] Gradients) Data(NetworkInfo info)
    {
        SeededRandom random = new(5);
        return (Normal.Array(Rows * info.InputWidth, 1, random), Normal.Array(Rows * info.OutputWidth, 1, random));
    }

    private static void Same(double expected, double actual) => Assert.Equal(expected, actual, 1e-9 * Math.Abs(expected));
}
