using NetGen.Generator.Kernels;
using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>Adds a vector to every row: <c>y = x + b</c>.</summary>
internal sealed record AddBias : Operation
{
    public override string Notation() => nameof(AddBias);

    public override Shape InferShape(IReadOnlyList<Shape> inputs)
    {
        if (!inputs[0].Batched || inputs[1].Batched || inputs[1].Dimensions.Count != 1 || inputs[0].Width != inputs[1].Count)
            throw new ShapeException($"A bias {inputs[1]} does not fit {inputs[0]}.");
        return inputs[0];
    }

    // dx = dy and db = the sum of dy over the batch.
    public override int Gradient(GraphBuilder graph, int value, int input, int upstream) =>
        input == 0 ? upstream : graph.AddGradient(new SumRows(), value, input, upstream);

    public override StepCall? Step(Graph graph, int other) => new(new AddVector(), other);

    public override Units Propagate(SignalPropagation signals, Node node) =>
        signals.Units(node.Inputs[0]).Affine(1, signals.Parameter(node.Inputs[1]).Start);
}
