using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>A look at a network as it starts from a seed.</summary>
/// <param name="Setup">The name of the set-up.</param>
/// <param name="Network">Whether it is plain or residual.</param>
/// <param name="Activation">The activation of its layers.</param>
/// <param name="Seed">The seed of weights and inputs.</param>
/// <param name="Loss">The loss before any training.</param>
/// <param name="Parameters">The number of parameters.</param>
/// <param name="Layers">Its layers.</param>
internal sealed record SurvivorRun(
    string Setup, string Network, string Activation, int Seed, float Loss, long Parameters, IReadOnlyList<SurvivorRow> Layers)
    : TrainingRun(Setup, Network, Seed, Steps: 1, [Loss])
{
    /// <summary>How it stands in <c>results.json</c>. There is neither a coder nor a training.</summary>
    [JsonIgnore]
    public object Row => new
    {
        Network, Activation, Depth = Layers.Count, Seed, Parameters, Coder = (string?)null, TrainLoss = (double?)null, Layers,
    };
}
