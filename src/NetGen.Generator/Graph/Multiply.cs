namespace NetGen.Generator;

/// <summary>The product of two values, elementwise.</summary>
internal sealed record Multiply : ElementwiseOperation
{
    // d(a b) = da b + a db
    public override int Gradient(GraphBuilder graph, Node node, int input, int upstream) =>
        graph.Add(new Multiply(), "d" + graph[node.Inputs[input]].Name, node.Layer, upstream, node.Inputs[1 - input]);
}
