using NetGen.Generator.Graphs;
using NetGen.Generator.Model;
using NetGen.Generator.Passes;

namespace NetGen.Generator.Judging;

/// <summary>What a network costs in one respect, as <c>[Budget]</c> limits it.</summary>
/// <param name="Property">The argument that limits it.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Of">Counts it.</param>
internal sealed record Expense(string Property, string Unit, Func<NetworkSpec, CancellationToken, ExpenseOfLayers> Of)
{
    public static readonly IReadOnlyList<Expense> All =
    [
        new("Parameters", "parameters", static (network, cancellation) => Sum(network, static cost => cost.Parameters, cancellation)),
        new(
            "Bytes", "bytes of parameters",
            static (network, cancellation) => Sum(network, static cost => cost.Parameters * sizeof(float), cancellation)),
        new("Flops", "FLOPs for an example", static (network, cancellation) => Sum(network, static cost => cost.Flops, cancellation)),
        new(
            "ActivationBytes", "bytes of activations for an example",
            static (network, cancellation) =>
            {
                TrainingActivations floats = TrainingActivations.Of(network, cancellation);
                return new(Bytes(floats.PerExample), [.. floats.OfLayers.Select(Bytes)]);
            }),
    ];

    private static long Bytes(int floats) => (long)floats * sizeof(float);

    private static ExpenseOfLayers Sum(NetworkSpec network, Func<LayerCost, long> of, CancellationToken cancellation)
    {
        long[] layers = [.. LayerCost.OfLayers(StartingNetwork.Of(network, cancellation).Forward).Select(of)];
        return new(layers.Sum(), layers);
    }
}

/// <param name="Total">What the network costs.</param>
/// <param name="Layers">What of it is each layer's.</param>
internal sealed record ExpenseOfLayers(long Total, IReadOnlyList<long> Layers)
{
    /// <summary>The layer that costs most, the first of them where several do.</summary>
    public int Most => Enumerable.Range(0, Layers.Count).Aggregate((most, next) => Layers[next] > Layers[most] ? next : most);
}
