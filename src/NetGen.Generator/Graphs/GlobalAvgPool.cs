using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>
/// The mean of each channel over all positions of an example. A second input, where there is one, says how many positions of each example
/// count.
/// </summary>
internal sealed record GlobalAvgPool : RoutineOperation
{
    public override string Routine => "GlobalAvgPool.Apply";

    public override bool TakesExamples => true;

    public override EquatableArray<string> InputNames => EquatableArray.Of("from", "lengths");

    public override string Notation() => nameof(GlobalAvgPool);

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[0].Dimensions.Count > 1
        ? Shape.Example(inputs[0].Width)
        : throw new ShapeException($"{inputs[0]} has no positions.");

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => inputs[0].Count;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(inputs[0].Positions), Literal(inputs[0].Width)];

    public override string Describe(IReadOnlyList<string> inputs) => $"the mean of all positions of {inputs[0]}";

    public override int Gradient(GraphBuilder graph, int value, int input, int upstream)
    {
        Node node = graph[value];
        return graph.AddGradient(
            new GlobalAvgPoolGradient(graph[node.Inputs[0]].Shape!), value, input, [upstream, .. node.Inputs.Skip(1)]);
    }

    public override Units? Propagate(SignalPropagation signals, Node node)
    {
        if (signals.AreMixed(node.Inputs[0]))
            return null;
        PooledPixels pixels = PooledPixels.All(signals.Node(node.Inputs[0]).Shape!.Positions);
        return signals.Units(node.Inputs[0]).MeanOver(pixels).On(Relief.Even);
    }
}

/// <summary>Its gradient, from <c>dy</c>: every position that counts has an equal share.</summary>
/// <param name="Example">The shape of an example.</param>
internal sealed record GlobalAvgPoolGradient(Shape Example) : RoutineOperation
{
    public override string Routine => "GlobalAvgPool.Backpropagate";

    public override bool TakesExamples => true;

    public override EquatableArray<string> InputNames => EquatableArray.Of("from", "lengths");

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => Example.WithWidth(inputs[0].Width);

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(result.Positions), Literal(result.Width)];

    public override string Describe(IReadOnlyList<string> inputs) =>
        $"{inputs[0]} / {Literal(Example.Positions)} at every position";

    public override GradientUnits? PropagateGradient(SignalPropagation signals, Node node)
    {
        if (signals.Gradient(node.Inputs[0]) is not { } upstream)
            return null;
        double square = upstream.Square / Example.Positions / Example.Positions;
        return GradientUnits.Fresh(Power.Of(square), overlap: square);
    }
}
