using NetGen.Experiments.Networks;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.DistantIdentity;

/// <summary>A network and how it starts: each start is a network of its own, so that the compiler knows it.</summary>
/// <param name="Network">The name of the network, whatever its start.</param>
/// <param name="Info">The network as it is declared.</param>
/// <param name="Train">Trains it: set-up, seed, settings, reports, and when to stop.</param>
internal sealed record IdentityStart(
    string Network, NetworkInfo Info, Func<string, int, Settings, Action<StepReport>, CancellationToken, InspectedRun> Train)
{
    /// <summary>What a layer computes.</summary>
    public required string Layer { get; init; }

    /// <summary>What its starting weights, Kaiming normal, are multiplied by.</summary>
    public float Scale => Info.Parameters[0].InitScale;

    public static IdentityStart Plain<TNetwork>(Func<int, TNetwork> create)
        where TNetwork : class, INetwork => Of(PlainMLP.Info.Name, "x = ReLU(W x + b)", create, residual: false);

    public static IdentityStart Residual<TNetwork>(Func<int, TNetwork> create)
        where TNetwork : class, INetwork => Of(ResMLP.Info.Name, "x = x + ReLU(W x + b)", create, residual: true);

    private static IdentityStart Of<TNetwork>(string network, string layer, Func<int, TNetwork> create, bool residual)
        where TNetwork : class, INetwork =>
        new(
            network,
            TNetwork.Info,
            (setup, seed, settings, report, stop) =>
                DistantIdentityExperiment.Train(create(seed), network, setup, seed, residual, settings, report, stop))
            {
                Layer = layer,
            };
}
