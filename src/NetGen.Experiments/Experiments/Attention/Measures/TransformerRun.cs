using NetGen.Experiments.Running;

namespace NetGen.Experiments.Attention;

/// <summary>A training of a transformer, with a look inside before and after it.</summary>
/// <param name="Setup">What it is trained on.</param>
/// <param name="Network">The name of its network.</param>
/// <param name="Seed">The seed of weights and data.</param>
/// <param name="Steps">How many steps it took.</param>
/// <param name="Losses">The loss of each step's batch, before its update.</param>
/// <param name="Start">What goes on inside it before training.</param>
/// <param name="End">The same after it.</param>
internal abstract record TransformerRun(
    string Setup,
    string Network,
    int Seed,
    int Steps,
    IReadOnlyList<float> Losses,
    [property: JsonPropertyOrder(3)] Look Start,
    [property: JsonPropertyOrder(3)] Look End)
    : TrainingRun(Setup, Network, Seed, Steps, Losses)
{
    /// <summary>How long its steps took, without measurements between them.</summary>
    [JsonPropertyOrder(1)]
    public required double TrainingSeconds { get; init; }

    public Look At(bool end) => end ? End : Start;
}
