using System.Collections.Immutable;
using NetGen.Onnx.Writing;

namespace NetGen.Onnx.Operators;

/// <summary>Parts that lie side by side in the channels.</summary>
internal static class Streams
{
    public static void Concatenate(Call call)
    {
        Layout layout = call[0].Own;
        string[] parts = [.. Enumerable.Range(0, call.Operands).Select(operand => call.In(operand, layout))];
        call.Return(call.Graph.Add("Concat", parts, NodeAttribute.Of("axis", Call.ChannelAxis(layout))), layout);
    }

    public static void Spread(Call call) => call.Map(x =>
    {
        string scaled = Scaled(call, x);
        string[] copies = [.. Enumerable.Repeat(scaled, call.Computation.Count("streams"))];
        return call.Graph.Add("Concat", copies, NodeAttribute.Of("axis", Call.ChannelAxis(call[0].Own)));
    });

    public static void Collect(Call call) => call.Map(x =>
    {
        (long[] parts, long axis) = Apart(call[0].Shape, call[0].Own, call.Computation.Count("streams"));
        string[] inputs = [call.Graph.Reshape(x, parts), call.Graph.Constant([axis])];
        return Scaled(call, call.Graph.Add("ReduceSum", inputs, NodeAttribute.Of("keepdims", 0)));
    });

    /// <summary>A product with a matrix <c>[to, from]</c>, whose columns are streams.</summary>
    public static void Mix(Call call) => call.Map(x =>
    {
        Layout layout = call[0].Own;
        string matrix = call.Computation.Operands[1];
        int from = call.Graph.ShapeOf(matrix)[1];
        (long[] parts, _) = Apart(call[0].Shape, layout, from);
        // Behind a stream there are as many numbers as may be.
        string streams = call.Graph.Reshape(x, layout == Layout.ChannelsFirst ? [0, from, -1] : parts);
        string mixed = call.Graph.Add("MatMul", [call.Graph.Parameter(matrix), streams]);
        return call.Graph.Reshape(mixed, Value.Dimensions(call.Shape, layout));
    });

    // The dimensions with streams as one of their own.
    private static (long[] Dimensions, long Axis) Apart(ImmutableArray<int> shape, Layout layout, int streams)
    {
        long[] dimensions = Value.Dimensions(shape, layout);
        int axis = layout == Layout.ChannelsFirst ? 1 : dimensions.Length - 1;
        return ([.. dimensions[..axis], streams, dimensions[axis] / streams, .. dimensions[(axis + 1)..]], axis);
    }

    private static string Scaled(Call call, string x) => call.Computation.Number("factor") is not 1f and var factor
        ? call.Graph.Add("Mul", [x, call.Graph.Constant(factor)])
        : x;
}
