namespace NetGen.Experiments.Running;

/// <summary>
/// A training that an experiment plans: independent of all others, so that they can run side by side and be stopped between.
/// </summary>
/// <param name="Setup">The name of its set-up.</param>
/// <param name="Network">The name of its network.</param>
/// <param name="Seed">The seed of weights and data.</param>
/// <param name="Steps">How many steps it takes.</param>
/// <param name="Run">Does it. Calls back after every step, and stops when told to.</param>
internal sealed record Training(
    string Setup, string Network, int Seed, int Steps, Func<Action<StepReport>, CancellationToken, TrainingRun> Run)
{
    /// <summary>Other set-ups that start this network alike and so share its run.</summary>
    public IReadOnlyList<string> SharedBy { get; init; } = [];

    /// <summary>All set-ups that its run belongs to.</summary>
    public IEnumerable<string> Setups => SharedBy.Prepend(Setup);
}
