using NetGen.Generator.Kernels;
using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>
/// Multiplies every row by the same vector, <c>y = x ⊙ v</c>, or everything by the same number where the vector has one element.
/// </summary>
internal sealed record ScaleBy : Operation
{
    public override string Notation() => nameof(ScaleBy);

    public override Shape InferShape(IReadOnlyList<Shape> inputs)
    {
        bool isVector = !inputs[1].Batched && inputs[1].Dimensions.Count == 1;
        if (!inputs[0].Batched || !isVector || inputs[1].Count != 1 && inputs[1].Count != inputs[0].Width)
            throw new ShapeException($"A factor {inputs[1]} does not fit {inputs[0]}.");
        return inputs[0];
    }

    // dx = dy ⊙ v and dv = the sum of dy ⊙ x over all that v is multiplied with.
    public override int Gradient(GraphBuilder graph, int value, int input, int upstream) => input == 0
        ? graph.AddGradient(this, value, input, upstream, graph[value].Inputs[1])
        : graph.AddGradient(new SumProducts(ShapeOf(graph[graph[value].Inputs[1]])), value, input, upstream, graph[value].Inputs[0]);

    public override StepCall? Step(Graph graph, int other) =>
        new(graph[other].Shape!.Count == 1 ? new ScaleByNumber() : new ScaleByVector(), other);

    public override Units Propagate(SignalPropagation signals, Node node) =>
        signals.Units(node.Inputs[0]).Scaled(signals.Parameter(node.Inputs[1]).Start);

    public override GradientUnits? PropagateGradient(SignalPropagation signals, Node node) =>
        signals.Gradient(node.Inputs[0])?.Scaled(signals.Parameter(node.Inputs[1]).Start);

    private static Shape ShapeOf(Node parameter) => ((ParameterValue)parameter.Operation).Shape;
}
