using NetGen.Experiments.Running;

namespace NetGen.Experiments.DistantIdentity;

/// <summary>A training of a network of equally wide layers, with a look inside before and after.</summary>
/// <param name="Setup">The name of its set-up.</param>
/// <param name="Network">The name of its network.</param>
/// <param name="Data">Where its examples came from.</param>
/// <param name="Seed">The seed of weights and data.</param>
/// <param name="Steps">How many steps it took.</param>
/// <param name="UnseenLoss">The loss over unseen examples after the last step.</param>
/// <param name="Losses">The loss of each step's batch, before its update.</param>
/// <param name="Start">The inside of the network before the first step.</param>
/// <param name="End">The inside of the network after the last step.</param>
internal sealed record InspectedRun(
    string Setup,
    string Network,
    [property: JsonPropertyOrder(-2)] string Data,
    int Seed,
    int Steps,
    [property: JsonPropertyOrder(1)] float UnseenLoss,
    IReadOnlyList<float> Losses,
    [property: JsonPropertyOrder(3)] Inspection Start,
    [property: JsonPropertyOrder(3)] Inspection End)
    : TrainingRun(Setup, Network, Seed, Steps, Losses)
{
    /// <summary>The norm of dL/dz of each layer before the first step for a random dL/dout.</summary>
    [JsonIgnore]
    public IReadOnlyList<double> RandomGradientNorms { get; init; } = [];

    /// <summary>The smallest output over the unseen examples after the last step.</summary>
    [JsonIgnore]
    public float SmallestOutput { get; init; }

    /// <summary>
    /// How much the outputs differ from one unseen example to another after the last step: the standard deviation over examples of each
    /// unit, as a root mean square over units.
    /// </summary>
    [JsonIgnore]
    public double OutputStdBetweenExamples { get; init; }
}
