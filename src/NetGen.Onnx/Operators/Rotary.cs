using System.Globalization;
using NetGen.Onnx.Writing;

namespace NetGen.Onnx.Operators;

/// <summary>
/// Rotary positions (Su et al. 2021): in every head of queries and keys, element <c>i</c> and element <c>i + d / 2</c> are a point that
/// turns by <c>t base^(-2 i / d)</c> at position <c>t</c>. Values stay as they are.
/// </summary>
internal static class Rotary
{
    public static void Rotate(Call call)
    {
        GraphWriter graph = call.Graph;
        int heads = call.Computation.Count("heads");
        (int positions, int head) = (call[0].Positions, call[0].Width / (3 * heads));
        string all = graph.Reshape(call.In(0, Layout.Rows), 0, positions, 3 * heads, head);
        string[] parts = graph.Add("Split", 2, [all, graph.Constant([2 * heads, heads])], NodeAttribute.Of("axis", 2));
        string[] halves = graph.Add("Split", 2, [parts[0]], NodeAttribute.Of("axis", 3));
        string cosines = Table(call, "cosines", Math.Cos, positions, head), sines = Table(call, "sines", Math.Sin, positions, head);
        string first = graph.Add("Sub", [Product(halves[0], cosines), Product(halves[1], sines)]);
        string second = graph.Add("Add", [Product(halves[1], cosines), Product(halves[0], sines)]);
        string turned = graph.Add("Concat", [first, second], NodeAttribute.Of("axis", 3));
        string result = graph.Add("Concat", [turned, parts[1]], NodeAttribute.Of("axis", 2));
        call.Return(graph.Reshape(result, Value.Dimensions(call.Shape, Layout.Rows)), Layout.Rows);

        string Product(string x, string factors) => graph.Add("Mul", [x, factors]);
    }

    private static string Table(Call call, string what, Func<double, double> of, int positions, int head)
    {
        float turnBase = call.Computation.Number("base");
        int half = head / 2;
        string name = string.Create(CultureInfo.InvariantCulture, $"rotary.{what}.{positions}.{head}.{turnBase}");
        return call.Graph.Table(name, [positions, 1, half], values =>
        {
            for (int i = 0; i < values.Length; i++)
                values[i] = (float)of(i / half * Math.Pow(turnBase, -2.0 * (i % half) / head));
        });
    }
}
