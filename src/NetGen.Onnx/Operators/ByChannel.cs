using NetGen.Onnx.Writing;

namespace NetGen.Onnx.Operators;

/// <summary>Operations with a vector of a number for each channel.</summary>
internal static class ByChannel
{
    public static void AddBias(Call call) => With(call, "Add", call.Parameter(1));

    public static void ScaleColumns(Call call) => With(call, "Mul", call.In(1, Layout.ChannelsLast));

    // A single number is the same for all.
    public static void ScaleBy(Call call)
    {
        if (call.Graph.CountOf(call.Computation.Operands[1]) == 1)
            call.Map(x => call.Graph.Add("Mul", [x, call.Parameter(1)]));
        else
            With(call, "Mul", call.Parameter(1));
    }

    private static void With(Call call, string type, string vector) =>
        call.Map(x => call.Graph.Add(type, [x, call.Vector(vector, call[0].Own)]));
}
