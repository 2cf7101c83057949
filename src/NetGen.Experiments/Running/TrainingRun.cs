using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.Running;

/// <summary>What came of a training: a run in <c>results.json</c>.</summary>
/// <param name="Setup">The name of its set-up.</param>
/// <param name="Network">The name of its network.</param>
/// <param name="Data">Where its examples came from.</param>
/// <param name="Seed">The seed of weights and data.</param>
/// <param name="Steps">How many steps it took.</param>
/// <param name="UnseenLoss">The loss over unseen examples after the last step.</param>
/// <param name="Losses">The loss of each step's batch, before its update.</param>
/// <param name="Start">The inside of the network before the first step.</param>
/// <param name="End">The inside of the network after the last step.</param>
internal sealed record TrainingRun(
    string Setup,
    string Network,
    string Data,
    int Seed,
    int Steps,
    [property: JsonPropertyOrder(1)] float UnseenLoss,
    [property: JsonPropertyOrder(1)] IReadOnlyList<float> Losses,
    [property: JsonPropertyOrder(1)] Inspection Start,
    [property: JsonPropertyOrder(1)] Inspection End)
{
    /// <summary>The loss of the first batch, before any update.</summary>
    public float InitialLoss => Losses[0];

    /// <summary>The loss of the last batch, before its update.</summary>
    public float FinalLoss => Losses[^1];

    /// <summary>The smallest output over the unseen examples after the last step.</summary>
    [JsonIgnore]
    public float SmallestOutput { get; init; }

    /// <summary>How much the outputs differ from one unseen example to another after the last step: the standard deviation over examples of each unit, as a root mean square over units.</summary>
    [JsonIgnore]
    public double OutputStdBetweenExamples { get; init; }
}
