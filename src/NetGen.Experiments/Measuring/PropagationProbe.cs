using System.Numerics.Tensors;

namespace NetGen.Experiments.Measuring;

/// <summary>Measures in a forward and a backward pass what <see cref="PropagationRow"/> tells of a layer.</summary>
internal readonly struct PropagationProbe(NetworkInfo network) : IProbe
{
    private readonly NetworkStatistics statistics = new(network);
    private readonly double[] positiveShares = new double[network.Layers.Length];
    private readonly double[] cosines = new double[network.Layers.Length];

    public static bool Observes => true;

    public void Observe(Observation observation, int layer, string name, in ReadOnlyTensorSpan<float> values)
    {
        // Gradients of weights are not asked for, and would take longer than all the rest.
        if (observation is not (Observation.PreActivation or Observation.Stream or Observation.PreActivationGradient))
            return;

        new StatisticsProbe(statistics).Observe(observation, layer, name, values);
        if (observation == Observation.PreActivationGradient)
            return;

        float[] flat = new float[values.FlattenedLength];
        values.FlattenTo(flat);
        if (observation == Observation.PreActivation)
            positiveShares[layer] = (double)flat.Count(static value => value > 0) / flat.Length;
        else
            cosines[layer] = InputSimilarity.MeanCosine(flat, (int)values.Lengths[1]);
    }

    /// <summary>What was measured of the layers that have a Linear.</summary>
    public IReadOnlyList<PropagationRow> Rows()
    {
        (NetworkStatistics seen, double[] positive, double[] cosine) = (statistics, positiveShares, cosines);
        return
        [
            .. PropagationRow.LinearLayers(network).Select((layer, index) => new PropagationRow(
                index + 1,
                seen.Layers[layer].PreActivation.StandardDeviation,
                seen.Layers[layer].Stream.StandardDeviation,
                positive[layer],
                cosine[layer],
                seen.Layers[layer].PreActivationGradientNorm / seen.Layers[^1].PreActivationGradientNorm)),
        ];
    }
}
