namespace NetGen.Generator;

/// <summary>The product of two values, elementwise.</summary>
internal sealed record Multiply : ElementwiseOperation
{
    // d(a b) = da b + a db
    public override int Gradient(GraphBuilder graph, int value, int input, int upstream) =>
        graph.AddGradient(new Multiply(), value, input, upstream, graph[value].Inputs[1 - input]);
}
