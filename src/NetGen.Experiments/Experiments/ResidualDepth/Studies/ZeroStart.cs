using NetGen.Experiments.Networks.Variants;

namespace NetGen.Experiments.ResidualDepth;

/// <summary>The last weight of every block starts at zero.</summary>
internal static class ZeroStart
{
    private const string Scaled = "W₂ as it is";
    private const string Zero = "W₂ = 0";

    public static DepthStudy Study { get; } = new(
        "zero", "What if the last weight of every block starts at zero?", Steps: 120, Variants, Seen);

    private static IReadOnlyList<DeepVariant> Variants(DeepStart start) =>
    [
        .. DepthStudy.Pair(Scaled, Ink.Blue, start, static seed => new Plain64(seed), static seed => new Residual64(seed)),
        .. DepthStudy.Pair(
            Zero,
            Ink.Vermillion,
            start with { LastScale = 0 },
            static seed => new PlainZero64(seed),
            static seed => new ResidualZero64(seed)),
    ];

    private static string Seen(DeepComparison seen)
    {
        DeepRuns plain = seen[Zero, DepthStudy.Plain];
        DeepRuns residual = seen[Zero, DepthStudy.Residual];
        return "With W₂ = 0 and without residual connections no part of an input reaches the second block: the spread in front of it "
            + $"is {plain.Over(static run => run.Start[1].InputSpread)}, "
            + $"and the first block's gradient is at most {plain.Over(static run => run.GradientNorms.Max())} in all steps. "
            + $"With them the stack is the identity, in front of the last block the spread is {residual.LastSpread(after: false)} where "
            + $"it is {residual.Over(static run => run.Start[0].InputSpread)} in front of the first; "
            + $"the first weight's gradient is {residual.FirstGradient} in the first step, as it goes through W₂, "
            + $"and {residual.Over(static run => run.GradientNorms.Count > 1 ? run.GradientNorms[1] : double.NaN)} "
            + "in the second that was measured.";
    }
}
