using NetGen.Generator.Graphs;
using NetGen.Generator.Passes;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Emit;

/// <summary>
/// What a prediction computes, for programs that read it: a line for each value, with its operation (<see cref="Operation.Notation()"/>),
/// what that is computed from, and its shape, as in <c>%4 = Linear %2 layers.1.linear.weight : 64</c>. A value is <c>x</c>, the network's
/// input, <c>lengths</c>, those of sequences, a parameter by its name, or one of a line before. The last one is the output.
/// </summary>
internal static class PredictionText
{
    /// <summary>The lines of every layer; a layer that does nothing but train has none.</summary>
    public static string[][] OfLayers(ScheduledNetwork network)
    {
        Graph graph = network.Predicting;
        ILookup<int, int> values = Enumerable.Range(0, graph.Nodes.Count)
            .Where(value => graph[value].Operation is not (Given or ParameterValue))
            .ToLookup(value => graph[value].Layer);
        return [.. graph.Layers.Select((_, layer) => values[layer].Select(value => Line(graph, value)).ToArray())];
    }

    private static string Line(Graph graph, int value)
    {
        Node node = graph[value];
        string[] notation = node.Operation.Notation().Split([' '], 2);
        IEnumerable<string> words = node.Inputs.Select(input => Name(graph, input)).Prepend(notation[0]).Concat(notation.Skip(1));
        string shape = string.Join("x", node.Shape!.Dimensions.Select(static dimension => Numbers.Literal(dimension)));
        return $"{Name(graph, value)} = {string.Join(" ", words)} : {shape}";
    }

    private static string Name(Graph graph, int value) => graph[value].Operation switch
    {
        ParameterValue parameter => parameter.Path,
        Given => value == graph.Input ? "x" : "lengths",
        _ => "%" + Numbers.Literal(value),
    };
}
