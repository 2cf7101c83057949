using NetGen.Experiments.Measuring;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.SignalPropagation;

/// <summary>A look at a network as it starts from a seed.</summary>
/// <param name="Setup">The width.</param>
/// <param name="Declared">The network.</param>
/// <param name="Seed">The seed of weights and data.</param>
/// <param name="Loss">The inner product of outputs and the gradients that were let in there.</param>
/// <param name="Layers">Its layers, as measured.</param>
/// <param name="Expected">Its layers, as the network compiler expects them.</param>
internal sealed record PropagationRun(
    string Setup, GridNetwork Declared, int Seed, float Loss, IReadOnlyList<PropagationRow> Layers, IReadOnlyList<PropagationRow> Expected)
    : TrainingRun(Setup, Declared.Name, Seed, Steps: 1, [Loss])
{
    /// <summary>Its entry in <c>results.json</c>.</summary>
    public PropagationEntry Entry => new(Declared.Name, Declared.Width, Seed, Curves.Of(Layers));
}
