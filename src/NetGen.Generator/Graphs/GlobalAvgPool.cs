using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>The mean of each channel over all pixels of an image.</summary>
internal sealed record GlobalAvgPool : RoutineOperation
{
    public override string Routine => "GlobalAvgPool.Apply";

    public override bool TakesExamples => true;

    public override EquatableArray<string> InputNames => EquatableArray.Of("from");

    public override Shape InferShape(IReadOnlyList<Shape> inputs) =>
        inputs[0].IsImage ? Shape.Example(inputs[0].Width) : throw new ShapeException($"{inputs[0]} is no image.");

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => inputs[0].Count;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(inputs[0].Positions), Literal(inputs[0].Width)];

    public override string Describe(IReadOnlyList<string> inputs) => $"the mean of all pixels of {inputs[0]}";

    public override int Gradient(GraphBuilder graph, int value, int input, int upstream)
    {
        Shape image = graph[graph[value].Inputs[0]].Shape!;
        return graph.AddGradient(new GlobalAvgPoolGradient(image.Dimensions[0], image.Dimensions[1]), value, input, upstream);
    }

    public override Units Propagate(SignalPropagation signals, Node node)
    {
        PooledPixels pixels = PooledPixels.All(signals.Node(node.Inputs[0]).Shape!.Positions);
        return signals.Units(node.Inputs[0]).MeanOver(pixels).On(Relief.Even);
    }
}

/// <summary>Its gradient, from <c>dy</c>: every pixel has an equal share.</summary>
/// <param name="Height">The height of the image.</param>
/// <param name="Width">Its width.</param>
internal sealed record GlobalAvgPoolGradient(int Height, int Width) : RoutineOperation
{
    public override string Routine => "GlobalAvgPool.Backpropagate";

    public override bool TakesExamples => true;

    public override EquatableArray<string> InputNames => EquatableArray.Of("from");

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => Shape.Example(Height, Width, inputs[0].Width);

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(result.Positions), Literal(result.Width)];

    public override string Describe(IReadOnlyList<string> inputs) => $"{inputs[0]} / {Literal(Height * Width)} at every pixel";

    public override GradientUnits? PropagateGradient(SignalPropagation signals, Node node)
    {
        if (signals.Gradient(node.Inputs[0]) is not { } upstream)
            return null;
        double square = upstream.Square / Height / Width / Height / Width;
        return GradientUnits.Fresh(Power.Of(square), overlap: square);
    }
}
