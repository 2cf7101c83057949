using NetGen.Generator.Model;

namespace NetGen.Generator.Graphs;

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

    /// <summary>Adds a node, unless there is one that computes the same from the same.</summary>
    public int AddOnce(Operation operation, string name, int layer, params int[] inputs)
    {
        int existing = nodes.FindLastIndex(node => node.Operation == operation && node.Inputs.Equals(EquatableArray.Of(inputs)));
        return existing >= 0 ? existing : Add(operation, name, layer, inputs);
    }

    /// <summary>Gives a value another operation of the same shape.</summary>
    public void Replace(int value, Operation operation) => nodes[value] = nodes[value] with { Operation = operation };

    /// <summary>Adds the gradient with respect to an input of a node, in the node's layer.</summary>
    /// <param name="operation">How it is computed.</param>
    /// <param name="value">The node's value.</param>
    /// <param name="input">The number of its input.</param>
    /// <param name="inputs">From which values.</param>
    public int AddGradient(Operation operation, int value, int input, params int[] inputs) =>
        Add(operation, "d" + this[this[value].Inputs[input]].Name, this[value].Layer, inputs);
}
