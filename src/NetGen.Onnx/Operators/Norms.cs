using NetGen.Onnx.Format;
using NetGen.Onnx.Reading;
using NetGen.Onnx.Writing;

namespace NetGen.Onnx.Operators;

/// <summary>Norms.</summary>
internal static class Norms
{
    /// <summary><c>x / sqrt(mean(x²) + ε)</c>, with the mean over channels.</summary>
    public static void RmsNorm(Call call)
    {
        long axis = Call.ChannelAxis(call[0].Own);
        call.Map(x =>
        {
            string square = call.Graph.Add("Mul", [x, x]);
            string mean = call.Graph.Add("ReduceMean", [square], NodeAttribute.Of("axes", [axis]));
            string sum = call.Graph.Add("Add", [mean, call.Graph.Constant(call.Computation.Number("epsilon"))]);
            return call.Graph.Add("Div", [x, call.Graph.Add("Sqrt", [sum])]);
        });
    }

    /// <summary>Over channels, which have to be last; with the gain and the bias that come next.</summary>
    public static void LayerNorm(Call call)
    {
        Layout layout = call[0].Own == Layout.Rows ? Layout.Rows : Layout.ChannelsLast;
        string x = call.In(0, layout);
        string? gain = call.Absorb("ScaleBy"), bias = gain is null ? null : call.Absorb("AddBias");
        string scale = gain ?? call.Graph.Fill(1f, call.Shape[^1]);
        string result = call.Graph.Add("LayerNormalization", bias is null ? [x, scale] : [x, scale, bias], Epsilon(call.Computation));
        call.Return(result, layout);
    }

    /// <summary>A group of channels as one channel is what an InstanceNormalization is about.</summary>
    public static void GroupNorm(Call call)
    {
        int groups = call.Computation.Count("groups");
        string x = call.Graph.Reshape(call.In(0, Layout.ChannelsFirst), 0, groups, -1);
        string[] inputs = [x, call.Graph.Fill(1f, groups), call.Graph.Fill(0f, groups)];
        string normalized = call.Graph.Add("InstanceNormalization", inputs, Epsilon(call.Computation));
        long[] dimensions = Value.Dimensions(call.Shape, call.Shape.Length == 1 ? Layout.ChannelsLast : Layout.ChannelsFirst);
        call.Return(call.Graph.Reshape(normalized, dimensions), Layout.ChannelsFirst);
    }

    /// <summary>By the running statistics, whose gain and bias are there or 1 and 0.</summary>
    public static void BatchNorm(Call call)
    {
        Computation statistics = call.Source(1);
        string[] vectors = [.. statistics.Operands.Select(call.Graph.Parameter)];
        (string gain, string bias) = vectors is [_, _, var given, var added]
            ? (given, added)
            : (call.Graph.Fill(1f, call.Shape[^1]), call.Graph.Fill(0f, call.Shape[^1]));
        string[] inputs = [call.In(0, Layout.ChannelsFirst), gain, bias, vectors[0], vectors[1]];
        call.Return(call.Graph.Add("BatchNormalization", inputs, Epsilon(statistics)), Layout.ChannelsFirst);
    }

    private static AttributeProto Epsilon(Computation computation) => NodeAttribute.Of("epsilon", computation.Number("epsilon"));
}
