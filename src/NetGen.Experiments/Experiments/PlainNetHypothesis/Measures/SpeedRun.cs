using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>How long a step of each network takes, measured side by side.</summary>
/// <param name="Setup">The name of the set-up.</param>
/// <param name="Seed">The seed of weights and data.</param>
/// <param name="Losses">A loss of each round.</param>
/// <param name="Times">What was measured.</param>
internal sealed record SpeedRun(string Setup, int Seed, IReadOnlyList<float> Losses, IReadOnlyList<StepTime> Times)
    : TrainingRun(Setup, "all", Seed, Losses.Count, Losses);
