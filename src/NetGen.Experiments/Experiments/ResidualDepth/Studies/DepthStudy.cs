using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.ResidualDepth;

/// <summary>Variants of the networks that differ in one thing.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Question">What it asks.</param>
/// <param name="Steps">How many steps its question needs.</param>
/// <param name="Variants">The variants, made from what they have in common.</param>
/// <param name="Seen">What was seen, in sentences that follow from the numbers.</param>
internal sealed record DepthStudy(
    string Name,
    string Question,
    int Steps,
    Func<DeepStart, IReadOnlyList<DeepVariant>> Variants,
    Func<DeepComparison, string> Seen)
{
    public const string Plain = "without residual";
    public const string Residual = "with residual";

    /// <summary>What becomes of claims that it measures.</summary>
    public Func<DeepComparison, IEnumerable<Finding>> Findings { get; init; } = static _ => [];

    /// <summary>A variant in two networks, which differ in the residual connections.</summary>
    public static DeepVariant[] Pair<TPlain, TResidual>(
        string label, Ink ink, DeepStart start, Func<int, TPlain> plain, Func<int, TResidual> residual)
        where TPlain : class, INetwork
        where TResidual : class, INetwork =>
    [
        DeepVariant.Of(label, start, plain) with { Family = Plain, Ink = ink, Dashed = true },
        DeepVariant.Of(label, start, residual) with { Family = Residual, Ink = ink },
    ];
}
