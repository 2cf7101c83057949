namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>A kind of network whose failure is looked for, at any depth.</summary>
/// <param name="Network">Its name in results.</param>
/// <param name="Label">The name of its lines.</param>
/// <param name="Layer">The block of its hidden layers.</param>
/// <param name="Branch">The block of what learns in them.</param>
/// <param name="Ink">The colour of its lines.</param>
internal sealed record FailingNetwork(string Network, string Label, string Layer, string Branch, Ink Ink)
{
    private const string WideCoder = "WideCoder";
    private const string HalfCoder = "HalfCoder";

    public static FailingNetwork Plain { get; } = new(
        HypothesisVariants.Plain, "plain", HypothesisSource.PlainLayer, HypothesisSource.Branch, Ink.Vermillion);

    public static FailingNetwork Residual { get; } = new(
        HypothesisVariants.ResidualZero, "residual, zero start", HypothesisSource.ResidualLayer, HypothesisSource.ZeroBranch, Ink.Brown);

    public static FailingNetwork A { get; } = new(
        HypothesisVariants.Pnnh, "PNNH, coder A", $"{WideCoder}Layer", HypothesisSource.Learner, Ink.Blue)
        {
            Coder = new CoderChoice("A", WideCoder, CoderKind.A),
        };

    public static FailingNetwork C { get; } = new(
        HypothesisVariants.Pnnh, "PNNH, coder C", $"{HalfCoder}Layer", HypothesisSource.Learner, Ink.Green)
        {
            Coder = new CoderChoice("C", HalfCoder, null),
        };

    public static IReadOnlyList<FailingNetwork> All { get; } = [Plain, Residual, A, C];

    /// <summary>What the networks are made of, as text.</summary>
    public static IEnumerable<string> Blocks =>
    [
        HypothesisSource.Blocks,
        HypothesisSource.Coded(WideCoder, "Linear(128, Init = Init.Orthogonal), ReLU, Linear(128, Init = Init.Orthogonal)"),
        HypothesisSource.Coded(HalfCoder, "Linear(64, Init = Init.Orthogonal), ReLU, Linear(128, Init = Init.Orthogonal)"),
    ];

    /// <summary>The coder of its layers, if they have one.</summary>
    public CoderChoice? Coder { get; init; }

    /// <summary>The name of its class at a depth.</summary>
    public string ClassName(int depth) => $"{Layer}s{depth}";
}
