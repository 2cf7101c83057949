namespace NetGen.Experiments.DistantIdentity;

/// <summary>What one example becomes on its way through each network, number by number.</summary>
internal static class HeatmapFigure
{
    private const int Dimensions = 32;

    /// <summary>The least value that can be seen as a colour.</summary>
    private const float Visible = 0.05f;

    public static Figure Activations(string setup, IReadOnlyList<NetworkRuns> networks) => new(
        "activation_heatmaps",
        $"Of the first {Dimensions} numbers of one example, so many are beyond ±{Visible} behind the last layer: "
            + string.Join(
                ", ",
                networks.Select(
                    static network =>
                        $"{network.Runs[0].End.FirstExample[^1].Take(Dimensions).Count(static value => Math.Abs(value) > Visible)} in "
                            + $"{network.Label}")),
        $"The first {Dimensions} dimensions for one unseen vector, seed {networks[0].Runs[0].Seed}. Blank: zero or nearly so.",
        Columns: 2,
        [.. networks.Select(static network => Map(network.Label, network.Runs[0]))])
    {
        Subtitle = $"What each layer hands on of one example, after training, set-up {setup}",
    };

    private static Heatmap Map(string title, InspectedRun run)
    {
        IReadOnlyList<float[]> layers = run.End.FirstExample;
        double[][] rows =
        [
            .. Enumerable.Range(0, Math.Min(Dimensions, layers[0].Length))
                .Select(dimension => layers.Select(layer => (double)layer[dimension]).ToArray()),
        ];
        return new Heatmap(title, "layer", "dimension", "output", rows, Limit: 1);
    }
}
