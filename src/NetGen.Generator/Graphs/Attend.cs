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
    // The standard deviation of a score up to which weights are off by no more than a tenth.
    private const double GreatestScore = 0.1;

    public override string Routine => "Attention.Apply";

    public override int ScratchOf(IReadOnlyList<Shape> inputs, Shape result) =>
        checked((int)AttentionLayout.ForwardScratch(result.Positions, result.Width, Heads));

    public override bool IsCausal => Causal;

    public override bool ReadsEarlier => true;

    public override EquatableArray<string> InputNames => EquatableArray.Of("from", "lengths");

    public override EquatableArray<string> KeptNames => EquatableArray.Of("weights");

    public override string Notation() => $"{nameof(Attend)} heads={Literal(Heads)} causal={(Causal ? 1 : 0)}";

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

    // Queries and keys are independent products of the input: the variance of a score is that of their elements, squared. Where scores are
    // near zero all weights are alike, and what is found is the mean of the values, the same for all positions.
    public override Units? Propagate(SignalPropagation signals, Node node)
    {
        Units projected = signals.Units(node.Inputs[0]);
        if (Causal || projected.Moments.Variance > GreatestScore || signals.AreMixed(node.Inputs[0]))
            return null;
        Units values = signals.NewRoot(projected.Moments).On(projected.Relief, projected.Elsewhere);
        return values.MeanOver(PooledPixels.All(node.Shape!.Positions)).On(Relief.Even);
    }

    // The law of a mean says nothing of weights by themselves.
    public override Units PropagateKept(SignalPropagation signals, Node node, int index) =>
        new ConstantUnits(1.0 / node.Shape!.Positions);
}

/// <summary>Its gradient with respect to queries, keys and values, from the upstream one, those, and the weights of attention.</summary>
/// <param name="Heads">The number of heads.</param>
/// <param name="Causal">Whether a position attends to none behind it.</param>
internal sealed record AttendGradient(int Heads, bool Causal) : AttentionOperation(Heads, Causal)
{
    public override string Routine => "Attention.Backpropagate";

    public override int ScratchOf(IReadOnlyList<Shape> inputs, Shape result) =>
        checked((int)AttentionLayout.Scratch(result.Positions, inputs[0].Width, Heads));

    public override EquatableArray<string> InputNames => EquatableArray.Of("from", "projected", "weights");

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[1];

    // Four products; four operations on every weight.
    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => FlopsOf(inputs[0], products: 4, others: 4);

    // Every value gets the mean of what came to all positions; what comes to queries and keys is small beside it.
    public override GradientUnits? PropagateGradient(SignalPropagation signals, Node node)
    {
        if (signals.Gradient(node.Inputs[0]) is not { } upstream)
            return null;
        int positions = node.Shape!.Positions;
        double square = (upstream.Square + (positions - 1) * upstream.Overlap) / positions / 3;
        return GradientUnits.Fresh(Power.Of(square), overlap: square);
    }

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

    // All pairs of positions count, those that nothing attends to with them.
    private protected long FlopsOf(Shape result, int products, int others)
    {
        long pairs = (long)result.Positions * result.Positions;
        return checked(2 * products * pairs * result.Width + others * pairs * Heads);
    }
}
