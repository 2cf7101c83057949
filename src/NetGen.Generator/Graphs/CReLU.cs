using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>
/// The positive and the negative part of a vector, one behind the other: <c>[max(0, z); max(0, -z)]</c> (Shang et al. 2016), or signed,
/// <c>[max(0, z); min(0, z)]</c> (Zagoruyko and Komodakis 2017).
/// </summary>
/// <param name="Signed">Whether the negative part keeps its sign.</param>
internal sealed record CReLU(bool Signed = false) : RoutineOperation
{
    /// <summary>What it is called.</summary>
    public string Name => Signed ? "NCReLU" : "CReLU";

    public override string Routine => Signed ? "CReLU.ApplySigned" : "CReLU.Apply";

    public override EquatableArray<string> InputNames => EquatableArray.Of("from");

    public override string Notation() => Name;

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[0].WithWidth(checked(2 * inputs[0].Width));

    public override string Describe(IReadOnlyList<string> inputs) => $"{Name}({inputs[0]})";

    public override int Gradient(GraphBuilder graph, int value, int input, int upstream) =>
        graph.AddGradient(new CReLUGradient(this), value, input, upstream, value);

    public override Units Propagate(SignalPropagation signals, Node node) =>
        new HalvesOfUnits(signals.Units(node.Inputs[0]), Signed ? -1 : 1);
}

/// <summary>Its gradient from <c>dy</c> and <c>y</c>: what came to the half that is not 0, with the sign that it has there.</summary>
/// <param name="Of">The operation whose it is.</param>
internal sealed record CReLUGradient(CReLU Of) : RoutineOperation
{
    public override string Routine => Of.Signed ? "CReLU.BackpropagateSigned" : "CReLU.Backpropagate";

    public override EquatableArray<string> InputNames => EquatableArray.Of("from", "kept");

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[0].WithWidth(inputs[0].Width / 2);

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) => [Literal(result.Width)];

    public override string Describe(IReadOnlyList<string> inputs) => $"{Of.Name}'({inputs[1]}, {inputs[0]})";

    // One of the halves lets its gradient through unchanged: the square of the result is the square of either half.
    public override GradientUnits? PropagateGradient(SignalPropagation signals, Node node) =>
        signals.Gradient(node.Inputs[0]) is { } upstream ? GradientUnits.Fresh(Power.Of(upstream.Square)) : null;
}
