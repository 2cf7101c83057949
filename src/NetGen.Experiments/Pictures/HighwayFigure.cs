using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Pictures;

/// <summary>The gradient's way back as roads: winding through every layer, or straight past them with a detour through each.</summary>
internal static class HighwayFigure
{
    private const double HighwayY = -0.6;
    private const double DetourY = 0.5;

    /// <summary>How far the straight road goes on beyond the first and the last detour, to cover their ends.</summary>
    private const double Overhang = 0.2;

    /// <summary>Half an ellipse.</summary>
    private static readonly (double X, double Y)[] detour =
        [.. Enumerable.Range(0, 5).Select(static point => point * Math.PI / 4).Select(static angle => ((1 - Math.Cos(angle)) / 2, HighwayY + (DetourY - HighwayY) * Math.Sin(angle)))];

    public static Figure Roads(string setup, NetworkRuns plain, NetworkRuns residual)
    {
        double[] norms = [.. new[] { plain, residual }.SelectMany(network => Gradients(network)).Where(static norm => norm > 0)];
        double least = Math.Pow(10, Math.Floor(Math.Log10(norms.Min())));
        double most = Math.Pow(10, Math.Ceiling(Math.Log10(norms.Max())));
        return new Figure(
            "highway",
            "The gradient's way back from the loss to the input",
            $"Roads are as wide as the measured norm of the gradient on them is large (logarithmic scale), after training, set-up {setup}; numbers are layers. "
                + (plain.Runs.Count > 1 ? $"Medians of {plain.Runs.Count} seeds." : "One seed."),
            Columns: 1,
            [
                new PathDiagram($"{plain.Label}: one road, through every layer", [.. Ends(plain, 0), .. Layers(plain, static layer => Bend(layer) * 1.85)], [Winding(plain)], "norm of the gradient", least, most),
                new PathDiagram($"{residual.Label}: a straight road past every layer, and a detour through each", [.. Ends(residual, HighwayY), .. Layers(residual, static _ => DetourY + 0.35)], [.. Detours(residual), Straight(residual)], "norm of the gradient", least, most),
            ]);
    }

    private static Road Winding(NetworkRuns network) => new(network.Label, network.Ink,
    [
        new RoadPoint(0, 0, Gradients(network)[0]),
        .. Enumerable.Range(0, network.LayerCount).SelectMany(layer => new[]
        {
            new RoadPoint(layer + 0.5, Bend(layer), Math.Sqrt(Gradients(network)[layer] * Gradients(network)[layer + 1])),
            new RoadPoint(layer + 1, 0, Gradients(network)[layer + 1]),
        }),
    ]);

    private static Road Straight(NetworkRuns network) => new($"{network.Label}, straight on", network.Ink,
    [
        new RoadPoint(-Overhang, HighwayY, Gradients(network)[0]),
        .. Gradients(network).Select(static (norm, layer) => new RoadPoint(layer, HighwayY, norm)),
        new RoadPoint(network.LayerCount + Overhang, HighwayY, Gradients(network)[^1]),
    ]);

    private static IEnumerable<Road> Detours(NetworkRuns network) =>
        from layer in Enumerable.Range(0, network.LayerCount)
        let norm = Median(network, step => step.Branch, layer)
        select new Road($"{network.Label}, through layer {layer + 1}", Ink.Green,
            [.. detour.Select(point => new RoadPoint(layer + point.X, point.Y, norm))]);

    private static IEnumerable<Station> Ends(NetworkRuns network, double y) =>
    [
        new Station(-0.5, y - 0.12, "input"),
        new Station(-0.5, y + 0.12, Number.Short(Gradients(network)[0])),
        new Station(network.LayerCount + 0.5, y - 0.12, "loss"),
        new Station(network.LayerCount + 0.5, y + 0.12, Number.Short(Gradients(network)[^1])),
    ];

    private static IEnumerable<Station> Layers(NetworkRuns network, Func<int, double> y) =>
        Enumerable.Range(0, network.LayerCount).Select(layer => new Station(layer + 0.5, y(layer), Number.Tick(layer + 1)));

    /// <summary>Odd layers above the middle, even ones below.</summary>
    private static double Bend(int layer) => layer % 2 == 0 ? -0.5 : 0.5;

    private static int LayerCount(NetworkRuns network) => network.Runs[0].End.Backward.Count;

    /// <summary>The gradient's norm before the first layer, and behind each.</summary>
    private static double[] Gradients(NetworkRuns network) =>
        [Median(network, static step => step.Before, 0), .. Enumerable.Range(0, network.LayerCount).Select(layer => Median(network, static step => step.Behind, layer))];

    private static double Median(NetworkRuns network, Func<BackwardStep, double> norm, int layer) =>
        Point.Over(layer, network.Runs.Select(run => norm(run.End.Backward[layer]))).Y;
}
