using NetGen.Generator.Model;

namespace NetGen.Generator.Graphs;

/// <summary>The sum over the batch, the gradient of a bias. Where a weight gradient reads the same rows, it rides along.</summary>
internal sealed record SumRows : RoutineOperation
{
    public override string Routine => "Sums.Rows";

    public override EquatableArray<string> InputNames => EquatableArray.Of("from");

    public override bool GoesOn => true;

    public override Shape InferShape(IReadOnlyList<Shape> inputs) =>
        inputs[0].Batched ? Shape.Of(inputs[0].Width) : throw new ShapeException($"{inputs[0]} has no rows to sum over.");

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => inputs[0].Count;

    public override string Describe(IReadOnlyList<string> inputs) => "Σ " + inputs[0];
}
