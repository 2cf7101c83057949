using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>For every token its row of a matrix <c>[vocabulary, width]</c>.</summary>
internal sealed record Embed : RoutineOperation
{
    public override string Routine => "Embedding.Apply";

    public override bool IsCausal => true;

    public override bool TakesExamples => true;

    public override EquatableArray<string> InputNames => EquatableArray.Of("from", "vectors");

    public override string Notation() => nameof(Embed);

    public override Shape InferShape(IReadOnlyList<Shape> inputs) =>
        inputs[0].Vocabulary > 0 && !inputs[1].Batched && inputs[1].Dimensions.Count == 2 && inputs[1].Dimensions[0] == inputs[0].Vocabulary
            ? Shape.Example(inputs[0].Width, inputs[1].Width)
            : throw new ShapeException($"{inputs[1]} has no vector for each token of {inputs[0]}.");

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 0;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(result.Positions), Literal(result.Width)];

    public override string Describe(IReadOnlyList<string> inputs) => $"for each token of {inputs[0]} its row of {inputs[1]}";

    public override int Gradient(GraphBuilder graph, int value, int input, int upstream) => input == 1
        ? graph.AddGradient(
            new EmbedGradient(((ParameterValue)graph[graph[value].Inputs[1]].Operation).Shape), value, input, upstream,
            graph[value].Inputs[0])
        : throw new InvalidOperationException("Tokens have no gradient.");

    // A row of the matrix is as good as a draw of its own, and other tokens have other rows.
    public override Units? Propagate(SignalPropagation signals, Node node)
    {
        StartingWeights vectors = signals.Parameter(node.Inputs[1]);
        return vectors.IsRandom ? signals.NewRoot(new UnitMoments(0, vectors.Variance, 0)) : null;
    }
}

/// <summary>The gradient of the matrix: what came to a token's row, summed over all its places in the batch, in order.</summary>
/// <param name="Vectors">The shape of the matrix.</param>
internal sealed record EmbedGradient(Shape Vectors) : RoutineOperation
{
    public override string Routine => "Embedding.Gradient";

    public override bool TakesExamples => true;

    public override EquatableArray<string> InputNames => EquatableArray.Of("from", "tokens");

    public override bool GoesOn => true;

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => Vectors;

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => inputs[0].Count;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(inputs[0].Positions), Literal(inputs[0].Width), Literal(result.Dimensions[0])];

    public override string Describe(IReadOnlyList<string> inputs) => $"the sum of {inputs[0]} over all places of each token of {inputs[1]}";
}
