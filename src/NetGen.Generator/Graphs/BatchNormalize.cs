using NetGen.Generator.Kernels;
using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>
/// Normalizes every column of a batch, <c>y = γ ⊙ x̂ + β</c> with <c>x̂ = (x - mean) r</c> and <c>r = 1 / sqrt(var + ε)</c> (Ioffe and
/// Szegedy 2015). Its inputs are <c>x</c>, what it is normalized by, which has <c>γ</c> and <c>β</c> in it, and, where there are any, those
/// two, for their gradients.
/// </summary>
internal sealed record BatchNormalize : Operation
{
    public override string Notation() => nameof(BatchNormalize);

    public override Shape InferShape(IReadOnlyList<Shape> inputs)
    {
        if (!inputs[0].Batched || inputs[1] != RunningStatistics.ShapeFor(Shape.Of(inputs[0].Width)))
            throw new ShapeException($"Statistics {inputs[1]} do not fit {inputs[0]}.");
        return inputs[0];
    }

    // A difference, a product and a sum.
    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 3 * result.Count;

    // dβ = Σ dy, dγ = Σ dy ⊙ x̂ and, since mean and variance depend on x, dx = γ r (dy - dβ / n - x̂ dγ / n) for n rows.
    public override int Gradient(GraphBuilder graph, int value, int input, int upstream)
    {
        Node node = graph[value];
        int x = node.Inputs[0], statistics = node.Inputs[1];
        int sums = graph.AddOnce(new BatchNormSums(), $"sums{node.Name}", node.Layer, upstream, x, statistics);
        int terms = graph.AddOnce(
            new BatchNormTerms(graph[statistics].Operation is BatchStatistics of ? of.Positions : 1), $"terms{node.Name}", node.Layer, sums,
            statistics);
        return input switch
        {
            0 => graph.AddGradient(new BatchNormalizeGradient(), value, input, upstream, x, statistics, terms),
            2 => graph.AddGradient(new BatchNormParameterGradient(IsGain: true), value, input, terms),
            3 => graph.AddGradient(new BatchNormParameterGradient(IsGain: false), value, input, terms),
            _ => throw new InvalidOperationException($"{this} has no derivative with respect to input {input}."),
        };
    }

    public override ProductCall? Product(Node node) =>
        new(new BatchNorm(), node.Inputs[0]) { Operands = EquatableArray.Of<Operand>(node.Inputs[1]) };

    public override Units? Propagate(SignalPropagation signals, Node node)
    {
        if (signals.Node(node.Inputs[1]).Operation is not BatchStatistics statistics)
            return null;
        Units normalized = statistics.Normalized(signals.Units(node.Inputs[0]));
        return node.Inputs.Count == 2
            ? normalized
            : normalized.Affine(signals.Parameter(node.Inputs[2]).Start, signals.Parameter(node.Inputs[3]).Start);
    }
}

/// <summary>Its gradient with respect to <c>x</c>, from <c>dy</c>, <c>x</c>, the statistics and <see cref="BatchNormTerms"/>.</summary>
internal sealed record BatchNormalizeGradient : Operation
{
    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[0];

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 5 * result.Count;

    public override ProductCall? Product(Node node) =>
        new(new BatchNormGradient(), node.Inputs[0])
        {
            Operands = EquatableArray.Of<Operand>(node.Inputs[1], node.Inputs[2], node.Inputs[3]),
        };

    public override GradientUnits? PropagateGradient(SignalPropagation signals, Node node) =>
        signals.Gradient(node.Inputs[0])?.Times(signals.Units(node.Inputs[2]));
}
