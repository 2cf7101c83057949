namespace NetGen.Experiments.Attention;

/// <summary>The stream behind a part of a block, which the norm of the next part reads.</summary>
/// <param name="Stage">Its number; 0 is what goes into the first block.</param>
/// <param name="Name">What it is.</param>
/// <param name="Signal">The standard deviation of the stream behind it.</param>
/// <param name="Made">The standard deviation of what the part itself makes, before any residual add.</param>
/// <param name="Likeness">The mean cosine between two positions of an example in the stream behind it.</param>
/// <param name="Gradient">The norm of the gradient that arrives at the stream there.</param>
internal sealed record StageRow(int Stage, string Name, double Signal, double Made, double Likeness, double Gradient)
{
    private const string Norm = "Norm(";
    private const string Projection = ".out_proj";

    /// <summary>All stages of a network: what goes into its first block, then attention and dense layers in turn.</summary>
    public static IReadOnlyList<StageRow> Of(NetworkInfo network, NetworkStatistics statistics, IReadOnlyList<double> likeness) =>
    [
        .. network.Layers.Where(static layer => layer.Operation.Contains(Norm, StringComparison.Ordinal))
            .Select((norm, stage) =>
            {
                int layer = norm.Inputs[0];
                LayerStatistics seen = statistics.Layers[layer];
                // The stream is a sum, so the gradient that arrives at what is added is the one that arrives at the stream.
                return new StageRow(
                    stage, NameOf(stage, seen.Name), seen.Stream.StandardDeviation, seen.PreActivation.StandardDeviation, likeness[layer],
                    seen.PreActivationGradientNorm);
            }),
    ];

    private static string NameOf(int stage, string layer) => stage == 0 ? "input"
        : layer.EndsWith(Projection, StringComparison.Ordinal) ? $"attention {(stage + 1) / 2}"
        : $"dense layers {stage / 2}";
}
