namespace NetGen.Experiments.Images;

/// <summary>What goes through a layer, forwards and backwards.</summary>
/// <param name="Layer">Its number, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="Signal">The standard deviation of what it hands on, over images, pixels and channels.</param>
/// <param name="Gradient">The norm of the gradient that arrives at it, dL/dz; not a number where nothing is known of it.</param>
internal sealed record LayerRow(int Layer, string Name, double Signal, double Gradient)
{
    /// <summary>How many images it is measured over.</summary>
    public const int Images = 64;

    /// <summary>Looks at all layers over the first test images.</summary>
    public static IReadOnlyList<LayerRow> Of<TNetwork, TOptimizer, TLoss>(
        Trainer<TNetwork, TOptimizer, TLoss> trainer, ImageTask task)
        where TNetwork : class, INetwork
        where TOptimizer : struct, IOptimizer
        where TLoss : struct, IClassLoss
    {
        NetworkStatistics statistics = new(TNetwork.Info);
        StatisticsProbe probe = new(statistics);
        ReadOnlySpan<float> inputs = task.FirstTests(Math.Min(Images, trainer.BatchSize), out ReadOnlySpan<int> labels);
        trainer.Inspect(inputs, labels, ref probe);
        return
        [
            .. statistics.Layers.Select(static (layer, index) =>
                new LayerRow(index + 1, layer.Name, layer.Stream.StandardDeviation, layer.PreActivationGradientNorm)),
        ];
    }
}
