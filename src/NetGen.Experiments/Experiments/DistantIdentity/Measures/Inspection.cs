using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.DistantIdentity;

/// <summary>The inside of a network, seen over one batch.</summary>
/// <param name="Layers">Statistics of every layer.</param>
/// <param name="Backward">The gradient's way back, from the first layer to the last.</param>
/// <param name="FirstExample">What each layer hands on for the first example of the batch.</param>
internal sealed record Inspection(
    IReadOnlyList<InspectedLayer> Layers,
    IReadOnlyList<BackwardStep> Backward,
    [property: JsonIgnore] IReadOnlyList<float[]> FirstExample)
{
    /// <summary>How many examples the batch has.</summary>
    [JsonIgnore]
    public int Examples { get; init; }

    /// <summary>
    /// How many powers of ten lie between the largest and the smallest value of the layers; infinitely many where one is zero.
    /// </summary>
    public double Decades(Func<InspectedLayer, double> value) =>
        Layers.Min(value) == 0 ? double.PositiveInfinity : Math.Log10(Layers.Max(value) / Layers.Min(value));

    /// <summary>The share of all steps through a layer in which the gradient of an example gets smaller.</summary>
    [JsonIgnore]
    public double ShrinkingShare => Backward.Average(static step => step.ShrinkingShare);

    /// <summary>Looks inside a network of equally wide layers, all residual or none.</summary>
    public static Inspection Of<TNetwork, TOptimizer, TLoss>(
        Trainer<TNetwork, TOptimizer, TLoss> trainer, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, bool residual)
        where TNetwork : class, INetwork
        where TOptimizer : struct, IOptimizer
        where TLoss : struct, ILoss
    {
        NetworkStatistics statistics = new(TNetwork.Info);
        StatisticsProbe statisticsProbe = new(statistics);
        trainer.Inspect(inputs, targets, ref statisticsProbe);

        BatchCopy copy = new(TNetwork.Info.Layers.Length);
        BatchCopyProbe copyProbe = new(copy);
        trainer.Inspect(inputs, targets, ref copyProbe);

        return new Inspection(
            [.. statistics.Layers.Select(static (layer, index) => InspectedLayer.Of(layer, index + 1))],
            BackwardStep.Measure(trainer.Network, copy, targets, residual),
            [.. copy.Streams.Select(static stream => stream[..TNetwork.Info.OutputWidth])])
        {
            Examples = targets.Length / TNetwork.Info.OutputWidth,
        };
    }
}
