using NetGen.Generator.Kernels;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>The sum of two values, elementwise: a residual connection, or the gradient of a value that was used twice.</summary>
internal sealed record Add : ElementwiseOperation
{
    public override string Notation() => nameof(Add);

    // d(a + b) = da + db
    public override int Gradient(GraphBuilder graph, int value, int input, int upstream) => upstream;

    public override StepCall? Step(Graph graph, int other) => new(new AddRows(), other);

    public override Units Propagate(SignalPropagation signals, Node node) =>
        signals.Units(node.Inputs[0]).Plus(signals.Units(node.Inputs[1]));

    public override GradientUnits? PropagateGradient(SignalPropagation signals, Node node) =>
        (signals.Gradient(node.Inputs[0]), signals.Gradient(node.Inputs[1])) is ({ } one, { } other) ? one.Plus(other) : null;
}
