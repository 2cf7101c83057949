using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Pictures;

/// <summary>What one example becomes on its way through each network, number by number.</summary>
internal static class HeatmapFigure
{
    private const int Dimensions = 32;

    public static Figure Activations(string setup, IReadOnlyList<NetworkRuns> networks) => new(
        "activation_heatmaps",
        "One example on its way through the layers",
        $"The first {Dimensions} dimensions of each layer's output after training, for one unseen vector, seed {networks[0].Runs[0].Seed}, set-up {setup}. Blank: zero or nearly so.",
        Columns: 2,
        [.. networks.Select(static network => Map(network.Label, network.Runs[0]))]);

    private static Heatmap Map(string title, InspectedRun run)
    {
        IReadOnlyList<float[]> layers = run.End.FirstExample;
        double[][] rows = [.. Enumerable.Range(0, Math.Min(Dimensions, layers[0].Length)).Select(dimension => layers.Select(layer => (double)layer[dimension]).ToArray())];
        return new Heatmap(title, "layer", "dimension", "output", rows, Limit: 1);
    }
}
