using NetGen.Generator.Kernels;
using NetGen.Generator.Model;
using NetGen.Generator.Propagation;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Graphs;

/// <summary>
/// Divides every row by its root mean square, <c>x̂ = x r</c> with <c>r = 1 / sqrt(mean(x²) + ε)</c> (Zhang and Sennrich 2019); where
/// <paramref name="Centered"/>, of what is left of it without its mean (Ba et al. 2016).
/// </summary>
internal sealed record Normalize(bool Centered, float Epsilon) : Operation
{
    public override string Notation() =>
        $"{(Centered ? nameof(LayerNorm) : nameof(RmsNorm))} epsilon={Numbers.Shortest(Epsilon)}";

    public override Shape InferShape(IReadOnlyList<Shape> inputs) =>
        inputs[0].Batched ? inputs[0] : throw new ShapeException($"{inputs[0]} has no rows to normalize.");

    // Squares, their sum, and the product with r; the mean and the difference from it.
    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => (Centered ? 5 : 3) * result.Count;

    // With the mean over a row: dx = r (dx̂ - x̂ mean(dx̂ ⊙ x̂)), and without its mean where centered.
    public override int Gradient(GraphBuilder graph, int value, int input, int upstream)
    {
        int inverse = graph.Add(new InverseDeviation(this), "r" + graph[value].Name, graph[value].Layer, graph[value].Inputs[0]);
        return graph.AddGradient(new NormalizeGradient(Centered), value, input, upstream, value, inverse);
    }

    public override ProductCall? Product(Node node) =>
        new(Centered ? new LayerNorm() : new RmsNorm(), node.Inputs[0]) { Operands = EquatableArray.Of(new Operand(-1, Epsilon)) };

    // The mean over a row is the mean over units: at the start, a norm is a fixed factor.
    public override Units Propagate(SignalPropagation signals, Node node)
    {
        Units x = signals.Units(node.Inputs[0]);
        double factor = InverseOf(x.Moments);
        return x.Affine(factor, Centered ? -factor * x.Moments.Mean : 0).On(Relief.Even);
    }

    /// <summary>The <c>r</c> of units.</summary>
    public double InverseOf(UnitMoments moments) => 1 / Math.Sqrt((Centered ? moments.Variance : moments.Square) + Epsilon);
}

/// <summary>The <c>r</c> of a row, kept by the forward pass for the backward pass.</summary>
internal sealed record InverseDeviation(Normalize Of) : Operation
{
    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[0].WithWidth(1);

    public override Units Propagate(SignalPropagation signals, Node node) =>
        new ConstantUnits(Of.InverseOf(signals.Units(node.Inputs[0]).Moments));
}

/// <summary>The gradient of a row with respect to what it was before it was normalized, from <c>dx̂</c>, <c>x̂</c> and <c>r</c>.</summary>
internal sealed record NormalizeGradient(bool Centered) : Operation
{
    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[0];

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => (Centered ? 7 : 5) * result.Count;

    public override ProductCall? Product(Node node) =>
        new(Centered ? new LayerNormGradient() : new RmsNormGradient(), node.Inputs[0])
        {
            Operands = EquatableArray.Of<Operand>(node.Inputs[1], node.Inputs[2]),
        };

    // mean(dx̂) and mean(dx̂ ⊙ x̂) vanish: a gradient is independent of the forward pass, and of mean 0.
    public override GradientUnits? PropagateGradient(SignalPropagation signals, Node node) =>
        signals.Gradient(node.Inputs[0])?.Times(signals.Units(node.Inputs[2]));
}
