using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>
/// Scaled dot-product attention among the positions of an example, head by head (Vaswani et al. 2017): from rows of queries, keys and
/// values, <c>softmax(q kᵀ / sqrt(d)) v</c>, where <c>d</c> is the width of a head. The softmax, the weights of attention, is kept. A
/// second input, where there is one, says how many positions of each example there are to attend to.
/// </summary>
/// <param name="Heads">The number of heads.</param>
/// <param name="Causal">Whether a position attends to none behind it.</param>
internal sealed record Attend(int Heads, bool Causal) : AttentionOperation(Heads, Causal)
{
    public override string Routine => "Attention.Apply";

    public override bool IsCausal => Causal;

    public override EquatableArray<string> InputNames => EquatableArray.Of("from", "lengths");

    public override EquatableArray<string> KeptNames => EquatableArray.Of("weights");

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[0].Batched && inputs[0].Width % (3 * Heads) == 0
        ? inputs[0].WithWidth(inputs[0].Width / 3)
        : throw new ShapeException($"{inputs[0]} is not made of queries, keys and values of {Literal(Heads)} heads.");

    public override Shape KeptShape(int index, Shape result) => Shape.Example(Heads, result.Positions, result.Positions);

    // Two products; scale, exponential, sum and quotient of every weight.
    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => FlopsOf(result, products: 2, others: 4);

    public override string Describe(IReadOnlyList<string> inputs) =>
        $"attention of {Literal(Heads)} {(Heads == 1 ? "head" : "heads")}{(Causal ? ", causal," : "")} in {inputs[0]}";

    public override int Gradient(GraphBuilder graph, int value, int input, int upstream)
    {
        int weights = graph.AddOnce(new Kept(this, 0), "p" + graph[value].Name, graph[value].Layer, value);
        return graph.AddGradient(new AttendGradient(Heads, Causal), value, input, upstream, graph[value].Inputs[0], weights);
    }

    // Only where all scores are near zero are all weights alike.
    public override Units? Propagate(SignalPropagation signals, Node node) => null;
}

/// <summary>Its gradient with respect to queries, keys and values, from the upstream gradient, those, and the weights of attention.</summary>
/// <param name="Heads">The number of heads.</param>
/// <param name="Causal">Whether a position attends to none behind it.</param>
internal sealed record AttendGradient(int Heads, bool Causal) : AttentionOperation(Heads, Causal)
{
    public override string Routine => "Attention.Backpropagate";

    public override EquatableArray<string> InputNames => EquatableArray.Of("from", "projected", "weights");

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[1];

    // Four products; four operations on every weight.
    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => FlopsOf(inputs[0], products: 4, others: 4);

    public override string Describe(IReadOnlyList<string> inputs) => $"gradient of attention from {inputs[0]}, {inputs[1]} and {inputs[2]}";
}

/// <summary>What attention and its gradient have in common.</summary>
/// <param name="Heads">The number of heads.</param>
/// <param name="Causal">Whether a position attends to none behind it.</param>
internal abstract record AttentionOperation(int Heads, bool Causal) : RoutineOperation
{
    public override bool TakesExamples => true;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
    [
        Literal(inputs[0].Positions), Literal(Math.Min(inputs[0].Width, result.Width)), Literal(Heads),
        "causal: " + (Causal ? "true" : "false"),
    ];

    public override int ScratchOf(IReadOnlyList<Shape> inputs, Shape result) =>
        checked((int)AttentionLayout.Scratch(inputs[0].Positions, Math.Min(inputs[0].Width, result.Width), Heads));

    // All pairs of positions count, those that nothing attends to with them.
    private protected long FlopsOf(Shape result, int products, int others)
    {
        long pairs = (long)result.Positions * result.Positions;
        return checked(2 * products * pairs * result.Width + others * pairs * Heads);
    }
}
