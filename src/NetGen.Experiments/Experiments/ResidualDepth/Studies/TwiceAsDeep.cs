using NetGen.Experiments.Networks.Variants;

namespace NetGen.Experiments.ResidualDepth;

/// <summary>100 blocks instead of 50, with the last weights of blocks scaled accordingly.</summary>
internal static class TwiceAsDeep
{
    private const string Fifty = "50 blocks";
    private const string Hundred = "100 blocks";

    public static DepthStudy Study { get; } = new("depth", "What do 100 blocks do?", Steps: 120, Variants, Seen);

    private static IReadOnlyList<DeepVariant> Variants(DeepStart start) =>
    [
        .. DepthStudy.Pair(Fifty, Ink.Blue, start, static seed => new Plain64(seed), static seed => new Residual64(seed)),
        .. DepthStudy.Pair(
            Hundred,
            Ink.Vermillion,
            start with { LastScale = start.LastScale / MathF.Sqrt(2) },
            static seed => new Plain100(seed),
            static seed => new Residual100(seed)),
    ];

    private static string Seen(DeepComparison seen)
    {
        DeepRuns fifty = seen[Fifty, DepthStudy.Plain];
        DeepRuns hundred = seen[Hundred, DepthStudy.Plain];
        return $"Without residual connections and before training, the first block's gradient is {fifty.FirstGradient} in 50 blocks and "
            + $"{hundred.FirstGradient} in 100: depth alone does "
            + $"{(hundred.FirstGradient.Min < DeepRun.Vanished ? "" : "not ")}make it vanish. "
            + $"After training, what tells inputs apart has shrunk to {fifty.LastSpread(after: true)} of the signal in front of block 50 "
            + $"and {hundred.LastSpread(after: true)} in front of block 100.";
    }
}
