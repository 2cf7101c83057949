using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>Adds to every position a vector of its own, a row of a learned matrix <c>[positions or more, width]</c>.</summary>
internal sealed record AddPositions : RoutineOperation
{
    public override string Routine => "Positions.Add";

    public override bool IsCausal => true;

    public override bool TakesExamples => true;

    public override EquatableArray<string> InputNames => EquatableArray.Of("from", "vectors");

    public override string Notation() => nameof(AddPositions);

    public override Shape InferShape(IReadOnlyList<Shape> inputs)
    {
        bool fits = !inputs[1].Batched && inputs[1].Dimensions.Count == 2
            && inputs[1].Dimensions[0] >= inputs[0].Positions && inputs[1].Width == inputs[0].Width;
        return fits ? inputs[0] : throw new ShapeException($"{inputs[1]} has no vector for each position of {inputs[0]}.");
    }

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(result.Positions), Literal(result.Width)];

    public override string Describe(IReadOnlyList<string> inputs) => $"{inputs[0]} + {inputs[1]}, by position";

    public override int Gradient(GraphBuilder graph, int value, int input, int upstream) => input == 0
        ? upstream
        : graph.AddGradient(new PositionsGradient(((ParameterValue)graph[graph[value].Inputs[1]].Operation).Shape), value, input, upstream);

    // Vectors that are random are the same for all inputs, and independent from position to position.
    public override Units? Propagate(SignalPropagation signals, Node node)
    {
        StartingWeights vectors = signals.Parameter(node.Inputs[1]);
        Units x = signals.Units(node.Inputs[0]);
        if (vectors.Parameter.Init is Init.Ones or Init.Identity)
            return null;
        double variance = vectors.Variance, elsewhere = variance / node.Shape!.Positions;
        return variance == 0 ? x : x.Plus(signals.NewRoot(new UnitMoments(0, variance, variance)).On(Relief.Even, elsewhere));
    }
}

/// <summary>The gradient of those vectors: of each, the sum over examples. It is zero for positions that no example has.</summary>
/// <param name="Vectors">The shape of the matrix.</param>
internal sealed record PositionsGradient(Shape Vectors) : RoutineOperation
{
    public override string Routine => "Positions.Gradient";

    public override bool TakesExamples => true;

    public override EquatableArray<string> InputNames => EquatableArray.Of("from");

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => Vectors;

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => inputs[0].Count;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(inputs[0].Positions), Literal(inputs[0].Width), Literal(result.Dimensions[0])];

    public override string Describe(IReadOnlyList<string> inputs) => $"the sum of {inputs[0]} over examples, by position";
}

/// <summary>
/// Adds to every position a vector of sines and cosines (Vaswani et al. 2017): at position <c>t</c>, <c>sin(t / 10000^(2 i / D))</c> in
/// column <c>2 i</c>, and the cosine behind it.
/// </summary>
internal sealed record AddSines : RoutineOperation
{
    public override string Routine => "Positions.AddSines";

    public override bool IsCausal => true;

    public override bool TakesExamples => true;

    public override EquatableArray<string> InputNames => EquatableArray.Of("from");

    public override string Notation() => nameof(AddSines);

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[0];

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(result.Positions), Literal(result.Width)];

    public override string Describe(IReadOnlyList<string> inputs) => $"{inputs[0]} + sines and cosines, by position";

    public override int Gradient(GraphBuilder graph, int value, int input, int upstream) => upstream;

    public override Units? Propagate(SignalPropagation signals, Node node) => null;
}
