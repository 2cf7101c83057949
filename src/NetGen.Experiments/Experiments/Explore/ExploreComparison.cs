namespace NetGen.Experiments.Explore;

/// <summary>What was measured of all networks, side by side.</summary>
/// <param name="Task">What they were to learn.</param>
/// <param name="Networks">The networks, each with its runs.</param>
internal sealed record ExploreComparison(ExploreTask Task, IReadOnlyList<ExploredRuns> Networks)
{
    /// <summary>The networks, the best first.</summary>
    public IReadOnlyList<ExploredRuns> Ranked => [.. Networks.OrderBy(runs => ToBeat(runs))];

    /// <summary>Whether they name classes.</summary>
    public bool HasClasses => Networks[0].Runs[0].Outcome.Accuracy is not null;

    /// <summary>How good the answers of a network are on examples that it never saw.</summary>
    public string Outcome(ExploredRuns runs) => HasClasses ? runs.Accuracy.AsPercent : $"{runs.UnseenLoss}";

    /// <summary>The same in a few words.</summary>
    public string OutcomeName => HasClasses ? "unseen images named right" : "loss on unseen examples";

    private double ToBeat(ExploredRuns runs)
    {
        double least = HasClasses ? -runs.Accuracy.Median : runs.UnseenLoss.Median;
        return double.IsNaN(least) ? double.PositiveInfinity : least;
    }
}
