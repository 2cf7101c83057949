using NetGen.Onnx.Writing;

namespace NetGen.Onnx.Operators;

/// <summary>
/// Scaled dot-product attention, head by head (Vaswani et al. 2017), of rows of queries, keys and values side by side. What no position may
/// look at has a score of minus infinity: what lies behind it, where that is causal, and what lies behind the end of its sequence.
/// </summary>
internal static class Attention
{
    public static void Attend(Call call)
    {
        GraphWriter graph = call.Graph;
        int heads = call.Computation.Count("heads"), positions = call[0].Positions, width = call[0].Width / 3;
        string[] parts = graph.Add("Split", 3, [call.In(0, Layout.Rows)], NodeAttribute.Of("axis", 2));
        string queries = Heads(parts[0], 0, 2, 1, 3), keys = Heads(parts[1], 0, 2, 3, 1), values = Heads(parts[2], 0, 2, 1, 3);
        float factor = (float)(1 / Math.Sqrt(width / heads));
        string scores = graph.Add("Mul", [graph.Add("MatMul", [queries, keys]), graph.Constant(factor)]);
        if (call.Computation.Count("causal") == 1)
            scores = Only(graph.Add("LessOrEqual", [graph.Positions(positions), graph.Unsqueeze(graph.Positions(positions), 1)]));
        if (call.Operands == 2)
            scores = Only(graph.Unsqueeze(Lengths.Count(graph, call.In(1, Layout.ChannelsLast), positions), 1, 2));
        string weights = graph.Add("Softmax", [scores], NodeAttribute.Of("axis", -1));
        string found = graph.Transpose(graph.Add("MatMul", [weights, values]), 0, 2, 1, 3);
        call.Return(graph.Reshape(found, 0, positions, width), Layout.Rows);

        string Heads(string part, params long[] order) => graph.Transpose(graph.Reshape(part, 0, positions, heads, width / heads), order);

        string Only(string seen) => graph.Add("Where", [seen, scores, graph.Constant(float.NegativeInfinity)]);
    }
}
