namespace NetGen.Generator;

/// <summary>What a layer costs.</summary>
/// <param name="InputWidth">The length of the vectors that come in.</param>
/// <param name="OutputWidth">The length of the vectors that go out.</param>
/// <param name="Parameters">The number of its parameters.</param>
/// <param name="Flops">Floating-point operations of its forward pass for one example.</param>
internal readonly record struct LayerCost(int InputWidth, int OutputWidth, long Parameters, long Flops)
{
    /// <summary>The costs of all layers of a forward graph.</summary>
    public static LayerCost[] Of(Graph forward)
    {
        LayerCost[] costs = [.. forward.Layers.Select(layer => new LayerCost(Width(layer.Input), Width(layer.Stream), 0, 0))];
        foreach (Node node in forward.Nodes)
        {
            if (node.Layer < 0)
                continue;
            ref LayerCost cost = ref costs[node.Layer];
            cost = cost with
            {
                Parameters = cost.Parameters + (node.Operation is Parameter ? node.Shape!.Count : 0),
                Flops = cost.Flops + node.Operation.Flops([.. node.Inputs.Select(input => forward[input].Shape!)], node.Shape!),
            };
        }

        return costs;

        int Width(int value) => forward[value].Shape!.Width;
    }
}
