using NetGen.Experiments.Networks.Variants;

namespace NetGen.Experiments.ResidualDepth;

/// <summary>
/// Every kind of residual connection that the language has. Where a kind scales the branch itself, its last weight is not scaled on top.
/// Kinds whose branches start at zero or nearly so (ReZero, LayerScale) learn later than others: 120 steps are too few to tell.
/// </summary>
internal static class ShortcutKinds
{
    private const string None = "None";

    public static DepthStudy Study { get; } = new(
        "kinds", "How fast do the kinds of residual connections learn it?", Steps: 500, Variants, Seen);

    private static IReadOnlyList<DeepVariant> Variants(DeepStart start)
    {
        DeepStart unscaled = start with { LastScale = 1 };
        return
        [
            DeepVariant.Of(None, start, static seed => new Plain64(seed)) with { Ink = Ink.Vermillion, Dashed = true },
            DeepVariant.Of(nameof(Shortcut.Identity), start, static seed => new Residual64(seed)) with { Ink = Ink.Blue },
            DeepVariant.Of(nameof(Shortcut.Scaled), unscaled, static seed => new Scaled64(seed)) with { Ink = Ink.Sky, Dashed = true },
            DeepVariant.Of(nameof(Shortcut.ReZero), unscaled, static seed => new ReZero64(seed)) with { Ink = Ink.Green },
            DeepVariant.Of(nameof(Shortcut.LayerScale), unscaled, static seed => new LayerScale64(seed)) with { Ink = Ink.Orange },
            DeepVariant.Of(nameof(Shortcut.Gated), unscaled, static seed => new Gated64(seed)) with { Ink = Ink.Purple },
            DeepVariant.Of(nameof(Shortcut.DeepNorm), unscaled, static seed => new DeepNorm64(seed)) with { Ink = Ink.Brown },
            DeepVariant.Of(nameof(Shortcut.Streams), start, static seed => new Streams64(seed)) with { Ink = Ink.Grey },
        ];
    }

    private static string Seen(DeepComparison seen)
    {
        DeepRuns[] ranked = [.. seen.Variants.Where(static runs => runs.Label != None).OrderBy(static runs => runs.MeanLoss.Median)];
        return $"After {Number.Count(seen.Steps, "step")}, from the least loss to the greatest: "
            + $"{string.Join(", ", ranked.Select(static runs => $"{runs.Label} {runs.MeanLoss}"))}; "
            + $"without any, {seen[None, ""].MeanLoss}. "
            + $"The first gradient of the first block is between {Number.Short(ranked.Min(static runs => runs.FirstGradient.Median))} and "
            + $"{Number.Short(ranked.Max(static runs => runs.FirstGradient.Median))}.";
    }
}
