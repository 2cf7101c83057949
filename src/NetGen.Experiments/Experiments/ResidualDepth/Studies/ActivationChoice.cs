using NetGen.Experiments.Networks.Variants;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.ResidualDepth;

/// <summary>Which activation stands between the two weights of a block.</summary>
internal static class ActivationChoice
{
    private const string Gelu = "GELU";
    private const string ReLU = "ReLU";
    private const string Tanh = "tanh";

    public static DepthStudy Study { get; } = new("activation", "Does it depend on the activation?", Steps: 120, Variants, Seen);

    private static IReadOnlyList<DeepVariant> Variants(DeepStart start) =>
    [
        .. DepthStudy.Pair(Gelu, Ink.Blue, start, static seed => new Plain64(seed), static seed => new Residual64(seed)),
        .. DepthStudy.Pair(ReLU, Ink.Vermillion, start, static seed => new PlainReLU(seed), static seed => new ResidualReLU(seed)),
        .. DepthStudy.Pair(Tanh, Ink.Green, start, static seed => new PlainTanh(seed), static seed => new ResidualTanh(seed)),
    ];

    private static string Seen(DeepComparison seen) =>
        "Without residual connections, from one block to the next the spread of what comes in is multiplied by "
        + $"{Factor(seen, Gelu, after: false)} with GELU, {Factor(seen, ReLU, after: false)} with ReLU and "
        + $"{Factor(seen, Tanh, after: false)} with tanh before training; "
        + $"after it, by {Factor(seen, Gelu, after: true)}, {Factor(seen, ReLU, after: true)} and {Factor(seen, Tanh, after: true)}.";

    private static SeedSpread Factor(DeepComparison seen, string label, bool after) => seen[label, DepthStudy.Plain].SpreadFactor(after);
}
