namespace NetGen.Experiments.Running;

/// <summary>What came of a training: a run in <c>results.json</c>. Experiments add what they measure.</summary>
/// <param name="Setup">The name of its set-up.</param>
/// <param name="Network">The name of its network.</param>
/// <param name="Seed">The seed of weights and data.</param>
/// <param name="Steps">How many steps it took.</param>
/// <param name="Losses">The loss of each step's batch, before its update.</param>
internal abstract record TrainingRun(
    [property: JsonPropertyOrder(-3)] string Setup,
    [property: JsonPropertyOrder(-3)] string Network,
    [property: JsonPropertyOrder(-1)] int Seed,
    [property: JsonPropertyOrder(-1)] int Steps,
    [property: JsonPropertyOrder(2)] IReadOnlyList<float> Losses)
{
    /// <summary>The loss of the first batch, before any update.</summary>
    public float InitialLoss => Losses[0];

    /// <summary>The loss of the last batch, before its update.</summary>
    public float FinalLoss => Losses[^1];
}
