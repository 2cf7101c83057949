using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>An image as one vector, channel by channel, as PyTorch orders it.</summary>
internal sealed record Flatten : RoutineOperation
{
    public override string Routine => "Flatten.Apply";

    public override bool TakesExamples => true;

    public override EquatableArray<string> InputNames => EquatableArray.Of("from");

    public override string Notation() => nameof(Flatten);

    public override Shape InferShape(IReadOnlyList<Shape> inputs) =>
        inputs[0].IsImage ? Shape.Example(checked((int)inputs[0].Count)) : throw new ShapeException($"{inputs[0]} is no image.");

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 0;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(inputs[0].Positions), Literal(inputs[0].Width)];

    public override string Describe(IReadOnlyList<string> inputs) => $"the channels of {inputs[0]}, one behind the other";

    public override int Gradient(GraphBuilder graph, int value, int input, int upstream) =>
        graph.AddGradient(new FlattenGradient(graph[graph[value].Inputs[0]].Shape!), value, input, upstream);

    public override Units Propagate(SignalPropagation signals, Node node) => signals.Units(node.Inputs[0]).On(Relief.Even);
}

/// <summary>Its gradient, from <c>dy</c>: the same numbers as an image.</summary>
/// <param name="Image">The shape of the image.</param>
internal sealed record FlattenGradient(Shape Image) : RoutineOperation
{
    public override string Routine => "Flatten.Backpropagate";

    public override bool TakesExamples => true;

    public override EquatableArray<string> InputNames => EquatableArray.Of("from");

    public override Shape InferShape(IReadOnlyList<Shape> inputs) =>
        inputs[0].Count == Image.Count ? Image : throw new ShapeException($"{inputs[0]} has no room for {Image}.");

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 0;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(result.Positions), Literal(result.Width)];

    public override string Describe(IReadOnlyList<string> inputs) => $"the pixels of {inputs[0]}";

    // Every position has weights of its own behind it, and so a gradient that is independent of the others.
    public override GradientUnits? PropagateGradient(SignalPropagation signals, Node node) => signals.Gradient(node.Inputs[0]);
}
