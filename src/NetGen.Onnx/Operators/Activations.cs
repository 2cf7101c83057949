using NetGen.Onnx.Writing;

namespace NetGen.Onnx.Operators;

/// <summary>Activations. Where operator set 17 has none of a name, it is written with others.</summary>
internal static class Activations
{
    public static void ReLU(Call call) => call.Map(x => call.Graph.Add("Relu", [x]));

    public static void LeakyReLU(Call call) =>
        call.Map(x => call.Graph.Add("LeakyRelu", [x], NodeAttribute.Of("alpha", call.Computation.Number("slope"))));

    public static void NegativePart(Call call) => call.Map(x => Negative(call, x));

    public static void Tanh(Call call) => call.Map(x => call.Graph.Add("Tanh", [x]));

    public static void Sigmoid(Call call) => call.Map(x => call.Graph.Add("Sigmoid", [x]));

    public static void SiLU(Call call) => call.Map(x => Open(call, x));

    public static void SquaredReLU(Call call) => call.Map(x =>
    {
        string positive = call.Graph.Add("Relu", [x]);
        return call.Graph.Add("Mul", [positive, positive]);
    });

    // x (1 + erf(x / √2)) / 2
    public static void Gelu(Call call) => call.Map(x =>
    {
        string scaled = call.Graph.Add("Div", [x, call.Graph.Constant(MathF.Sqrt(2))]);
        return Half(call, x, call.Graph.Add("Erf", [scaled]));
    });

    // x (1 + tanh(√(2/π) (x + 0.044715 x³))) / 2
    public static void GeluTanh(Call call) => call.Map(x =>
    {
        string square = call.Graph.Add("Mul", [x, x]);
        string cube = call.Graph.Add("Mul", [square, x]);
        string bent = call.Graph.Add("Add", [x, call.Graph.Add("Mul", [cube, call.Graph.Constant(0.044715f)])]);
        string scaled = call.Graph.Add("Mul", [bent, call.Graph.Constant((float)Math.Sqrt(2 / Math.PI))]);
        return Half(call, x, call.Graph.Add("Tanh", [scaled]));
    });

    public static void CReLU(Call call) =>
        Halves(call, x => call.Graph.Add("Relu", [x]), x => call.Graph.Add("Relu", [call.Graph.Add("Neg", [x])]));

    public static void NCReLU(Call call) => Halves(call, x => call.Graph.Add("Relu", [x]), x => Negative(call, x));

    public static void SwiGlu(Call call)
    {
        Layout layout = call[0].Own;
        string[] halves = call.Graph.Add("Split", 2, [call.In(0, layout)], NodeAttribute.Of("axis", Call.ChannelAxis(layout)));
        call.Return(call.Graph.Add("Mul", [Open(call, halves[0]), halves[1]]), layout);
    }

    private static void Halves(Call call, Func<string, string> first, Func<string, string> second)
    {
        Layout layout = call[0].Own;
        string x = call.In(0, layout);
        call.Return(call.Graph.Add("Concat", [first(x), second(x)], NodeAttribute.Of("axis", Call.ChannelAxis(layout))), layout);
    }

    private static string Negative(Call call, string x) => call.Graph.Add("Min", [x, call.Graph.Constant(0f)]);

    private static string Open(Call call, string x) => call.Graph.Add("Mul", [x, call.Graph.Add("Sigmoid", [x])]);

    private static string Half(Call call, string x, string gate)
    {
        string open = call.Graph.Add("Add", [gate, call.Graph.Constant(1f)]);
        return call.Graph.Add("Mul", [call.Graph.Add("Mul", [x, open]), call.Graph.Constant(0.5f)]);
    }
}
