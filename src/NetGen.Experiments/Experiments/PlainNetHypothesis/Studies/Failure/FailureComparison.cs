namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>All networks at all depths, under all conditions.</summary>
/// <param name="All">Their runs.</param>
internal sealed record FailureComparison(IReadOnlyList<HypothesisRuns> All)
{
    /// <summary>The depths of networks that start as declared.</summary>
    public IReadOnlyList<int> Depths { get; } = DepthsOf(All, Condition.None);

    /// <summary>The depths of those whose start is hurt.</summary>
    public IReadOnlyList<int> HurtDepths { get; } = DepthsOf(All, Condition.Hurt[0]);

    /// <summary>Networks that do not train although they have a coder or a residual connection.</summary>
    public IReadOnlyList<HypothesisRuns> Failed { get; } =
        [.. All.Where(static runs => runs.Label != FailingNetwork.Plain.Label && !runs.Trains)];

    public HypothesisRuns this[FailingNetwork network, int depth, Condition condition] =>
        Of(network, condition).Single(runs => runs.Variant.Depth == depth);

    /// <summary>A network under a condition, at every depth at which it was looked at.</summary>
    public IEnumerable<HypothesisRuns> Of(FailingNetwork network, Condition condition) =>
        All.Where(runs => runs.Label == network.Label && runs.Variant.Setting == condition.Name);

    /// <summary>A run of the deepest of a kind that starts as declared.</summary>
    public HypothesisRun Deepest(FailingNetwork network) => this[network, Depths[^1], Condition.None].Runs[0];

    private static int[] DepthsOf(IReadOnlyList<HypothesisRuns> all, Condition condition) =>
        [.. all.Where(runs => runs.Variant.Setting == condition.Name).Select(static runs => runs.Variant.Depth).Distinct()];
}
