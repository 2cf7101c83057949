using NetGen.Experiments.Attention;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainAttention;

/// <summary>The variants on images, or those on text.</summary>
/// <param name="name">Which they are.</param>
/// <param name="declared">Their declarations.</param>
/// <param name="runs">All runs.</param>
internal sealed class PlainGroup(string name, IReadOnlyList<PlainDeclaration> declared, IReadOnlyList<TrainingRun> runs)
{
    public string Name => name;

    public IReadOnlyList<PlainRuns> All { get; } = [.. declared.Select(one => Of(one, runs))];

    public PlainRuns Residual => this[PlainVariants.Residual];

    public PlainRuns this[PlainVariant variant] => All.Single(runs => runs.Variant == variant);

    public IReadOnlyList<PlainRuns> Of(IEnumerable<PlainVariant> variants) => [.. variants.Select(variant => this[variant])];

    /// <summary>How good a variant is at the end, in words.</summary>
    public string Score(PlainRuns variant) => IsText ? $"{variant.Score} bits" : $"{variant.Score.AsPercent} right";

    /// <summary>How much worse it is than another one, seed by seed: in points of accuracy, or in bits a character.</summary>
    public SeedSpread CostBeside(PlainVariant variant, PlainVariant other) => this[variant].Beside(
        this[other], (own, others) => IsText ? own.Score - others.Score : 100 * (others.Score - own.Score));

    /// <summary>How much worse it is than the residual one.</summary>
    public SeedSpread Cost(PlainVariant variant) => CostBeside(variant, PlainVariants.Residual);

    /// <summary>The same in words.</summary>
    public string CostInWords(PlainVariant variant) => InWords(Cost(variant));

    /// <summary>Its median alone.</summary>
    public string MedianCost(PlainVariant variant) => $"{Number.Short(Cost(variant).Median)} {Unit}";

    public string InWords(SeedSpread cost) => $"{cost} {Unit}";

    private static PlainRuns Of(PlainDeclaration declared, IReadOnlyList<TrainingRun> runs)
    {
        PlainRun[] own = [.. runs.OfType<PlainRun>().Where(run => run.Declared == declared)];
        return new PlainRuns(declared.Variant, own, [.. own.Select(run => run.StepMicroseconds(runs) ?? double.NaN)])
        {
            Dashed = declared.Variant.Dashed,
        };
    }

    private string Unit => IsText ? "bits" : "points";

    private bool IsText => Residual.Runs[0].Seen is TextRun;
}
