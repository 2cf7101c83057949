namespace NetGen.Experiments.Measuring;

/// <summary>What becomes of inputs and of gradients in a layer: as measured or as expected.</summary>
/// <param name="Index">Its number among those that are looked at, from 1.</param>
/// <param name="PreActivationStd">The standard deviation of <c>z = W h + b</c> over units and inputs.</param>
/// <param name="StreamStd">The standard deviation of what it hands on.</param>
/// <param name="PositiveShare">The share of <c>z</c> that is above 0.</param>
/// <param name="Cosine">The mean cosine between what it hands on for two different inputs.</param>
/// <param name="GradientRatio">The norm of <c>dL/dz</c>, relative to that of the last layer that has one.</param>
internal sealed record PropagationRow(
    int Index, double PreActivationStd, double StreamStd, double PositiveShare, double Cosine, double GradientRatio)
{
    /// <summary>What the network compiler expects of layers of a network, by their indices.</summary>
    public static IReadOnlyList<PropagationRow> Expected(NetworkInfo network, IEnumerable<int> indices) =>
    [
        .. indices.Select((layer, index) =>
        {
            ExpectedSignal expected = network.Layers[layer].Expected;
            return new PropagationRow(
                index + 1,
                expected.PreActivationDeviation,
                expected.StreamDeviation,
                expected.PositiveShare,
                expected.Cosine,
                expected.GradientRatio);
        }),
    ];

    /// <summary>The indices of the layers that have a Linear: the others are norms.</summary>
    public static IEnumerable<int> LinearLayers(NetworkInfo network) =>
        Enumerable.Range(0, network.Layers.Length)
            .Where(layer => network.Layers[layer].Operation.Contains("Linear(", StringComparison.Ordinal));
}
