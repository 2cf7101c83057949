using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>Vectors of one length side by side in a row.</summary>
/// <param name="Count">Their number.</param>
internal sealed record Concatenate(int Count) : RoutineOperation
{
    public override string Routine => "Parts.Concatenate";

    public override EquatableArray<string> InputNames =>
        Enumerable.Range(1, Count).Select(static number => "part" + Literal(number)).ToEquatableArray();

    public override string Notation() => nameof(Concatenate);

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs.All(input => input == inputs[0])
        ? inputs[0].WithWidth(checked(Count * inputs[0].Width))
        : throw new ShapeException("Vectors of several lengths are put side by side.");

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 0;

    public override string Describe(IReadOnlyList<string> inputs) => $"[{string.Join("; ", inputs)}]";

    public override int Gradient(GraphBuilder graph, int value, int input, int upstream) =>
        graph.AddGradient(new Part(Count, input), value, input, upstream);

    // Parts of one law have that law together.
    public override Units? Propagate(SignalPropagation signals, Node node)
    {
        UnitMoments moments = signals.Units(node.Inputs[0]).Moments;
        return node.Inputs.All(part => signals.Units(part) is { IsGaussian: true } units && units.Moments.Equals(moments))
            ? signals.NewRoot(moments)
            : null;
    }
}

/// <summary>One of several vectors of one length that lie side by side in a row.</summary>
/// <param name="Count">Their number.</param>
/// <param name="Index">Which one.</param>
internal sealed record Part(int Count, int Index) : RoutineOperation
{
    public override string Routine => "Parts.Take";

    public override EquatableArray<string> InputNames => EquatableArray.Of("from");

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[0].Width % Count == 0
        ? inputs[0].WithWidth(inputs[0].Width / Count)
        : throw new ShapeException($"{inputs[0]} is not made of {Literal(Count)} parts.");

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 0;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(result.Width), Literal(Count), Literal(Index)];

    public override GradientUnits? PropagateGradient(SignalPropagation signals, Node node) => signals.Gradient(node.Inputs[0]);

    public override string Describe(IReadOnlyList<string> inputs) => $"part {Literal(Index + 1)} of {inputs[0]}";
}
