using NetGen.Generator.Kernels;
using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>
/// The outputs <c>z</c> of a product with a weight <c>V</c>, each multiplied by <c>g / |V|</c>. Its inputs are <c>z</c> and
/// <see cref="WeightScales"/>, and, for their gradients, <c>V</c> and <c>g</c>.
/// </summary>
internal sealed record ScaleColumns : Operation
{
    public override string Notation() => nameof(ScaleColumns);

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[0].Batched && inputs[1] == Shape.Of(2, inputs[0].Width)
        ? inputs[0]
        : throw new ShapeException($"Scales {inputs[1]} do not fit {inputs[0]}.");

    // With ds = Σ dy ⊙ z: dz = dy g / |V|, dg = ds / |V|, and through the length of V, beside what comes through z, dV = -g ds V / |V|³.
    public override int Gradient(GraphBuilder graph, int value, int input, int upstream)
    {
        Node node = graph[value];
        int z = node.Inputs[0], scales = node.Inputs[1];
        return input switch
        {
            0 => graph.AddGradient(this, value, input, upstream, scales),
            2 => graph.AddGradient(
                new WeightLengthGradient(Of(2)), value, input, upstream, z, scales,
                graph.AddOnce(new Kept((WeightScales)graph[scales].Operation, 0), $"copy{node.Name}", node.Layer, scales)),
            3 => graph.AddGradient(new WeightGainGradient(Of(3)), value, input, upstream, z, scales),
            _ => throw new InvalidOperationException($"{this} has no derivative with respect to input {input}."),
        };

        Shape Of(int parameter) => ((ParameterValue)graph[node.Inputs[parameter]].Operation).Shape;
    }

    public override ProductCall? Product(Node node) =>
        new(new ScaledColumns(), node.Inputs[0]) { Operands = EquatableArray.Of<Operand>(node.Inputs[1]) };

    public override Units Propagate(SignalPropagation signals, Node node) =>
        signals.Units(node.Inputs[0]).Scaled(signals.Units(node.Inputs[1]).Moments.Mean);

    public override GradientUnits? PropagateGradient(SignalPropagation signals, Node node) =>
        signals.Gradient(node.Inputs[0])?.Scaled(signals.Units(node.Inputs[1]).Moments.Mean);
}

/// <summary>The gradient of the gain of a weight norm, <c>Σ dy ⊙ z / |V|</c>.</summary>
/// <param name="Gain">Its shape.</param>
internal sealed record WeightGainGradient(Shape Gain) : RoutineOperation
{
    public override string Routine => "WeightNorm.GainGradient";

    public override EquatableArray<string> InputNames => EquatableArray.Of("from", "z", "scales");

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => Gain;

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 2 * inputs[0].Count;

    public override int ScratchOf(IReadOnlyList<Shape> inputs, Shape result) => Layout.Panels(inputs[0].Width) * Layout.PanelWidth;

    public override string Describe(IReadOnlyList<string> inputs) => $"Σ {inputs[0]} ⊙ {inputs[1]} / |V|, by {inputs[2]}";
}

/// <summary>What of the gradient of a weight comes through its length, <c>-g V / |V|³ Σ dy ⊙ z</c>.</summary>
/// <param name="Weight">The weight's shape.</param>
internal sealed record WeightLengthGradient(Shape Weight) : RoutineOperation
{
    public override string Routine => "WeightNorm.LengthGradient";

    public override EquatableArray<string> InputNames => EquatableArray.Of("from", "z", "scales", "copy");

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => Weight;

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 2 * inputs[0].Count;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(inputs[0].Width), Literal((int)(Weight.Count / Weight.Dimensions[0]))];

    public override int ScratchOf(IReadOnlyList<Shape> inputs, Shape result) => Layout.Panels(inputs[0].Width) * Layout.PanelWidth;

    public override string Describe(IReadOnlyList<string> inputs) => $"-g V / |V|³ Σ {inputs[0]} ⊙ {inputs[1]}, by {inputs[2]}";
}
