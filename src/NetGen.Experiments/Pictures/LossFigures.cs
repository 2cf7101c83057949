using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Pictures;

/// <summary>How the loss goes.</summary>
internal static class LossFigures
{
    /// <summary>The loss of every step in one set-up.</summary>
    public static Figure TrainingLoss(string setup, IReadOnlyList<NetworkRuns> networks, params IReadOnlyList<Guide> guides) => new(
        "training_loss",
        "Training loss",
        $"Loss of each step's batch before its update, set-up {setup}. {networks[0].LinesAndBands}",
        Columns: 1,
        [Chart("", networks, guides)]);

    /// <summary>The same for several set-ups.</summary>
    public static Figure Setups(IReadOnlyList<(string Name, IReadOnlyList<NetworkRuns> Networks)> setups) => new(
        "setups",
        "Training loss in every set-up",
        $"Loss of each step's batch before its update; every panel has its own scale. {setups[0].Networks[0].LinesAndBands}",
        Columns: 2,
        [.. setups.Select(static setup => Chart(setup.Name, setup.Networks, []))]);

    private static Chart Chart(string title, IReadOnlyList<NetworkRuns> networks, IReadOnlyList<Guide> guides) => new(
        title,
        new Axis("step"),
        new Axis("mean squared error", Scale.Log),
        [.. networks.Select(static network => network.Losses)],
        guides);
}
