using NetGen.Onnx.Writing;

namespace NetGen.Onnx.Operators;

/// <summary>Sums, products and multiples of values of one shape.</summary>
internal static class ByElement
{
    public static void Add(Call call) => Join(call, "Add");

    public static void Multiply(Call call) => Join(call, "Mul");

    public static void Scale(Call call) =>
        call.Map(x => call.Graph.Add("Mul", [x, call.Graph.Constant(call.Computation.Number("factor"))]));

    private static void Join(Call call, string type)
    {
        Layout layout = Value.Joint(call[0], call[1]);
        call.Return(call.Graph.Add(type, [call.In(0, layout), call.In(1, layout)]), layout);
    }
}
