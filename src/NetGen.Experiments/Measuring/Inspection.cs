namespace NetGen.Experiments.Measuring;

/// <summary>The inside of a network, seen over one batch.</summary>
/// <param name="Layers">Statistics of every layer.</param>
internal sealed record Inspection(IReadOnlyList<LayerRow> Layers)
{
    /// <summary>The gradient's way back, from the first layer to the last.</summary>
    [JsonIgnore]
    public required IReadOnlyList<BackwardStep> Backward { get; init; }

    /// <summary>What each layer hands on for the first example of the batch.</summary>
    [JsonIgnore]
    public required IReadOnlyList<float[]> FirstExample { get; init; }

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

        return new Inspection([.. statistics.Layers.Select(static (layer, index) => LayerRow.Of(layer, index + 1))])
        {
            Backward = BackwardStep.Measure(trainer.Network, copy, targets, residual),
            FirstExample = [.. copy.Streams.Select(static stream => stream[..TNetwork.Info.OutputWidth])],
        };
    }
}
