using NetGen.Generator.Model;
using NetGen.Generator.Propagation;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Graphs;

/// <summary>A multiple of the sum of streams that lie side by side in a row.</summary>
/// <param name="Streams">Their number.</param>
/// <param name="Factor">The factor.</param>
internal sealed record Collect(int Streams, float Factor) : RoutineOperation
{
    public override string Routine => "Streams.Collect";

    public override EquatableArray<string> InputNames => EquatableArray.Of("from");

    public override string Notation() => $"{nameof(Collect)} streams={Literal(Streams)} factor={Numbers.Shortest(Factor)}";

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[0].Width % Streams == 0
        ? inputs[0].WithWidth(inputs[0].Width / Streams)
        : throw new ShapeException($"{inputs[0]} is not made of {Literal(Streams)} streams.");

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => inputs[0].Count;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(result.Width), Literal(Streams), Numbers.Literal(Factor)];

    public override string Describe(IReadOnlyList<string> inputs) =>
        $"the sum of {Literal(Streams)} streams of {inputs[0]}, times {Numbers.Shortest(Factor)}";

    // The gradient is its adjoint.
    public override int Gradient(GraphBuilder graph, int value, int input, int upstream) =>
        graph.AddGradient(new Spread(Streams, Factor), value, input, upstream);

    public override Units Propagate(SignalPropagation signals, Node node) => signals.Units(node.Inputs[0]).Scaled(Streams * Factor);

    public override GradientUnits? PropagateGradient(SignalPropagation signals, Node node) =>
        signals.Gradient(node.Inputs[0])?.Scaled(Factor);
}
