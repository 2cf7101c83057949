using NetGen.Generator.Model;
using NetGen.Generator.Propagation;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Graphs;

/// <summary>Streams that are all the same multiple of a vector, side by side in a row.</summary>
/// <param name="Streams">Their number.</param>
/// <param name="Factor">The factor.</param>
internal sealed record Spread(int Streams, float Factor) : RoutineOperation
{
    public override string Routine => "Streams.Spread";

    public override EquatableArray<string> InputNames => EquatableArray.Of("from");

    public override string Notation() => $"{nameof(Spread)} streams={Literal(Streams)} factor={Numbers.Shortest(Factor)}";

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[0].WithWidth(checked(inputs[0].Width * Streams));

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(inputs[0].Width), Literal(Streams), Numbers.Literal(Factor)];

    public override string Describe(IReadOnlyList<string> inputs) => $"{Literal(Streams)} streams of {inputs[0]}";

    // The gradient is its adjoint.
    public override int Gradient(GraphBuilder graph, int value, int input, int upstream) =>
        graph.AddGradient(new Collect(Streams, Factor), value, input, upstream);

    // All streams are alike at the start: one stands for all of them, and the sum of their gradients for all gradients.
    public override Units Propagate(SignalPropagation signals, Node node) => signals.Units(node.Inputs[0]).Scaled(Factor);

    public override GradientUnits? PropagateGradient(SignalPropagation signals, Node node) =>
        signals.Gradient(node.Inputs[0])?.Scaled(Streams * Factor);
}
