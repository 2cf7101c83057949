using NetGen.Generator.Kernels;
using NetGen.Generator.Model;
using NetGen.Generator.Propagation;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Graphs;

/// <summary>
/// The matrix product <c>C = op(A) op(B)</c>, where <c>op</c> transposes or not. The positions of all examples are the rows of a matrix.
/// </summary>
internal sealed record MatMul(bool TransposeA, bool TransposeB) : Operation
{
    public override string Notation() => !TransposeA && TransposeB ? nameof(Linear) : NoNotation();

    public override Shape InferShape(IReadOnlyList<Shape> inputs)
    {
        Shape a = inputs[0], b = inputs[1];
        if (!b.Batched && b.Dimensions.Count != 2)
            throw new ShapeException($"A product takes a matrix, and got {b}.");
        if (TransposeA)
        {
            // A sum over the batch: its result is the same for every example.
            if (!a.Batched || !b.Batched || TransposeB || a.Positions != b.Positions)
                throw new ShapeException($"A product over the batch takes two batches of as many rows, and got {a} and {b}.");
            return Shape.Of(a.Width, b.Width);
        }

        int contracted = TransposeB ? b.Width : b.Dimensions[0];
        if (!a.Batched || b.Batched || a.Width != contracted)
            throw new ShapeException(
                $"The product of {a} and {b}{(TransposeB ? " transposed" : "")} contracts {a.Width} with {contracted}.");
        return a.WithWidth(TransposeB ? b.Dimensions[0] : b.Width);
    }

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) =>
        2 * inputs[0].Count * (TransposeA ? inputs[1].Width : result.Width);

    // For C = A Bᵀ: dA = dC B and dB = dCᵀ A.
    public override int Gradient(GraphBuilder graph, int value, int input, int upstream)
    {
        if (TransposeA || !TransposeB)
            throw new InvalidOperationException("Only products A Bᵀ occur in forward graphs.");
        return input == 0
            ? graph.AddGradient(new MatMul(TransposeA: false, TransposeB: false), value, input, upstream, graph[value].Inputs[1])
            : graph.AddGradient(new MatMul(TransposeA: true, TransposeB: false), value, input, upstream, graph[value].Inputs[0]);
    }

    public override ProductCall? Product(Node node) => this switch
    {
        { TransposeA: true } => new(new WeightGradient(HasBias: false, Shared: false), node.Inputs[1])
        {
            Operands = EquatableArray.Of<Operand>(node.Inputs[0]),
        },
        { TransposeB: true } => new(new Linear(HasBias: false), node.Inputs[0]) { Weights = EquatableArray.Of(node.Inputs[1]) },
        _ => new(new InputGradient(), node.Inputs[0]) { Weights = EquatableArray.Of(node.Inputs[1]) },
    };

    public override Units? Propagate(SignalPropagation signals, Node node)
    {
        if (!TransposeB)
            return null;
        Units x = signals.Units(node.Inputs[0]);
        StartingWeights matrix = signals.Parameter(node.Inputs[1]);
        Units product = matrix.Multiply(signals, x, signals.ProductsWith(node.Inputs[1]));
        return product.On(x.Relief, matrix.IsRandom ? matrix.Gain * x.Elsewhere : product.Elsewhere);
    }

    public override GradientUnits? PropagateGradient(SignalPropagation signals, Node node) =>
        !TransposeA && signals.Gradient(node.Inputs[0]) is { } upstream
            ? signals.Parameter(node.Inputs[1]).MultiplyTransposed(upstream, signals.ProductsWith(node.Inputs[1]))
            : null;
}
