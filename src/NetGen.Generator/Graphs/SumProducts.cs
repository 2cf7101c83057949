using NetGen.Generator.Model;

namespace NetGen.Generator.Graphs;

/// <summary>
/// The sum of <c>a ⊙ b</c> over the batch, the gradient of a vector that rows are multiplied by; for a single number, the sum over all
/// elements.
/// </summary>
/// <param name="Result">The shape of what was multiplied by.</param>
internal sealed record SumProducts(Shape Result) : RoutineOperation
{
    public override string Routine => Result.Count == 1 ? "Sums.Dot" : "Sums.Products";

    public override EquatableArray<string> InputNames => EquatableArray.Of("a1", "a2");

    public override bool GoesOn => Result.Count > 1;

    public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[0] == inputs[1]
        ? Result
        : throw new ShapeException($"The products of {inputs[0]} and {inputs[1]} have no sum; expected equal shapes.");

    public override long Flops(IReadOnlyList<Shape> inputs, Shape result) => 2 * inputs[0].Count;

    public override string Describe(IReadOnlyList<string> inputs) => $"Σ {inputs[0]} ⊙ {inputs[1]}";
}
