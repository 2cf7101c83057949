using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.DistantIdentity;

/// <summary>Both networks in one set-up, over all seeds.</summary>
internal sealed class IdentityComparison(IdentitySetup setup, IReadOnlyList<InspectedRun> runs)
{
    public IdentitySetup Setup => setup;

    public NetworkRuns Plain { get; } = Of(setup, setup.Plain, Ink.Vermillion, runs) with { Dashed = true };

    public NetworkRuns Res { get; } = Of(setup, setup.Res, Ink.Blue, runs);

    /// <summary>By which factor ResMLP's loss ends lower than PlainMLP's, seed by seed.</summary>
    public SeedSpread Improvement =>
        SeedSpread.Of(Plain.Runs.Zip(Res.Runs, static (plain, res) => (double)plain.FinalLoss / res.FinalLoss));

    private static NetworkRuns Of(IdentitySetup setup, IdentityStart start, Ink ink, IReadOnlyList<InspectedRun> runs) =>
        new(start.Network, ink, [.. runs.Where(run => run.Setup == setup.Name && run.Network == start.Network)], start.Info);
}
