using NetGen.Onnx.Writing;

namespace NetGen.Onnx.Operators;

/// <summary>Sequences of several lengths.</summary>
internal static class Lengths
{
    /// <summary>
    /// The input with zeros, or the first token, behind the end of every sequence, as <c>Predict</c> reads it: what takes means over all
    /// positions sees them.
    /// </summary>
    public static string Clear(GraphWriter graph, NetworkInfo info)
    {
        bool areTokens = info.Vocabulary is not null;
        string counts = Count(graph, "lengths", info.InputShape[0]);
        string[] inputs = areTokens
            ? [counts, "input", graph.Constant([0])]
            : [graph.Unsqueeze(counts, 2), "input", graph.Constant(0f)];
        return graph.Add("Where", inputs);
    }

    /// <summary>Which positions of each example there are, <c>[batch, T]</c>.</summary>
    public static string Count(GraphWriter graph, string lengths, int positions) =>
        graph.Add("Less", [graph.Positions(positions), graph.Unsqueeze(lengths, 1)]);
}
