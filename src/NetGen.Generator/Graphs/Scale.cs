using NetGen.Generator.Kernels;
using NetGen.Generator.Propagation;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Graphs;

/// <summary>A fixed multiple, <c>y = a x</c>.</summary>
internal sealed record Scale(float Factor) : ElementwiseOperation
{
    public override string Notation() => $"{nameof(Scale)} factor={Numbers.Shortest(Factor)}";

    public override int Gradient(GraphBuilder graph, int value, int input, int upstream) =>
        graph.AddGradient(this, value, input, upstream);

    public override StepCall? Step(Graph graph, int other) => new(new ScaleByConstant(), new Operand(-1, Factor));

    public override Units Propagate(SignalPropagation signals, Node node) => signals.Units(node.Inputs[0]).Scaled(Factor);

    public override GradientUnits? PropagateGradient(SignalPropagation signals, Node node) =>
        signals.Gradient(node.Inputs[0])?.Scaled(Factor);
}
