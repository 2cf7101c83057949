using NetGen.Experiments.Attention;
using NetGen.Experiments.Data;
using NetGen.Experiments.Measuring;
using NetGen.Experiments.PlainNetHypothesis;

namespace NetGen.Experiments.PlainAttention;

/// <summary>What a coder loses, as <c>1 - R²</c>.</summary>
internal static class StreamLoss
{
    private const int Vectors = 512;

    /// <summary>Of normal vectors that its training never saw.</summary>
    public static double OfNormal(Coder coder, int seed)
    {
        float[] rows = new float[Vectors * TransformerLayers.Width];
        new NormalBatches(DataStream.UnseenByCoder(seed)).Next(rows);
        return Of(coder, rows);
    }

    /// <summary>Of the stream at each stage from which it goes past a part; null at others.</summary>
    /// <param name="network">The network.</param>
    /// <param name="declared">Its declaration.</param>
    /// <param name="coder">Its coder, or null.</param>
    /// <param name="inputs">Examples.</param>
    /// <param name="labels">Their classes, or what comes next.</param>
    /// <param name="examples">How many there are.</param>
    public static IReadOnlyList<double?> ByStage<TNetwork>(
        TNetwork network, PlainDeclaration declared, Coder? coder, Inputs inputs, ReadOnlySpan<int> labels, int examples)
        where TNetwork : class, INetwork
    {
        int[] stages = StageRow.LayersOf(TNetwork.Info);
        double?[] lost = new double?[stages.Length];
        if (coder is null)
            return lost;

        BatchCopy copy = new(TNetwork.Info.Layers.Length);
        BatchCopyProbe probe = new(copy);
        using var trainer = network.CreateTrainer(new Sgd(0), Loss.SoftmaxCrossEntropy, examples);
        trainer.Inspect(inputs, labels, ref probe);
        // Behind the last stage there is no part to get past.
        for (int stage = 0; stage < stages.Length - 1; stage++)
        {
            if (declared.At(stage) == Around.Coder)
                lost[stage] = Of(coder, copy.Streams[stages[stage]]);
        }

        return lost;
    }

    private static double Of(Coder coder, float[] rows) => Unexplained.Share(rows, coder.Reconstruct(rows), TransformerLayers.Width);
}
