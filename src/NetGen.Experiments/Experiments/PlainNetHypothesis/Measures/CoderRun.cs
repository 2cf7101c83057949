using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>The training of a coder alone.</summary>
/// <param name="Setup">The name of its set-up.</param>
/// <param name="Network">The name of its kind.</param>
/// <param name="Seed">The seed of its weights and vectors.</param>
/// <param name="Steps">How many steps it took.</param>
/// <param name="Losses">The loss of each step's batch, before its update.</param>
/// <param name="Coder">What came of it.</param>
internal sealed record CoderRun(
    string Setup,
    string Network,
    int Seed,
    int Steps,
    IReadOnlyList<float> Losses,
    [property: JsonIgnore] Coder Coder)
    : TrainingRun(Setup, Network, Seed, Steps, Losses);
