using NetGen.Experiments.Networks;
using NetGen.Experiments.Networks.Variants;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>What is held against what.</summary>
internal static class HypothesisVariants
{
    public const string Plain = "plain";
    public const string PlainDense = "plain-dense";
    public const string Residual = "residual";
    public const string ResidualZero = "residual-zero";
    public const string Pnnh = "pnnh";

    /// <summary>The depths at which all networks are compared.</summary>
    public static IReadOnlyList<int> Depths { get; } = [20, 50];

    /// <summary>The depth at which one thing is varied.</summary>
    public const int StudyDepth = 20;

    /// <summary>The networks of the comparison.</summary>
    public static IReadOnlyList<HypothesisVariant> Comparison { get; } =
    [
        HypothesisVariant.Of<PlainBranch20>(Plain, 20, Plain, "plain") with
        {
            Ink = Ink.Vermillion,
            Dashed = true,
        },
        HypothesisVariant.Of<PlainDense20>(PlainDense, 20, Plain, "plain, one matrix") with
        {
            Ink = Ink.Orange,
            Dashed = true,
        },
        HypothesisVariant.Of<ResidualBranch20>(Residual, 20, Residual, "residual") with { Ink = Ink.Grey },
        HypothesisVariant.Of<ZeroResidualBranch20>(ResidualZero, 20, Residual, "residual, zero start") with { Ink = Ink.Brown },
        Coded<Pnnh20>("coder A", CoderChoice.A, 20) with { Ink = Ink.Blue },
        Coded<PnnhHalf20>("coder B", CoderChoice.B, 20) with { Ink = Ink.Purple },
        Coded<PnnhHalf20>("coder C", CoderChoice.C, 20) with { Ink = Ink.Green },

        HypothesisVariant.Of<PlainBranch50>(Plain, 50, Plain, "plain") with
        {
            Ink = Ink.Vermillion,
            Dashed = true,
        },
        HypothesisVariant.Of<PlainDense50>(PlainDense, 50, Plain, "plain, one matrix") with
        {
            Ink = Ink.Orange,
            Dashed = true,
        },
        HypothesisVariant.Of<ResidualBranch50>(Residual, 50, Residual, "residual") with { Ink = Ink.Grey },
        HypothesisVariant.Of<ZeroResidualBranch50>(ResidualZero, 50, Residual, "residual, zero start") with { Ink = Ink.Brown },
        Coded<Pnnh50>("coder A", CoderChoice.A, 50) with { Ink = Ink.Blue },
        Coded<PnnhHalf50>("coder B", CoderChoice.B, 50) with { Ink = Ink.Purple },
        Coded<PnnhHalf50>("coder C", CoderChoice.C, 50) with { Ink = Ink.Green },
    ];

    /// <summary>Variations of one thing each, with the network of the comparison that they start from.</summary>
    public static IReadOnlyList<Variation> Variations { get; } =
    [
        new("frozen, or trained with the layers",
        [
            Compared("coder A"),
            Study<PnnhTrained20>("slow", "A, rate / 100", CoderChoice.A) with
            {
                Ink = Ink.Sky,
                Groups = [ParameterGroup.OfBlock<WideCoder>() with { LearningRateFactor = 0.01f }],
            },
            Study<PnnhTrained20>("full-rate", "A, full rate", CoderChoice.A) with
            {
                Ink = Ink.Vermillion,
                Dashed = true,
            },
            Study<PnnhOwn20>("own", "A, own, full rate", CoderChoice.A with { IsOwn = true }) with
            {
                Ink = Ink.Orange,
                Dashed = true,
            },
            Compared("coder C"),
            Study<PnnhHalfTrained20>("slow", "C, rate / 100", CoderChoice.C) with
            {
                Ink = Ink.Brown,
                Groups = [ParameterGroup.OfBlock<HalfCoder>() with { LearningRateFactor = 0.01f }],
            },
            Study<PnnhHalfTrained20>("full-rate", "C, full rate", CoderChoice.C) with
            {
                Ink = Ink.Purple,
                Dashed = true,
            },
        ]),
        new("coder width",
        [
            Study<Pnnh16>(
                "width-16", "width 16", CoderChoice.B with { Block = typeof(Coder16).FullName!, Kind = CoderKind.Eighth }) with
            {
                Ink = Ink.Vermillion,
                Frozen = true,
            },
            Study<Pnnh32>(
                "width-32", "width 32", CoderChoice.B with { Block = typeof(Coder32).FullName!, Kind = CoderKind.Quarter }) with
            {
                Ink = Ink.Orange,
                Frozen = true,
            },
            Compared("coder B") with { Label = "width 64: B" },
            Compared("coder A") with { Label = "width 128: A" },
        ]),
        new("tied or not",
        [
            Compared("coder A") with { Label = "A, tied at first" },
            Study<Pnnh20>("untied", "A, never tied", CoderChoice.A with { Kind = CoderKind.UntiedA }) with
            {
                Ink = Ink.Vermillion,
                Dashed = true,
                Frozen = true,
            },
        ]),
        new("what the learners add",
        [
            Compared("coder C"),
            Study<PnnhHalf20>("head", "C, learners frozen", CoderChoice.C) with
            {
                Ink = Ink.Grey,
                Dashed = true,
                Frozen = true,
                Groups = [ParameterGroup.OfBlock<Learner>() with { Frozen = true }],
            },
        ]),
    ];

    /// <summary>All that is trained.</summary>
    public static IReadOnlyList<HypothesisVariant> All { get; } =
        [.. Comparison, .. Variations.SelectMany(static variation => variation.Variants).Where(static variant => variant.Network != Pnnh)];

    private static HypothesisVariant Compared(string label) => Comparison.First(variant => variant.Label == label);

    private static HypothesisVariant Coded<TNetwork>(string label, CoderChoice coder, int depth)
        where TNetwork : class, INetwork =>
            HypothesisVariant.Of<TNetwork>(Pnnh, depth, Pnnh, label) with { Coder = coder, Frozen = true };

    private static HypothesisVariant Study<TNetwork>(string name, string label, CoderChoice coder)
        where TNetwork : class, INetwork =>
            HypothesisVariant.Of<TNetwork>($"{Pnnh}-{name}", StudyDepth, "studies", label) with { Coder = coder };
}
