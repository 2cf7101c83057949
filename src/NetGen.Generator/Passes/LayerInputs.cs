using NetGen.Generator.Graphs;

namespace NetGen.Generator.Passes;

/// <summary>Which layers read which.</summary>
internal static class LayerInputs
{
    /// <summary>
    /// For each layer of a forward graph the layers whose values it reads, in the order of use; -1 is the network's input.
    /// </summary>
    public static int[][] Of(Graph forward)
    {
        ILookup<int, Node> nodes = forward.Nodes.ToLookup(static node => node.Layer);
        return [.. Enumerable.Range(0, forward.Layers.Count).Select(layer => nodes[layer]
            .SelectMany(static node => node.Inputs)
            .Where(value => value != forward.Lengths)
            .Select(value => forward[value])
            // A parameter that is shared belongs to the first layer that uses it, which hands nothing on by that. How long sequences are
            // is nothing that layers hand on.
            .Where(input => input.Layer != layer && input.Operation is not (ParameterValue or OneMore))
            .Select(static input => input.Layer)
            .Distinct()
            .ToArray())];
    }
}
