using System.Collections.Immutable;

namespace NetGen.Generator;

/// <summary>Gives every node its shape, from the shapes of its inputs.</summary>
internal static class InferShapes
{
    public static Graph Run(Graph graph)
    {
        ImmutableArray<Node>.Builder nodes = ImmutableArray.CreateBuilder<Node>(graph.Nodes.Count);
        foreach (Node node in graph.Nodes)
            nodes.Add(node with { Shape = node.Operation.InferShape([.. node.Inputs.Select(input => nodes[input].Shape!)]) });
        return graph with { Nodes = nodes.MoveToImmutable() };
    }
}
