namespace NetGen.Experiments.Attention;

/// <summary>A look inside a transformer.</summary>
/// <param name="Heads">What each head looks at, layer by layer.</param>
/// <param name="Stages">The stream, part by part.</param>
internal sealed record Look(IReadOnlyList<HeadRow> Heads, IReadOnlyList<StageRow> Stages)
{
    /// <summary>How many test images are looked into.</summary>
    public const int Images = 64;

    /// <summary>How many windows of text are.</summary>
    public const int Windows = 32;

    /// <summary>Looks at the passes of a batch.</summary>
    /// <param name="trainer">Who has the network.</param>
    /// <param name="inputs">The examples.</param>
    /// <param name="labels">Their classes, or what comes next.</param>
    /// <param name="gaze">What is asked about.</param>
    /// <param name="weights">What heads look at, layer by layer.</param>
    public static Look At<TNetwork, TOptimizer, TLoss>(
        Trainer<TNetwork, TOptimizer, TLoss> trainer,
        Inputs inputs,
        ReadOnlySpan<int> labels,
        Gaze gaze,
        out IReadOnlyList<HeadWeights> weights)
        where TNetwork : class, INetwork
        where TOptimizer : struct, IOptimizer
        where TLoss : struct, IClassLoss
    {
        NetworkStatistics statistics = new(TNetwork.Info);
        List<HeadWeights> seen = [];
        Dictionary<int, PositionSpread> spreads = [];
        HeadProbe probe = new(TNetwork.Info, statistics, seen, spreads);
        trainer.Inspect(inputs, labels, ref probe);
        weights = seen;
        return new Look(
            [.. seen.SelectMany((layer, index) => HeadRow.Of(layer, index + 1, gaze))], StageRow.Of(TNetwork.Info, statistics, spreads));
    }
}
