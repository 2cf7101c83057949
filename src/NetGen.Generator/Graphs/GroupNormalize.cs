using NetGen.Generator.Model;
using NetGen.Generator.Propagation;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Graphs;

/// <summary>
/// Divides every group of channels, without its mean over all positions of an example, by its standard deviation there (Wu and He 2018):
/// <c>x̂ = (x - μ) r</c> with <c>r = 1 / sqrt(mean((x - μ)²) + ε)</c>, which is kept.
/// </summary>
/// <param name="Groups">The number of groups.</param>
/// <param name="Epsilon">The <c>ε</c>.</param>
internal sealed record GroupNormalize(int Groups, float Epsilon) : RoutineOperation
{
    public override string Routine => "GroupNorm.Normalize";

    public override bool TakesExamples => true;

    public override EquatableArray<string> InputNames => EquatableArray.Of("from");

    public override EquatableArray<string> KeptNames => EquatableArray.Of("inverse");

    public override string Notation() =>
        $"{nameof(GroupNormalize)} groups={Literal(Groups)} epsilon={Numbers.Shortest(Epsilon)}";

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[0].Batched && inputs[0].Width % Groups == 0
        ? inputs[0]
        : throw new ShapeException($"{inputs[0]} is not made of {Literal(Groups)} groups of channels.");

    public override Shape KeptShape(int index, Shape result) => Shape.Example(Groups);

    // The mean, the difference from it, squares, their sum, and the product with r.
    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 5 * result.Count;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(result.Positions), Literal(result.Width), Literal(Groups), Numbers.Literal(Epsilon)];

    public override string Describe(IReadOnlyList<string> inputs) =>
        $"{inputs[0]}, standardized in {Literal(Groups)} {(Groups == 1 ? "group" : "groups")}";

    public override int Gradient(GraphBuilder graph, int value, int input, int upstream)
    {
        int inverse = graph.Add(new Kept(this, 0), "r" + graph[value].Name, graph[value].Layer, value);
        return graph.AddGradient(new GroupNormalizeGradient(Groups), value, input, upstream, value, inverse);
    }

    public override Units Propagate(SignalPropagation signals, Node node) => Of(signals, node);

    public override Units PropagateKept(SignalPropagation signals, Node node, int index) => new ConstantUnits(Of(signals, node).Factor);

    /// <summary>The mean over a group of an image of a shape.</summary>
    public static Centering Mean(Shape shape, int groups) => new((double)groups / shape.Width, shape.Positions);

    private CenteredUnits Of(SignalPropagation signals, Node node) =>
        new(signals.Units(node.Inputs[0]), Mean(node.Shape!, Groups), Epsilon);
}

/// <summary>
/// Its gradient from <c>dx̂</c>, <c>x̂</c> and <c>r</c>: with means over a group, <c>dx = r (dx̂ - mean(dx̂) - x̂ mean(dx̂ ⊙ x̂))</c>.
/// </summary>
/// <param name="Groups">The number of groups.</param>
internal sealed record GroupNormalizeGradient(int Groups) : RoutineOperation
{
    public override string Routine => "GroupNorm.Backpropagate";

    public override bool TakesExamples => true;

    public override EquatableArray<string> InputNames => EquatableArray.Of("from", "normalized", "inverse");

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[0];

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 7 * result.Count;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(result.Positions), Literal(result.Width), Literal(Groups)];

    public override string Describe(IReadOnlyList<string> inputs) =>
        $"{inputs[2]}·({inputs[0]} - mean({inputs[0]}) - {inputs[1]}·mean({inputs[0]} ⊙ {inputs[1]})), by groups";

    public override GradientUnits? PropagateGradient(SignalPropagation signals, Node node) => signals.Gradient(node.Inputs[0])
        ?.Centered(signals.Units(node.Inputs[1]), GroupNormalize.Mean(node.Shape!, Groups)).Times(signals.Units(node.Inputs[2]));
}
