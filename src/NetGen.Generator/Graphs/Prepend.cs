using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>Puts a learned vector in front of the positions of every example.</summary>
internal sealed record Prepend : RoutineOperation
{
    public override string Routine => "Tokens.Prepend";

    public override bool TakesExamples => true;

    public override EquatableArray<string> InputNames => EquatableArray.Of("from", "token");

    public override string Notation() => nameof(Prepend);

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[1] == Shape.Of(inputs[0].Width)
        ? Shape.Example(checked(inputs[0].Positions + 1), inputs[0].Width)
        : throw new ShapeException($"{inputs[1]} goes in front of {inputs[0]}.");

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 0;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(inputs[0].Positions), Literal(result.Width)];

    public override string Describe(IReadOnlyList<string> inputs) => $"{inputs[1]} in front of {inputs[0]}";

    public override int Gradient(GraphBuilder graph, int value, int input, int upstream)
    {
        Shape behind = graph[graph[value].Inputs[0]].Shape!;
        return input == 0
            ? graph.AddGradient(new Behind(behind), value, input, upstream)
            : graph.AddGradient(new TokenGradient(), value, input, upstream);
    }
}

/// <summary>The positions behind the first one, in a shape of their own.</summary>
/// <param name="Shape">The shape.</param>
internal sealed record Behind(Shape Shape) : RoutineOperation
{
    public override string Routine => "Tokens.Behind";

    public override bool TakesExamples => true;

    public override EquatableArray<string> InputNames => EquatableArray.Of("from");

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[0] == Shape.Example(Shape.Positions + 1, Shape.Width)
        ? Shape
        : throw new ShapeException($"{inputs[0]} is not {Shape} with a position in front.");

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 0;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(result.Positions), Literal(result.Width)];

    public override string Describe(IReadOnlyList<string> inputs) => $"{inputs[0]} without its first position";
}

/// <summary>The gradient of a vector in front of every example: the sum over examples.</summary>
internal sealed record TokenGradient : RoutineOperation
{
    public override string Routine => "Tokens.Gradient";

    public override bool TakesExamples => true;

    public override EquatableArray<string> InputNames => EquatableArray.Of("from");

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => Shape.Of(inputs[0].Width);

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => result.Count;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(inputs[0].Positions), Literal(inputs[0].Width)];

    public override string Describe(IReadOnlyList<string> inputs) => $"the sum of the first position of {inputs[0]} over examples";
}

/// <summary>The first position of every example.</summary>
internal sealed record First : RoutineOperation
{
    public override string Routine => "Tokens.First";

    public override bool TakesExamples => true;

    public override EquatableArray<string> InputNames => EquatableArray.Of("from");

    public override string Notation() => nameof(First);

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => Shape.Example(inputs[0].Width);

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 0;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(inputs[0].Positions), Literal(result.Width)];

    public override string Describe(IReadOnlyList<string> inputs) => $"the first position of {inputs[0]}";

    public override int Gradient(GraphBuilder graph, int value, int input, int upstream) =>
        graph.AddGradient(new FirstGradient(graph[graph[value].Inputs[0]].Shape!), value, input, upstream);

    // All positions have one law.
    public override Units Propagate(SignalPropagation signals, Node node) => signals.Units(node.Inputs[0]);
}

/// <summary>Its gradient: zero at all other positions.</summary>
/// <param name="Shape">The shape of the examples.</param>
internal sealed record FirstGradient(Shape Shape) : RoutineOperation
{
    public override string Routine => "Tokens.FirstGradient";

    public override bool TakesExamples => true;

    public override EquatableArray<string> InputNames => EquatableArray.Of("from");

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => Shape;

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 0;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(result.Positions), Literal(result.Width)];

    public override string Describe(IReadOnlyList<string> inputs) => $"{inputs[0]} at the first position, else 0";

    public override GradientUnits? PropagateGradient(SignalPropagation signals, Node node) =>
        signals.Gradient(node.Inputs[0]) is { } upstream ? GradientUnits.Fresh(Power.Of(upstream.Square / Shape.Positions)) : null;
}
