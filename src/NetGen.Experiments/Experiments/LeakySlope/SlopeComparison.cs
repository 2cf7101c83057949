using NetGen.Experiments.Running;

namespace NetGen.Experiments.LeakySlope;

/// <summary>What was measured of all networks, side by side.</summary>
/// <param name="depths">How deep they are.</param>
/// <param name="runs">All runs.</param>
internal sealed class SlopeComparison(IReadOnlyList<int> depths, IReadOnlyList<TrainingRun> runs)
{
    private readonly ILookup<SlopeNetwork, SlopeRun> byNetwork = runs.Cast<SlopeRun>().ToLookup(static run => run.Declared);

    public IReadOnlyList<int> Depths => depths;

    /// <summary>A task at a depth.</summary>
    public IEnumerable<(SlopeTask Task, int Depth)> Places =>
        from task in SlopeTask.All
        from depth in depths
        select (task, depth);

    public SlopeRuns Of(SlopeTask task, int depth, SlopeKind kind)
    {
        SlopeNetwork network = new(task, kind, depth);
        return new SlopeRuns(network, [.. byNetwork[network]]);
    }

    /// <summary>All networks of a task at a depth.</summary>
    public IReadOnlyList<SlopeRuns> All(SlopeTask task, int depth) =>
        [.. Enum.GetValues<SlopeKind>().Select(kind => Of(task, depth, kind))];
}
