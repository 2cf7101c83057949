namespace NetGen.Experiments.Running;

/// <summary>A training that an experiment plans: independent of all others, so that they can run side by side and be stopped between.</summary>
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

/// <summary>What a training tells of a step.</summary>
/// <param name="Step">The number of the step, from 1.</param>
/// <param name="Loss">The loss of its batch, before its update; not a number where nothing is trained.</param>
/// <param name="Gradient">The norm of the gradient that the experiment watches, where it watches one.</param>
internal readonly record struct StepReport(int Step, float Loss, double? Gradient = null);
