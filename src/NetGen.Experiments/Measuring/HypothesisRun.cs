using NetGen.Experiments.Running;

namespace NetGen.Experiments.Measuring;

/// <summary>The training of a network of the hypothesis, or of one that it is held against.</summary>
/// <param name="Setup">The name of its set-up.</param>
/// <param name="Network">The name of its variant.</param>
/// <param name="Depth">How many hidden layers it has.</param>
/// <param name="Coder">The coder: A, B, C, or none.</param>
/// <param name="Frozen">Whether the coder is not trained with the layers.</param>
/// <param name="Seed">The seed of weights and data.</param>
/// <param name="Losses">The loss of each step's batch, before its update.</param>
/// <param name="UnseenLoss">The loss over unseen vectors after the last step.</param>
/// <param name="CoderError">What the coder loses after the last step, as <c>1 - R²</c>.</param>
/// <param name="Parameters">The number of parameters.</param>
/// <param name="SharedParameters">How many of them several layers use.</param>
/// <param name="StepMicroseconds">The median time of a step.</param>
internal sealed record HypothesisRun(
    string Setup,
    string Network,
    int Depth,
    string? Coder,
    bool Frozen,
    int Seed,
    IReadOnlyList<float> Losses,
    float UnseenLoss,
    double? CoderError,
    long Parameters,
    long SharedParameters,
    double StepMicroseconds)
    : TrainingRun(Setup, Network, Seed, Losses.Count, Losses)
{
    /// <summary>How it stands in <c>results.json</c>.</summary>
    [JsonIgnore]
    public object Row => new
    {
        Network, Depth, Coder, Frozen, Seed, FinalLoss, UnseenLoss, CoderError, Parameters, SharedParameters, StepMicroseconds, Losses,
    };
}
