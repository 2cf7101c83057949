using NetGen.Onnx.Format;
using NetGen.Onnx.Writing;

namespace NetGen.Onnx.Operators;

/// <summary>What makes fewer numbers of an image or a sequence.</summary>
internal static class Pools
{
    public static void MaxPool(Call call) => Pool(call, "MaxPool");

    // The rim counts.
    public static void AvgPool(Call call) => Pool(call, "AveragePool", NodeAttribute.Of("count_include_pad", 1));

    /// <summary>The mean over all positions, or over those that the lengths say count.</summary>
    public static void GlobalAvgPool(Call call)
    {
        GraphWriter graph = call.Graph;
        if (call.Operands == 1)
        {
            Value x = call[0];
            long first = x.Own == Layout.ChannelsFirst ? 2 : 1;
            long[] axes = [.. Enumerable.Range(0, x.Own == Layout.Rows ? 1 : x.Shape.Length - 1).Select(axis => first + axis)];
            AttributeProto[] attributes = [NodeAttribute.Of("axes", axes), NodeAttribute.Of("keepdims", 0)];
            call.Return(graph.Add("ReduceMean", [x.In(x.Own, graph)], attributes), Layout.ChannelsLast);
            return;
        }

        string lengths = call.In(1, Layout.ChannelsLast);
        string counts = Lengths.Count(graph, lengths, call[0].Positions);
        string kept = graph.Add("Where", [graph.Unsqueeze(counts, 2), call.In(0, Layout.Rows), graph.Constant(0f)]);
        string sum = graph.Add("ReduceSum", [kept, graph.Constant([1])], NodeAttribute.Of("keepdims", 0));
        string divisor = graph.Add("Cast", [graph.Unsqueeze(lengths, 1)], NodeAttribute.Of("to", (long)TensorProto.Types.DataType.Float));
        call.Return(graph.Add("Div", [sum, divisor]), Layout.ChannelsLast);
    }

    /// <summary>Channel by channel.</summary>
    public static void Flatten(Call call) => call.Return(
        call.Graph.Add("Flatten", [call.In(0, Layout.ChannelsFirst)], NodeAttribute.Of("axis", 1)), Layout.ChannelsLast);

    private static void Pool(Call call, string type, params AttributeProto[] attributes)
    {
        (int kernel, int stride, int padding) =
            (call.Computation.Count("kernel"), call.Computation.Count("stride"), call.Computation.Count("padding"));
        AttributeProto[] window =
        [
            NodeAttribute.Of("kernel_shape", [kernel, kernel]), NodeAttribute.Of("strides", [stride, stride]),
            NodeAttribute.Of("pads", [padding, padding, padding, padding]), .. attributes,
        ];
        call.Return(call.Graph.Add(type, [call.In(0, Layout.ChannelsFirst)], window), Layout.ChannelsFirst);
    }
}
