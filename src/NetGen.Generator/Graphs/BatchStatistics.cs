using NetGen.Generator.Model;
using NetGen.Generator.Propagation;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Graphs;

/// <summary>
/// What a batch is normalized by, from its <see cref="BatchMoments"/>, the running statistics and, where there are any, gain and bias. A
/// step lets the running statistics follow: <c>running ← (1 - m) running + m batch</c>.
/// </summary>
/// <param name="Positions">The rows of an example.</param>
/// <param name="Epsilon">The <c>ε</c>.</param>
/// <param name="Momentum">The <c>m</c>.</param>
internal sealed record BatchStatistics(int Positions, float Epsilon, float Momentum) : RoutineOperation
{
    public override string Routine => "BatchNormalization.OfBatch";

    public override EquatableArray<string> InputNames => EquatableArray.Of("moments", "mean", "variance", "count", "gain", "bias");

    public override bool PassesGradients => false;

    public override bool ReadsStepKey => true;

    public override int Positions { get; } = Positions;

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => RunningStatistics.ShapeFor(inputs[1]);

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 0;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(result.Width), "epsilon: " + Numbers.Literal(Epsilon), "momentum: " + Numbers.Literal(Momentum)];

    public override string Describe(IReadOnlyList<string> inputs) => $"mean and deviation of the batch; {inputs[1]}, {inputs[2]} follow";

    // Of a large batch: what every unit is multiplied by, which has γ in it.
    public override Units Propagate(SignalPropagation signals, Node node) => new ConstantUnits(
        Normalized(signals.Units(node.Inputs[0])).Factor * (node.Inputs.Count > 4 ? signals.Parameter(node.Inputs[4]).Start : 1));

    /// <summary>Units without their mean over the batch, divided by their deviation.</summary>
    public CenteredUnits Normalized(Units units) => new(units, new Centering(1, double.PositiveInfinity), Epsilon);
}
