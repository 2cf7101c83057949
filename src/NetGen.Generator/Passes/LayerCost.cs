namespace NetGen.Generator;

/// <summary>What a layer costs.</summary>
/// <param name="InputWidth">The length of the vectors that come in.</param>
/// <param name="OutputWidth">The length of the vectors that go out.</param>
/// <param name="Parameters">The number of its parameters.</param>
/// <param name="Flops">Floating-point operations of its forward pass for one example.</param>
internal readonly record struct LayerCost(int InputWidth, int OutputWidth, long Parameters, long Flops)
{
    public static LayerCost Of(Graph graph, int layer)
    {
        long parameters = 0, flops = 0;
        foreach (Node node in graph.Nodes)
        {
            if (node.Layer != layer)
                continue;
            flops += node.Operation.Flops([.. node.Inputs.Select(input => graph[input].Shape!)], node.Shape!);
            if (node.Operation is Parameter)
                parameters += node.Shape!.Count;
        }

        return new LayerCost(
            graph[graph.Layers[layer].Input].Shape!.Width, graph[graph.Layers[layer].Stream].Shape!.Width, parameters, flops);
    }
}
