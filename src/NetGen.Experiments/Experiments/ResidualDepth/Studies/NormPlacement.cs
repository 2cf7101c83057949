using NetGen.Experiments.Networks.Variants;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.ResidualDepth;

/// <summary>Where the norm stands: in every block, once before or behind all of them, or nowhere.</summary>
internal static class NormPlacement
{
    private const string EachBlock = "norm in each block";
    private const string Before = "one norm before all";
    private const string Behind = "one norm behind all";
    private const string None = "no norm";

    private const string Small = DepthStudy.Plain + ", gain 1";
    private const string Large = DepthStudy.Plain + ", gain 1.7";

    public static DepthStudy Study { get; } = new("norm", "Where does the norm have to stand?", Steps: 120, Variants, Seen)
    {
        Findings = Findings,
    };

    // Without residual connections no sum has to be kept small, and W₂ scaled down would rule what is to be seen: the size of the signal
    // without norms.
    private static IReadOnlyList<DeepVariant> Variants(DeepStart start) =>
    [
        .. WithoutResidual(
            start with { Gain = 1, LastScale = 1 }, Small,
            static seed => new PlainUnit64(seed),
            static seed => new PlainUnitNormBefore(seed),
            static seed => new PlainUnitNormAfter(seed),
            static seed => new PlainUnitNoNorm(seed)),
        .. WithoutResidual(
            start with { Gain = 1.7f, LastScale = 1 }, Large,
            static seed => new PlainUnscaled64(seed),
            static seed => new PlainNormBefore(seed),
            static seed => new PlainNormAfter(seed),
            static seed => new PlainNoNorm(seed)),
        DeepVariant.Of(EachBlock, start, static seed => new Residual64(seed)) with { Family = DepthStudy.Residual, Ink = Ink.Blue },
        DeepVariant.Of(Before, start, static seed => new ResidualNormBefore(seed)) with
        {
            Family = DepthStudy.Residual,
            Ink = Ink.Vermillion,
        },
        DeepVariant.Of(Behind, start, static seed => new ResidualNormAfter(seed)) with { Family = DepthStudy.Residual, Ink = Ink.Green },
        DeepVariant.Of(None, start, static seed => new ResidualNoNorm(seed)) with { Family = DepthStudy.Residual, Ink = Ink.Purple },
    ];

    private static DeepVariant[] WithoutResidual<TEach, TBefore, TBehind, TNone>(
        DeepStart start, string family, Func<int, TEach> each, Func<int, TBefore> before, Func<int, TBehind> behind, Func<int, TNone> none)
        where TEach : class, INetwork
        where TBefore : class, INetwork
        where TBehind : class, INetwork
        where TNone : class, INetwork =>
    [
        DeepVariant.Of(EachBlock, start, each) with { Family = family, Ink = Ink.Blue },
        DeepVariant.Of(Before, start, before) with { Family = family, Ink = Ink.Vermillion, Dashed = true },
        DeepVariant.Of(Behind, start, behind) with { Family = family, Ink = Ink.Green },
        DeepVariant.Of(None, start, none) with { Family = family, Ink = Ink.Purple },
    ];

    private static string Seen(DeepComparison seen)
    {
        return "Before training and without residual connections (W₂ not scaled there), the first block's gradient is "
            + $"{Gradients(Small)} with gain 1, and {Gradients(Large)} with gain 1.7. "
            + $"From block to block on its way back it is multiplied by {seen[EachBlock, Small].GradientFactor(after: false)} and "
            + $"{seen[EachBlock, Large].GradientFactor(after: false)} "
            + $"where each block has a norm, and by {seen[None, Small].GradientFactor(after: false)} and "
            + $"{seen[None, Large].GradientFactor(after: false)} where none has.";

        string Gradients(string family) =>
            $"{seen[EachBlock, family].FirstGradient} (norm in each block), {seen[Before, family].FirstGradient} (one before all), "
                + $"{seen[Behind, family].FirstGradient} (one behind all) and {seen[None, family].FirstGradient} (none)";
    }

    private static IEnumerable<Finding> Findings(DeepComparison seen)
    {
        yield return new Finding(
            "\"Pre-LN before the entire chain (not per-block) effectively keeps gradients alive.\"",
            IsAlive(seen[Before, Small]) && IsAlive(seen[Before, Large]) ? Standing.Holds : Standing.DoesNotHold,
            "Without residual connections and with one norm before all blocks, the first block's gradient is "
                + $"{seen[Before, Small].FirstGradient} at the start with gain 1 and {seen[Before, Large].FirstGradient} with gain 1.7; "
                + $"without any norm it is {seen[None, Small].FirstGradient} and {seen[None, Large].FirstGradient}. "
                + $"With a norm in each block it is {seen[EachBlock, Small].FirstGradient} and "
                + $"{seen[EachBlock, Large].FirstGradient}.") { Figure = "grad_norm" };
    }

    /// <summary>Whether the gradient neither vanished nor exploded at the start.</summary>
    private static bool IsAlive(DeepRuns runs) => runs.FirstGradient is { Min: >= DeepRun.Vanished, Max: < 1e3 };
}
