using NetGen.Onnx.Format;
using NetGen.Onnx.Writing;

namespace NetGen.Onnx.Operators;

/// <summary>Products with weights. A bias that comes next goes along.</summary>
internal static class Products
{
    /// <summary><c>x Wᵀ</c>: of vectors a Gemm, of pixels that lie as for convolutions one of those, else a product of matrices.</summary>
    public static void Linear(Call call)
    {
        Value x = call[0];
        string weight = call.Parameter(1);
        if (x.Shape.Length == 1)
        {
            string[] inputs = WithBias(call, x.In(Layout.ChannelsLast, call.Graph), weight);
            call.Return(call.Graph.Add("Gemm", inputs, NodeAttribute.Of("transB", 1)), Layout.ChannelsLast);
        }
        else if (x is { Own: Layout.ChannelsFirst, Shape.Length: 3 })
        {
            string window = call.Graph.OfParameter($"{weight} as window", () => call.Graph.Unsqueeze(weight, 2, 3));
            string[] inputs = WithBias(call, x.In(Layout.ChannelsFirst, call.Graph), window);
            call.Return(call.Graph.Add("Conv", inputs, NodeAttribute.Of("kernel_shape", [1, 1])), Layout.ChannelsFirst);
        }
        else
        {
            Layout layout = x.Own == Layout.Rows ? Layout.Rows : Layout.ChannelsLast;
            string turned = call.Graph.OfParameter($"{weight} turned", () => call.Graph.Transpose(weight, 1, 0));
            call.Return(call.Graph.Add("MatMul", [x.In(layout, call.Graph), turned]), layout);
        }
    }

    public static void Conv2d(Call call)
    {
        (int kernel, int stride, int before) =
            (call.Computation.Count("kernel"), call.Computation.Count("stride"), call.Computation.Count("before"));
        AttributeProto[] window =
        [
            NodeAttribute.Of("kernel_shape", [kernel, kernel]), NodeAttribute.Of("strides", [stride, stride]),
            NodeAttribute.Of("pads", [before, before, Behind(side: 0), Behind(side: 1)]),
        ];
        string[] inputs = WithBias(call, call.In(0, Layout.ChannelsFirst), call.Parameter(1));
        call.Return(call.Graph.Add("Conv", inputs, window), Layout.ChannelsFirst);

        // As many zeros as the last window needs.
        long Behind(int side) =>
            Math.Max(0, (call.Shape[side] - 1L) * stride + kernel - before - call[0].Shape[side]);
    }

    /// <summary>
    /// <c>g / |V|</c> for each output. Where <c>V</c> is zero, so is what this multiplies: any factor will do that is finite.
    /// </summary>
    public static void WeightScales(Call call)
    {
        const float LeastLength = 1e-30f;
        string weight = call.Parameter(0), gain = call.Parameter(1);
        string scales = call.Graph.OfParameter($"{weight} {gain}", () =>
        {
            string flat = call.Graph.Reshape(weight, 0, -1);
            string length = call.Graph.Add("ReduceL2", [flat], NodeAttribute.Of("axes", [1]), NodeAttribute.Of("keepdims", 0));
            string divisor = call.Graph.Add("Max", [length, call.Graph.Constant(LeastLength)]);
            return call.Graph.Add("Div", [call.Graph.Reshape(gain, -1), divisor]);
        });
        call.Return(scales, Layout.ChannelsLast);
    }

    private static string[] WithBias(Call call, string x, string weight) =>
        call.Absorb("AddBias") is { } bias ? [x, weight, bias] : [x, weight];
}
