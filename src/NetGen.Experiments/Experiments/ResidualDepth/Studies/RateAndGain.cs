using NetGen.Experiments.Networks.Variants;

namespace NetGen.Experiments.ResidualDepth;

/// <summary>How fast it learns, and how large its weights start.</summary>
internal static class RateAndGain
{
    private const string Standard = "as it is";
    private const string Slower = "learning rate / 10";
    private const string Faster = "learning rate × 10";
    private const string Gentler = "gain 1";
    private const string Unscaled = "W₂ not scaled";

    public static DepthStudy Study { get; } = new(
        "rate", "What do the learning rate and the size of the starting weights do?", Steps: 500, Variants, Seen);

    private static IReadOnlyList<DeepVariant> Variants(DeepStart start) =>
    [
        .. Pair(Standard, Ink.Blue, start),
        .. Pair(Slower, Ink.Sky, start with { LearningRate = start.LearningRate / 10 }),
        .. Pair(Faster, Ink.Vermillion, start with { LearningRate = start.LearningRate * 10 }),
        .. DepthStudy.Pair(
            Gentler, Ink.Green, start with { Gain = 1 }, static seed => new PlainGentle64(seed), static seed => new ResidualGentle64(seed)),
        .. DepthStudy.Pair(
            Unscaled,
            Ink.Purple,
            start with { LastScale = 1 },
            static seed => new PlainUnscaled64(seed),
            static seed => new ResidualUnscaled64(seed)),
    ];

    private static DeepVariant[] Pair(string label, Ink ink, DeepStart start) =>
        DepthStudy.Pair(label, ink, start, static seed => new Plain64(seed), static seed => new Residual64(seed));

    private static string Seen(DeepComparison seen)
    {
        DeepRuns standard = seen[Standard, DepthStudy.Plain];
        DeepRuns slower = seen[Slower, DepthStudy.Plain];
        DeepRuns unscaled = seen[Unscaled, DepthStudy.Plain];
        return $"Without residual connections the first block's gradient begins at {standard.FirstGradient} and its least is "
            + $"{standard.LeastGradient}; at a tenth of the learning rate {slower.LeastGradient}. "
            + "Steps of Adam are as large for small weights as for large ones: with W₂ not scaled the same steps change the network "
            + $"less, and the least is {unscaled.LeastGradient}; "
            + $"in {Number.Count(seen.Steps, "step")} it has {(unscaled.Learned ? "learned" : "not learned")} without residual "
            + $"connections (loss {unscaled.MeanLoss}).";
    }
}
