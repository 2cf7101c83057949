namespace NetGen.Generator;

/// <summary>A fixed multiple, <c>y = a x</c>.</summary>
internal sealed record Scale(float Factor) : ElementwiseOperation
{
    public override int Gradient(GraphBuilder graph, int value, int input, int upstream) =>
        graph.AddGradient(this, value, input, upstream);
}
