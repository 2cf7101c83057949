namespace NetGen.Experiments.ResidualDepth;

/// <summary>
/// Where a repetition of a block lies in a network, and its two weights: the first makes vectors longer, the second as long as they were.
/// </summary>
/// <param name="LayerBefore">The index of the layer that hands on what comes in.</param>
/// <param name="FirstLayer">The index of the layer of its first weight.</param>
/// <param name="FirstWeight">The name of its first weight.</param>
/// <param name="LastWeight">The name of its last weight.</param>
internal sealed record BlockLayout(int LayerBefore, int FirstLayer, string FirstWeight, string LastWeight)
{
    /// <summary>The repetitions in a network, from the first to the last.</summary>
    public static IReadOnlyList<BlockLayout> Of(NetworkInfo network) =>
    [
        .. from weight in network.Parameters
           where weight.Blocks.Length > 0 && weight.Shape.Length == 2 && weight.Name.EndsWith(".weight", StringComparison.Ordinal)
           group weight by Place(weight.Name) into block
           let first = block.First(static weight => weight.Shape[0] > weight.Shape[1])
           select new BlockLayout(
               network.Layers.First(layer => layer.Name.StartsWith(block.Key, StringComparison.Ordinal)).Inputs[0],
               first.Layer,
               first.Name,
               block.First(static weight => weight.Shape[0] < weight.Shape[1]).Name),
    ];

    /// <summary>The repetition that a parameter lies in: <c>1.17.</c> of <c>1.17.3.weight</c> and of <c>1.17.gate.weight</c>.</summary>
    private static string Place(string name) => string.Join('.', name.Split('.')[..2]) + ".";
}
