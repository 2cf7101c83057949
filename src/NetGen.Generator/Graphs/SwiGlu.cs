using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>A gated unit (Shazeer 2020): with the halves <c>a</c> and <c>b</c> of a vector, <c>SiLU(a) ⊙ b</c>.</summary>
internal sealed record SwiGlu : RoutineOperation
{
    public override string Routine => "SwiGlu.Apply";

    public override EquatableArray<string> InputNames => EquatableArray.Of("from");

    public override string Notation() => nameof(SwiGlu);

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[0].Width % 2 == 0
        ? inputs[0].WithWidth(inputs[0].Width / 2)
        : throw new ShapeException($"{inputs[0]} has no halves.");

    // A function and a product for each.
    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 2 * result.Count;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) => [Literal(result.Width)];

    public override string Describe(IReadOnlyList<string> inputs) => $"SwiGLU({inputs[0]})";

    public override int Gradient(GraphBuilder graph, int value, int input, int upstream) =>
        graph.AddGradient(new SwiGluGradient(), value, input, upstream, graph[value].Inputs[0]);

    // Both halves are draws of one law.
    public override Units? Propagate(SignalPropagation signals, Node node) => signals.Units(node.Inputs[0]) is { IsGaussian: true } halves
        ? Open(signals.NewRoot(halves.Moments)).Times(signals.NewRoot(halves.Moments))
        : null;

    private static Units Open(Units gate)
    {
        SiLU open = new();
        return gate.Select(open.ValueAt, open.ValueOfGaussian);
    }
}

/// <summary>Its gradient from <c>dy</c> and the vector: <c>dy ⊙ b ⊙ SiLU'(a)</c> and <c>dy ⊙ SiLU(a)</c>.</summary>
internal sealed record SwiGluGradient : RoutineOperation
{
    public override string Routine => "SwiGlu.Backpropagate";

    public override EquatableArray<string> InputNames => EquatableArray.Of("from", "halves");

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[1];

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 4 * inputs[0].Count;

    // Half of its units are dy ⊙ b ⊙ SiLU'(a), half dy ⊙ SiLU(a).
    public override GradientUnits? PropagateGradient(SignalPropagation signals, Node node)
    {
        if (signals.Gradient(node.Inputs[0]) is not { } upstream || signals.Units(node.Inputs[1]) is not { IsGaussian: true } halves)
            return null;
        SiLU open = new();
        UnitMoments moments = halves.Moments;
        double factor = (moments.Square * open.SlopeOfGaussian(moments).Square + open.ValueOfGaussian(moments).Square) / 2;
        return GradientUnits.Fresh(Power.Of(factor * upstream.Square));
    }

    public override string Describe(IReadOnlyList<string> inputs) => $"SwiGLU'({inputs[1]}, {inputs[0]})";
}
