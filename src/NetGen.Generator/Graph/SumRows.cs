namespace NetGen.Generator;

/// <summary>The sum over the batch, the gradient of a bias.</summary>
internal sealed record SumRows : Operation
{
    public override Shape InferShape(IReadOnlyList<Shape> inputs) =>
        inputs[0].Batched ? Shape.Of(inputs[0].Width) : throw new ShapeException($"{inputs[0]} has no rows to sum over.");
}
