using System.Numerics.Tensors;

namespace NetGen.Experiments.Attention;

/// <summary>
/// Keeps what heads look at, layer by layer of attention, and how positions spread in the stream, and shows the rest to statistics.
/// </summary>
/// <param name="network">The network.</param>
/// <param name="statistics">Receives moments and norms.</param>
/// <param name="weights">Receives what heads look at.</param>
/// <param name="spreads">Receives, for every layer that a stage is behind, how positions differ.</param>
internal readonly struct HeadProbe(
    NetworkInfo network, NetworkStatistics statistics, List<HeadWeights> weights, Dictionary<int, PositionSpread> spreads)
    : IProbe
{
    private readonly int[] stages = StageRow.LayersOf(network);
    private readonly StatisticsProbe statistics = new(statistics);

    public static bool Observes => true;

    public void Observe(Observation observation, int layer, string name, in ReadOnlyTensorSpan<float> values)
    {
        if (observation == Observation.AttentionWeights)
            weights.Add(new HeadWeights(values));
        if (observation == Observation.Stream && stages.Contains(layer))
            spreads[layer] = PositionSpread.Of(values, PositionsOf(network.Layers[layer]));
        statistics.Observe(observation, layer, name, values);
    }

    private static int PositionsOf(LayerInfo layer) =>
        layer.OutputShape.Aggregate(1, static (product, length) => product * length) / layer.OutputWidth;
}
