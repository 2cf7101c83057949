using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>
/// Mixes streams that lie side by side in a row: stream <c>j</c> of the result is <c>Σ M[j, i] x_i</c> over the streams of <c>x</c>,
/// or <c>Σ M[i, j] x_i</c> where <paramref name="Transposed"/>.
/// </summary>
internal sealed record Mix(bool Transposed) : RoutineOperation
{
    public override string Routine => Transposed ? "Streams.MixTransposed" : "Streams.Mix";

    public override EquatableArray<string> InputNames => EquatableArray.Of("from", "mix");

    public override string Notation() => nameof(Mix);

    public override Shape InferShape(IReadOnlyList<Shape> inputs)
    {
        if (inputs[1].Dimensions.Count != 2)
            throw new ShapeException($"Streams are mixed by a matrix, and not by {inputs[1]}.");
        (int from, int to) = Counts(inputs[1]);
        if (!inputs[0].Batched || inputs[1].Batched || inputs[0].Width % from != 0)
            throw new ShapeException($"{inputs[0]} is not made of as many streams as {inputs[1]} mixes.");
        return inputs[0].WithWidth(checked(inputs[0].Width / from * to));
    }

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 2 * inputs[0].Count * Counts(inputs[1]).To;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result)
    {
        (int from, int to) = Counts(inputs[1]);
        return [Literal(inputs[0].Width / from), Literal(from), Literal(to)];
    }

    public override string Describe(IReadOnlyList<string> inputs) => $"{inputs[1]}{(Transposed ? "ᵀ" : "")}·{inputs[0]}";

    // dx = Mᵀ dy and dM[j, i] = the sum of dy_j ⊙ x_i.
    public override int Gradient(GraphBuilder graph, int value, int input, int upstream)
    {
        if (Transposed)
            throw new InvalidOperationException("Only mixtures M x occur in forward graphs.");
        (int x, int matrix) = (graph[value].Inputs[0], graph[value].Inputs[1]);
        return input == 0
            ? graph.AddGradient(new Mix(Transposed: true), value, input, upstream, matrix)
            : graph.AddGradient(new MixGradient(((ParameterValue)graph[matrix].Operation).Shape), value, input, upstream, x);
    }

    private (int From, int To) Counts(Shape matrix) =>
        Transposed ? (matrix.Dimensions[0], matrix.Dimensions[1]) : (matrix.Dimensions[1], matrix.Dimensions[0]);

    public override Units Propagate(SignalPropagation signals, Node node) =>
        signals.Units(node.Inputs[0]).Scaled(signals.Parameter(node.Inputs[1]).RowSum);

    public override GradientUnits? PropagateGradient(SignalPropagation signals, Node node) =>
        signals.Gradient(node.Inputs[0])?.Scaled(signals.Parameter(node.Inputs[1]).RowSum);
}

/// <summary>The gradient of the matrix that streams are mixed by, from <c>dy</c> and <c>x</c>.</summary>
/// <param name="Matrix">Its shape.</param>
internal sealed record MixGradient(Shape Matrix) : RoutineOperation
{
    public override string Routine => "Streams.MixGradient";

    public override EquatableArray<string> InputNames => EquatableArray.Of("from", "x");

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => Matrix;

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 2 * inputs[1].Count * Matrix.Dimensions[0];

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(inputs[1].Width / Matrix.Dimensions[1]), Literal(Matrix.Dimensions[1]), Literal(Matrix.Dimensions[0])];

    public override string Describe(IReadOnlyList<string> inputs) => $"{inputs[0]}·{inputs[1]}ᵀ";
}
