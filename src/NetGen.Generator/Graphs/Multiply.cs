using NetGen.Generator.Kernels;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>The product of two values, elementwise.</summary>
internal sealed record Multiply : ElementwiseOperation
{
    public override string Notation() => nameof(Multiply);

    // d(a b) = da b + a db
    public override int Gradient(GraphBuilder graph, int value, int input, int upstream) =>
        graph.AddGradient(new Multiply(), value, input, upstream, graph[value].Inputs[1 - input]);

    public override StepCall? Step(Graph graph, int other) =>
        graph[other].Operation is Derivative { Function: PiecewiseLinear function }
            ? new StepCall(new Backpropagate(function), other)
            : new StepCall(new MultiplyRows(), other);

    public override Units Propagate(SignalPropagation signals, Node node) =>
        signals.Units(node.Inputs[0]).Times(signals.Units(node.Inputs[1]));

    public override GradientUnits? PropagateGradient(SignalPropagation signals, Node node) =>
        signals.Gradient(node.Inputs[0])?.Times(signals.Units(node.Inputs[1]));
}
