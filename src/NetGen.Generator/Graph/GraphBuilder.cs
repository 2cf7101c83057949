namespace NetGen.Generator;

/// <summary>A graph that grows. Later nodes may use earlier values only, so the order of nodes is an order of evaluation.</summary>
internal sealed class GraphBuilder
{
    private readonly List<Node> nodes;

    public GraphBuilder() => nodes = [];

    /// <summary>Begins with the nodes of a graph.</summary>
    public GraphBuilder(Graph graph) => nodes = [.. graph.Nodes];

    public Node this[int value] => nodes[value];

    public int Count => nodes.Count;

    public EquatableArray<Node> ToNodes() => nodes.ToEquatableArray();

    /// <summary>Adds a node and returns its value.</summary>
    public int Add(Operation operation, string name, int layer, params int[] inputs)
    {
        nodes.Add(new Node(operation, EquatableArray.Of(inputs), layer, name));
        return nodes.Count - 1;
    }
}
