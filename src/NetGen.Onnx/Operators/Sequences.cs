using NetGen.Onnx.Writing;

namespace NetGen.Onnx.Operators;

/// <summary>Tokens and positions.</summary>
internal static class Sequences
{
    public static void Embed(Call call) =>
        call.Return(call.Graph.Add("Gather", [call.Parameter(1), call.In(0, Layout.ChannelsLast)]), Layout.ChannelsLast);

    /// <summary>A learned vector for each position; there may be more of them.</summary>
    public static void AddPositions(Call call)
    {
        int positions = call[0].Positions;
        string vectors = call.Parameter(1);
        string used = call.Graph.ShapeOf(call.Computation.Operands[1])[0] == positions
            ? vectors
            : call.Graph.Add("Slice", [vectors, call.Graph.Constant([0]), call.Graph.Constant([positions])]);
        call.Return(call.Graph.Add("Add", [call.In(0, Layout.Rows), used]), Layout.Rows);
    }

    /// <summary>
    /// The sines and cosines of Vaswani et al. (2017): at position <c>t</c>, <c>sin(t / 10000^(2 i / D))</c> in column <c>2 i</c>, and the
    /// cosine behind it.
    /// </summary>
    public static void AddSines(Call call)
    {
        (int positions, int width) = (call[0].Positions, call[0].Width);
        string table = call.Graph.Table($"sines.{positions}.{width}", [positions, width], values =>
        {
            for (int i = 0; i < values.Length; i++)
            {
                (int position, int column) = (i / width, i % width);
                double angle = position * Math.Pow(10000, -(double)(column - column % 2) / width);
                values[i] = (float)(column % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle));
            }
        });
        call.Return(call.Graph.Add("Add", [call.In(0, Layout.Rows), table]), Layout.Rows);
    }

    /// <summary>A learned vector in front of the positions of every example.</summary>
    public static void Prepend(Call call)
    {
        string rows = call.In(0, Layout.Rows);
        string batch = call.Graph.Add("Shape", [rows], NodeAttribute.Of("end", 1));
        string shape = call.Graph.Add("Concat", [batch, call.Graph.Constant([1, 1])], NodeAttribute.Of("axis", 0));
        string token = call.Graph.Add("Expand", [call.Parameter(1), shape]);
        call.Return(call.Graph.Add("Concat", [token, rows], NodeAttribute.Of("axis", 1)), Layout.Rows);
    }

    public static void First(Call call)
    {
        string first = call.Graph.Add("Gather", [call.In(0, Layout.Rows), call.Graph.Constant([0])], NodeAttribute.Of("axis", 1));
        call.Return(call.Graph.Reshape(first, 0, call[0].Width), Layout.ChannelsLast);
    }

    public static void OneMore(Call call) => call.Map(lengths => call.Graph.Add("Add", [lengths, call.Graph.Constant([1])]));
}
