using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.DistantIdentity;

/// <summary>How the loss goes.</summary>
internal static class LossFigures
{
    /// <summary>The loss of every step in one set-up.</summary>
    public static Figure TrainingLoss(string setup, IReadOnlyList<NetworkRuns> networks, params IReadOnlyList<Guide> guides) => new(
        "training_loss",
        string.Join(
            "; ", networks.Select(static network => FigureTitles.Loss($"{network.Label}'s loss", network.InitialLoss, network.FinalLoss))),
        $"Loss of each step's batch before its update. {networks[0].LinesAndBands}",
        Columns: 1,
        [Chart("", networks, guides)])
    {
        Subtitle = $"Training loss by step, set-up {setup}",
    };

    /// <summary>The same for several set-ups.</summary>
    public static Figure Setups(IReadOnlyList<(string Name, IReadOnlyList<NetworkRuns> Networks)> setups) => new(
        "setups",
        Winner(setups),
        $"Loss of each step's batch before its update; every panel has its own scale. {setups[0].Networks[0].LinesAndBands}",
        Columns: 2,
        [.. setups.Select(static setup => Chart(setup.Name, setup.Networks, []))])
    {
        Subtitle = "Training loss by step, for every way to start",
    };

    private static string Winner(IReadOnlyList<(string Name, IReadOnlyList<NetworkRuns> Networks)> setups)
    {
        string best = setups.SelectMany(static setup => setup.Networks).MinBy(static network => network.FinalLoss.Median)!.Label;
        int won = setups.Count(setup => setup.Networks.MinBy(static network => network.FinalLoss.Median)!.Label == best);
        return $"{best} ends with the lowest loss from {won} of {Number.Count(setups.Count, "start")}";
    }

    private static Chart Chart(string title, IReadOnlyList<NetworkRuns> networks, IReadOnlyList<Guide> guides) => new(
        title,
        new Axis("step"),
        new Axis("mean squared error", Scale.Log),
        [.. networks.Select(static network => network.Losses)],
        guides);
}
