using NetGen.Generator.Model;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary>
/// What the mean and the variance of every column of a batch follow from: for each block of rows a number near its mean, and the sums of
/// deviations from it and of their squares.
/// </summary>
internal sealed record BatchMoments : RoutineOperation
{
    public override string Routine => "BatchNormalization.Moments";

    public override EquatableArray<string> InputNames => EquatableArray.Of("from");

    public override bool PassesGradients => false;

    public override bool ReadsOtherRows => true;

    public override bool ReadsStepKey => true;

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[0].Batched
        ? Shape.Of(BatchLayout.Blocks * BatchLayout.Moments, inputs[0].Width)
        : throw new ShapeException($"{inputs[0]} has no rows to take moments of.");

    // A sum, a difference, its square and their sums.
    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 5 * inputs[0].Count;

    public override string Describe(IReadOnlyList<string> inputs) => $"moments of {inputs[0]}, block by block";

    // The law of what they are moments of.
    public override Units Propagate(SignalPropagation signals, Node node) => signals.Units(node.Inputs[0]);
}
