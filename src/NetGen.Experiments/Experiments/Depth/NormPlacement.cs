using NetGen.Experiments.Measuring;
using NetGen.Experiments.Networks.Variants;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments;

/// <summary>Where the norm stands: in every block, once before or behind all of them, or nowhere.</summary>
internal static class NormPlacement
{
    private const string EachBlock = "norm in each block";
    private const string Before = "one norm before all";
    private const string Behind = "one norm behind all";
    private const string None = "no norm";

    public static DepthStudy Study { get; } = new("norm", "Where does the norm have to stand?", Variants, Seen) { Findings = Findings };

    private static IReadOnlyList<DeepVariant> Variants(DeepStart start) =>
    [
        .. DepthStudy.Pair(EachBlock, Ink.Blue, start, static seed => new Plain64(seed), static seed => new Residual64(seed)),
        .. DepthStudy.Pair(Before, Ink.Vermillion, start, static seed => new PlainNormBefore(seed), static seed => new ResidualNormBefore(seed)),
        .. DepthStudy.Pair(Behind, Ink.Green, start, static seed => new PlainNormAfter(seed), static seed => new ResidualNormAfter(seed)),
        .. DepthStudy.Pair(None, Ink.Purple, start, static seed => new PlainNoNorm(seed), static seed => new ResidualNoNorm(seed)),
    ];

    private static string Seen(DeepComparison seen)
    {
        DeepRuns each = seen[EachBlock, DepthStudy.Plain];
        DeepRuns none = seen[None, DepthStudy.Plain];
        return $"Before training and without residual connections, the gradient of the first block is {each.FirstGradient} with a norm in each block, {seen[Before, DepthStudy.Plain].FirstGradient} with one before all, "
            + $"{seen[Behind, DepthStudy.Plain].FirstGradient} with one behind all and {none.FirstGradient} without any: from block to block on its way back it is multiplied by {each.GradientFactor(after: false)} and {none.GradientFactor(after: false)} in the first and the last case.";
    }

    private static IEnumerable<Finding> Findings(DeepComparison seen)
    {
        DeepRuns before = seen[Before, DepthStudy.Plain];
        DeepRuns none = seen[None, DepthStudy.Plain];
        bool alive = before.FirstGradient.Min >= DeepRun.Vanished && !before.Vanished;
        yield return new Finding(
            "\"Pre-LN before the entire chain (not per-block) effectively keeps gradients alive.\"",
            alive ? Standing.Holds : Standing.DoesNotHold,
            $"With one norm before all blocks the first block's gradient is {before.FirstGradient} at the start and {before.LastGradient} at the last step; without any norm it is {none.FirstGradient} and {none.LastGradient}.");
    }
}
