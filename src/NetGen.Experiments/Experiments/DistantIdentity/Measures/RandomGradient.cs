namespace NetGen.Experiments.DistantIdentity;

/// <summary>
/// The gradient at each layer where dL/dout does not depend on the output, as the theory of wide networks assumes. The gradient of the
/// squared error, <c>2 (out - target) / n</c>, does.
/// </summary>
internal static class RandomGradient
{
    /// <summary>
    /// The Frobenius norm of dL/dz of every layer for targets that differ from the outputs by normal noise: dL/dout is that noise.
    /// </summary>
    public static IReadOnlyList<double> Norms<TNetwork, TOptimizer>(
        Trainer<TNetwork, TOptimizer, MeanSquaredError> trainer, ReadOnlySpan<float> inputs, SeededRandom random)
        where TNetwork : class, INetwork
        where TOptimizer : struct, IOptimizer
    {
        float[] targets = new float[inputs.Length / TNetwork.Info.InputWidth * TNetwork.Info.OutputWidth];
        trainer.Network.Predict(inputs, targets);
        foreach (ref float target in targets.AsSpan())
            target += (float)random.NextNormal();

        NetworkStatistics statistics = new(TNetwork.Info);
        StatisticsProbe probe = new(statistics);
        trainer.Inspect(inputs, targets, ref probe);
        return [.. statistics.Layers.Select(static layer => layer.PreActivationGradientNorm)];
    }
}
