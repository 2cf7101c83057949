using NetGen.Generator.Model;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Graphs;

/// <summary>What a prediction is normalized by: the running mean and variance and, where there are any, gain and bias.</summary>
/// <param name="Epsilon">The <c>ε</c>.</param>
internal sealed record RunningStatistics(float Epsilon) : RoutineOperation
{
    public override string Routine => "BatchNormalization.OfRunning";

    public override EquatableArray<string> InputNames => EquatableArray.Of("mean", "variance", "gain", "bias");

    public override string Notation() => $"{nameof(RunningStatistics)} epsilon={Numbers.Shortest(Epsilon)}";

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => ShapeFor(inputs[0]);

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 0;

    public override IEnumerable<string> Arguments(IReadOnlyList<Shape> inputs, Shape result) =>
        [Literal(result.Width), "epsilon: " + Numbers.Literal(Epsilon)];

    public override string Describe(IReadOnlyList<string> inputs) => $"{inputs[0]} and the deviation of {inputs[1]}";

    /// <summary>The shape of what rows are normalized by, for channels.</summary>
    public static Shape ShapeFor(Shape channels) => Shape.Of(BatchLayout.Statistics, channels.Width);
}
