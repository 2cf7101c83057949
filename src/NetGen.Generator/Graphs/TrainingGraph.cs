using NetGen.Generator.Model;

namespace NetGen.Generator.Graphs;

/// <summary>A forward graph with its backward graph behind it.</summary>
/// <param name="Graph">All nodes; the nodes of the forward graph keep their numbers.</param>
/// <param name="OutputGradient">The value that is given to the backward graph: the gradient of the loss with respect to the output.</param>
/// <param name="Gradients">Every parameter that is trained and the value that is its gradient.</param>
/// <param name="LayerGradients">For each layer, the value that is the gradient of its pre-activation, or -1 where there is none.</param>
internal sealed record TrainingGraph(
    Graph Graph, int OutputGradient, EquatableArray<ParameterGradient> Gradients, EquatableArray<int> LayerGradients);

/// <summary>A parameter's value and its gradient's.</summary>
internal readonly record struct ParameterGradient(int Parameter, int Gradient);
