using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainAttention;

/// <summary>What was measured of all variants.</summary>
/// <param name="Tasks">What they were trained on, and how.</param>
/// <param name="All">All trainings, those of coders too.</param>
internal sealed record PlainComparison(PlainTasks Tasks, IReadOnlyList<TrainingRun> All)
{
    public PlainGroup Images { get; } = new("images", Tasks.OnImages, All);

    public PlainGroup Text { get; } = new("text", Tasks.OnText, All);

    public IReadOnlyList<PlainGroup> Groups => [Images, Text];

    /// <summary>What each coder loses of normal vectors, by seed.</summary>
    public IReadOnlyList<CoderLoss> Coders { get; } = CoderLoss.Of(All);
}
