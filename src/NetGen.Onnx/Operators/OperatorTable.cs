using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using NetGen.Onnx.Writing;

namespace NetGen.Onnx.Operators;

/// <summary>The operations of predictions, by the names that the network compiler writes, and how each becomes nodes of ONNX.</summary>
internal static class OperatorTable
{
    private static readonly FrozenDictionary<string, Action<Call>> All = new Dictionary<string, Action<Call>>
    {
        ["Linear"] = Products.Linear,
        ["Conv2d"] = Products.Conv2d,
        ["WeightScales"] = Products.WeightScales,
        ["ScaleColumns"] = ByChannel.ScaleColumns,
        ["AddBias"] = ByChannel.AddBias,
        ["ScaleBy"] = ByChannel.ScaleBy,
        ["Scale"] = ByElement.Scale,
        ["Add"] = ByElement.Add,
        ["Multiply"] = ByElement.Multiply,
        ["ReLU"] = Activations.ReLU,
        ["LeakyReLU"] = Activations.LeakyReLU,
        ["NegativePart"] = Activations.NegativePart,
        ["SquaredReLU"] = Activations.SquaredReLU,
        ["Tanh"] = Activations.Tanh,
        ["Sigmoid"] = Activations.Sigmoid,
        ["SiLU"] = Activations.SiLU,
        ["Gelu"] = Activations.Gelu,
        ["GeluTanh"] = Activations.GeluTanh,
        ["CReLU"] = Activations.CReLU,
        ["NCReLU"] = Activations.NCReLU,
        ["SwiGlu"] = Activations.SwiGlu,
        ["RmsNorm"] = Norms.RmsNorm,
        ["LayerNorm"] = Norms.LayerNorm,
        ["GroupNormalize"] = Norms.GroupNorm,
        ["RunningStatistics"] = static _ => { },
        ["BatchNormalize"] = Norms.BatchNorm,
        ["MaxPool"] = Pools.MaxPool,
        ["AvgPool"] = Pools.AvgPool,
        ["GlobalAvgPool"] = Pools.GlobalAvgPool,
        ["Flatten"] = Pools.Flatten,
        ["Embed"] = Sequences.Embed,
        ["AddPositions"] = Sequences.AddPositions,
        ["AddSines"] = Sequences.AddSines,
        ["Prepend"] = Sequences.Prepend,
        ["First"] = Sequences.First,
        ["OneMore"] = Sequences.OneMore,
        ["Rotate"] = Rotary.Rotate,
        ["Attend"] = Attention.Attend,
        ["Concatenate"] = Streams.Concatenate,
        ["Spread"] = Streams.Spread,
        ["Collect"] = Streams.Collect,
        ["Mix"] = Streams.Mix,
    }.ToFrozenDictionary();

    public static bool TryFind(string operation, [NotNullWhen(true)] out Action<Call>? operate) => All.TryGetValue(operation, out operate);
}
