namespace NetGen.Experiments.Attention;

/// <summary>The stream behind a part of a block, which the norm of the next part reads.</summary>
/// <param name="Stage">Its number; 0 is what goes into the first block.</param>
/// <param name="Name">What it is.</param>
/// <param name="Signal">The standard deviation of the stream behind it.</param>
/// <param name="Made">The standard deviation of what the part itself makes, before any residual add.</param>
/// <param name="Likeness">The mean cosine between two positions of an example in the stream behind it.</param>
/// <param name="Rank">In how many directions the positions of an example differ there.</param>
/// <param name="Gradient">The norm of the gradient that arrives at the stream there.</param>
internal sealed record StageRow(int Stage, string Name, double Signal, double Made, double Likeness, double Rank, double Gradient)
{
    private const string Norm = "Norm(";

    /// <summary>All stages of a network: what goes into its first block, then attention and dense layers in turn.</summary>
    public static IReadOnlyList<StageRow> Of(
        NetworkInfo network, NetworkStatistics statistics, IReadOnlyDictionary<int, PositionSpread> spreads) =>
    [
        .. LayersOf(network)
            .Select((layer, stage) =>
            {
                LayerStatistics seen = statistics.Layers[layer];
                PositionSpread spread = spreads[layer];
                // The stream is a sum, so the gradient that arrives at what is added is the one that arrives at the stream.
                return new StageRow(
                    stage, NameOf(stage), seen.Stream.StandardDeviation, seen.PreActivation.StandardDeviation, spread.Likeness,
                    spread.Rank, seen.PreActivationGradientNorm);
            }),
    ];

    /// <summary>The layer that hands on the stream at each stage.</summary>
    public static int[] LayersOf(NetworkInfo network) =>
    [
        .. network.Layers.Where(static layer => layer.Operation.Contains(Norm, StringComparison.Ordinal))
            .Select(static norm => norm.Inputs[0]),
    ];

    private static string NameOf(int stage) => stage == 0 ? "input"
        : int.IsOddInteger(stage) ? $"attention {(stage + 1) / 2}"
        : $"dense layers {stage / 2}";
}
