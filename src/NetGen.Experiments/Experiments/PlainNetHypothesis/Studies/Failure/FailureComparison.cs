namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>All networks at all depths, from all starts.</summary>
/// <param name="All">Their runs.</param>
internal sealed record FailureComparison(IReadOnlyList<HypothesisRuns> All)
{
    /// <summary>The depths of networks that start as declared.</summary>
    public IReadOnlyList<int> Depths { get; } = DepthsOf(All, HurtStart.None);

    /// <summary>The depths of those whose start is hurt.</summary>
    public IReadOnlyList<int> HurtDepths { get; } = DepthsOf(All, HurtStart.All[0]);

    public HypothesisRuns this[FailingNetwork network, int depth, HurtStart start] =>
        Of(network, start).Single(runs => runs.Variant.Depth == depth);

    /// <summary>A network from a start, at every depth.</summary>
    public IEnumerable<HypothesisRuns> Of(FailingNetwork network, HurtStart start) =>
        All.Where(runs => runs.Label == network.Label && runs.Variant.Setting == start.Name);

    /// <summary>A run of the deepest of a kind that starts as declared.</summary>
    public HypothesisRun Deepest(FailingNetwork network) => this[network, Depths[^1], HurtStart.None].Runs[0];

    private static int[] DepthsOf(IReadOnlyList<HypothesisRuns> all, HurtStart start) =>
        [.. all.Where(runs => runs.Variant.Setting == start.Name).Select(static runs => runs.Variant.Depth).Distinct()];
}
