using NetGen.Generator.Model;
using NetGen.Generator.Propagation;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Graphs;

/// <summary>
/// Rotary positions (Su et al. 2021): turns the queries and the keys of every head by angles that grow with the position, so that their
/// products depend on distances. Element <c>i</c> of a head and element <c>i + d / 2</c> turn by <c>t base^(-2 i / d)</c> at position
/// <c>t</c>; values stay as they are. The gradient turns back.
/// </summary>
/// <param name="Heads">The number of heads.</param>
/// <param name="Base">The base.</param>
/// <param name="Back">Whether it turns back.</param>
internal sealed record Rotate(int Heads, float Base, bool Back = false) : RoutineOperation
{
    public override string Routine => Back ? "Rotary.TurnBack" : "Rotary.Turn";

    public override EquatableArray<string> InputNames => EquatableArray.Of("from");

    public override string Notation() => $"{nameof(Rotate)} heads={Literal(Heads)} base={Numbers.Shortest(Base)}";

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[0].Width % (6 * Heads) == 0
        ? inputs[0]
        : throw new ShapeException($"{inputs[0]} is not made of queries, keys and values of {Literal(Heads)} heads of even width.");

    // Two products and a sum for each element of queries and keys.
    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 2 * result.Count;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(result.Positions), Literal(result.Width / 3), Literal(Heads), Numbers.Literal(Base)];

    public override string Describe(IReadOnlyList<string> inputs) => $"{inputs[0]}, turned{(Back ? " back" : "")} by position";

    public override int Gradient(GraphBuilder graph, int value, int input, int upstream) => Back
        ? throw new InvalidOperationException("Nothing turns back in forward graphs.")
        : graph.AddGradient(this with { Back = true }, value, input, upstream);

    // A rotation keeps what is independent and of one size as it is.
    public override Units Propagate(SignalPropagation signals, Node node) => signals.Units(node.Inputs[0]);

    public override GradientUnits? PropagateGradient(SignalPropagation signals, Node node) => signals.Gradient(node.Inputs[0]);
}
