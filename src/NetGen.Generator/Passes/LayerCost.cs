using NetGen.Generator.Graphs;
using NetGen.Generator.Model;

namespace NetGen.Generator.Passes;

/// <summary>What a layer, or a row of the layer table, costs.</summary>
/// <param name="Input">The shape of what comes in.</param>
/// <param name="Output">The shape of what goes out.</param>
/// <param name="Parameters">The number of its parameters.</param>
/// <param name="Flops">Floating-point operations of its forward pass for one example.</param>
internal readonly record struct LayerCost(Shape Input, Shape Output, long Parameters, long Flops)
{
    /// <summary>The costs of all layers of a forward graph.</summary>
    public static LayerCost[] OfLayers(Graph forward)
    {
        ILookup<int, Node> nodes = forward.Nodes.ToLookup(static node => node.Layer);
        return [.. forward.Layers.Select((layer, index) => Of(forward, nodes[index], layer.Input, layer.Stream))];
    }

    /// <summary>The costs of all rows of a forward graph's layer table.</summary>
    public static LayerCost[] OfRows(Graph forward)
    {
        return [.. forward.Rows.Select(row => Of(forward, NodesOf(row), row.Input, row.Output))];

        IEnumerable<Node> NodesOf(LayerRow row) => Enumerable.Range(row.FirstNode, row.NodeCount).Select(node => forward[node]);
    }

    private static LayerCost Of(Graph forward, IEnumerable<Node> nodes, int input, int output)
    {
        long parameters = 0, flops = 0;
        foreach (Node node in nodes)
        {
            parameters += node.Operation is ParameterValue { Kind: ParameterKind.Parameter } ? node.Shape!.Count : 0;
            flops += node.Operation.Flops([.. node.Inputs.Select(value => forward[value].Shape!)], node.Shape!);
        }

        return new LayerCost(forward[input].Shape!, forward[output].Shape!, parameters, flops);
    }
}
