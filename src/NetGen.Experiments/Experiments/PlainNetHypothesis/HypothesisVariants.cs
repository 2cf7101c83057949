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

    /// <summary>The depth of the studies.</summary>
    public const int StudyDepth = 20;

    /// <summary>The networks of the comparison.</summary>
    public static IReadOnlyList<HypothesisVariant> Comparison { get; } =
    [
        HypothesisVariant.Of(Plain, 20, Plain, "plain", static seed => new PlainBranch20(seed)) with
        {
            Ink = Ink.Vermillion,
            Dashed = true,
        },
        HypothesisVariant.Of(PlainDense, 20, Plain, "plain, one matrix", static seed => new PlainDense20(seed)) with
        {
            Ink = Ink.Orange,
            Dashed = true,
        },
        HypothesisVariant.Of(Residual, 20, Residual, "residual", static seed => new ResidualBranch20(seed)) with { Ink = Ink.Grey },
        HypothesisVariant.Of(ResidualZero, 20, Residual, "residual, zero start", static seed => new ZeroResidualBranch20(seed)) with
        {
            Ink = Ink.Brown,
        },
        Coded("coder A", CoderChoice.A, 20, static seed => new Pnnh20(seed)) with { Ink = Ink.Blue },
        Coded("coder B", CoderChoice.B, 20, static seed => new PnnhHalf20(seed)) with { Ink = Ink.Purple },
        Coded("coder C", CoderChoice.C, 20, static seed => new PnnhHalf20(seed)) with { Ink = Ink.Green },

        HypothesisVariant.Of(Plain, 50, Plain, "plain", static seed => new PlainBranch50(seed)) with
        {
            Ink = Ink.Vermillion,
            Dashed = true,
        },
        HypothesisVariant.Of(PlainDense, 50, Plain, "plain, one matrix", static seed => new PlainDense50(seed)) with
        {
            Ink = Ink.Orange,
            Dashed = true,
        },
        HypothesisVariant.Of(Residual, 50, Residual, "residual", static seed => new ResidualBranch50(seed)) with { Ink = Ink.Grey },
        HypothesisVariant.Of(ResidualZero, 50, Residual, "residual, zero start", static seed => new ZeroResidualBranch50(seed)) with
        {
            Ink = Ink.Brown,
        },
        Coded("coder A", CoderChoice.A, 50, static seed => new Pnnh50(seed)) with { Ink = Ink.Blue },
        Coded("coder B", CoderChoice.B, 50, static seed => new PnnhHalf50(seed)) with { Ink = Ink.Purple },
        Coded("coder C", CoderChoice.C, 50, static seed => new PnnhHalf50(seed)) with { Ink = Ink.Green },
    ];

    /// <summary>Studies of one thing each, with the network of the comparison that they start from.</summary>
    public static IReadOnlyList<HypothesisStudy> Studies { get; } =
    [
        new("frozen, or trained with the layers",
        [
            Compared("coder A"),
            Study("slow", "A, rate / 100", CoderChoice.A, static seed => new PnnhTrained20(seed)) with
            {
                Ink = Ink.Sky,
                Groups = [ParameterGroup.OfBlock<WideCoder>() with { LearningRateFactor = 0.01f }],
            },
            Study("full-rate", "A, full rate", CoderChoice.A, static seed => new PnnhTrained20(seed)) with
            {
                Ink = Ink.Vermillion,
                Dashed = true,
            },
            Study("own", "A, own, full rate", CoderChoice.A with { IsOwn = true }, static seed => new PnnhOwn20(seed)) with
            {
                Ink = Ink.Orange,
                Dashed = true,
            },
            Compared("coder C"),
            Study("slow", "C, rate / 100", CoderChoice.C, static seed => new PnnhHalfTrained20(seed)) with
            {
                Ink = Ink.Brown,
                Groups = [ParameterGroup.OfBlock<HalfCoder>() with { LearningRateFactor = 0.01f }],
            },
            Study("full-rate", "C, full rate", CoderChoice.C, static seed => new PnnhHalfTrained20(seed)) with
            {
                Ink = Ink.Purple,
                Dashed = true,
            },
        ]),
        new("coder width",
        [
            Study(
                "width-16",
                "width 16",
                CoderChoice.B with { Block = typeof(Coder16).FullName!, Kind = CoderKind.Eighth },
                static seed => new Pnnh16(seed)) with { Ink = Ink.Vermillion, Frozen = true },
            Study(
                "width-32",
                "width 32",
                CoderChoice.B with { Block = typeof(Coder32).FullName!, Kind = CoderKind.Quarter },
                static seed => new Pnnh32(seed)) with { Ink = Ink.Orange, Frozen = true },
            Compared("coder B") with { Label = "width 64: B" },
            Compared("coder A") with { Label = "width 128: A" },
        ]),
        new("tied or not",
        [
            Compared("coder A") with { Label = "A, tied at first" },
            Study("untied", "A, never tied", CoderChoice.A with { Kind = CoderKind.UntiedA }, static seed => new Pnnh20(seed)) with
            {
                Ink = Ink.Vermillion,
                Dashed = true,
                Frozen = true,
            },
        ]),
        new("what the learners add",
        [
            Compared("coder C"),
            Study("head", "C, learners frozen", CoderChoice.C, static seed => new PnnhHalf20(seed)) with
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
        [.. Comparison, .. Studies.SelectMany(static study => study.Variants).Where(static variant => variant.Network != Pnnh)];

    private static HypothesisVariant Compared(string label) => Comparison.First(variant => variant.Label == label);

    private static HypothesisVariant Coded<TNetwork>(string label, CoderChoice coder, int depth, Func<int, TNetwork> create)
        where TNetwork : class, INetwork => HypothesisVariant.Of(Pnnh, depth, Pnnh, label, create) with { Coder = coder, Frozen = true };

    private static HypothesisVariant Study<TNetwork>(string name, string label, CoderChoice coder, Func<int, TNetwork> create)
        where TNetwork : class, INetwork =>
            HypothesisVariant.Of($"{Pnnh}-{name}", StudyDepth, "studies", label, create) with { Coder = coder };
}
