namespace NetGen.Generator;

/// <summary>The sum of two values, elementwise: a residual connection, or the gradient of a value that was used twice.</summary>
internal sealed record Add : ElementwiseOperation
{
    // d(a + b) = da + db
    public override int Gradient(GraphBuilder graph, int value, int input, int upstream) => upstream;
}
