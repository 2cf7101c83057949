using System.Collections.Immutable;
using NetGen.Generator.Graphs;

namespace NetGen.Generator.Passes;

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
