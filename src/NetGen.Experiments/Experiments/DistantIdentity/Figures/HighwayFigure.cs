namespace NetGen.Experiments.DistantIdentity;

/// <summary>The gradient's way back as roads: winding through every layer, or straight past them with a detour through each.</summary>
internal static class HighwayFigure
{
    private const double HighwayY = -0.6;
    private const double DetourY = 0.5;

    /// <summary>How far the straight road goes on beyond the first and the last detour, to cover their ends.</summary>
    private const double Overhang = 0.2;

    /// <summary>Half an ellipse.</summary>
    private static readonly (double X, double Y)[] detour =
        [
            .. Enumerable.Range(0, 5)
                .Select(static point => point * Math.PI / 4)
                .Select(static angle => ((1 - Math.Cos(angle)) / 2, HighwayY + (DetourY - HighwayY) * Math.Sin(angle))),
        ];

    public static Figure Roads(string setup, NetworkRuns plain, NetworkRuns residual)
    {
        Way winding = Way.Of(plain);
        Way straight = Way.Of(residual);
        double[] norms = [.. winding.Gradients.Concat(straight.Gradients).Where(static norm => norm > 0)];
        double least = Math.Pow(10, Math.Floor(Math.Log10(norms.Min())));
        double most = Math.Pow(10, Math.Ceiling(Math.Log10(norms.Max())));
        return new Figure(
            "highway",
            $"On its way back from the loss the gradient goes from {Number.Short(winding.Gradients[^1])} to "
                + $"{Number.Short(winding.Gradients[0])} in {plain.Label}, "
                + $"from {Number.Short(straight.Gradients[^1])} to {Number.Short(straight.Gradients[0])} in {residual.Label}",
            "Roads are as wide as the measured norm of the gradient on them is large (logarithmic scale); "
                + "numbers are layers, arrows the gradient's way. "
                + (plain.Runs.Count > 1 ? $"Medians of {plain.Runs.Count} seeds." : "One seed."),
            Columns: 1,
            [
                Diagram(
                    $"{plain.Label}: one road, through every layer",
                    [.. Ends(winding, 0), .. Layers(winding, static layer => Bend(layer) * 1.85)],
                    [Winding(winding)]),
                Diagram(
                    $"{residual.Label}: a straight road past every layer, and a detour through each",
                    [.. Ends(straight, HighwayY), .. Layers(straight, static _ => DetourY + 0.35)],
                    [.. Detours(straight), Straight(straight)]),
            ])
        {
            Subtitle = $"Norm of the gradient on its way from the loss to the input, after training, set-up {setup}",
        };

        PathDiagram Diagram(string title, IReadOnlyList<Station> stations, IReadOnlyList<Road> roads) =>
            new(title, stations, roads, "norm of the gradient", least, most)
            {
                Colours =
                [
                    new RoadColour(plain.Ink, "through the layers"),
                    new RoadColour(residual.Ink, "past them, the \"+1\""),
                    new RoadColour(Ink.Green, "a layer's branch, which joins the road"),
                ],
            };
    }

    private static Road Winding(Way way) => new(way.Label, way.Ink,
    [
        new RoadPoint(0, 0, way.Gradients[0]),
        .. Enumerable.Range(0, way.LayerCount).SelectMany(layer => new[]
        {
            new RoadPoint(layer + 0.5, Bend(layer), Math.Sqrt(way.Gradients[layer] * way.Gradients[layer + 1])),
            new RoadPoint(layer + 1, 0, way.Gradients[layer + 1]),
        }),
    ]);

    private static Road Straight(Way way) => new($"{way.Label}, straight on", way.Ink,
    [
        new RoadPoint(-Overhang, HighwayY, way.Gradients[0]),
        .. way.Gradients.Select(static (norm, layer) => new RoadPoint(layer, HighwayY, norm)),
        new RoadPoint(way.LayerCount + Overhang, HighwayY, way.Gradients[^1]),
    ]);

    private static IEnumerable<Road> Detours(Way way) => way.Branches.Select((norm, layer) =>
        new Road(
            $"{way.Label}, through layer {layer + 1}",
            Ink.Green,
            [.. detour.Select(point => new RoadPoint(layer + point.X, point.Y, norm))]));

    private static IEnumerable<Station> Ends(Way way, double y) =>
    [
        new Station(-0.5, y - 0.12, "input"),
        new Station(-0.5, y + 0.12, Number.Short(way.Gradients[0])),
        new Station(way.LayerCount + 0.5, y - 0.12, "loss"),
        new Station(way.LayerCount + 0.5, y + 0.12, Number.Short(way.Gradients[^1])),
    ];

    private static IEnumerable<Station> Layers(Way way, Func<int, double> y) =>
        Enumerable.Range(0, way.LayerCount).Select(layer => new Station(layer + 0.5, y(layer), Number.Tick(layer + 1)));

    /// <summary>Odd layers above the middle, even ones below.</summary>
    private static double Bend(int layer) => layer % 2 == 0 ? -0.5 : 0.5;

    /// <summary>Medians over the seeds of what travels back through a network.</summary>
    /// <param name="Label">The network.</param>
    /// <param name="Ink">Its colour.</param>
    /// <param name="Gradients">The gradient's norm before the first layer, and behind each.</param>
    /// <param name="Branches">The norm of what each layer hands on by its branch alone.</param>
    private sealed record Way(string Label, Ink Ink, double[] Gradients, double[] Branches)
    {
        public int LayerCount => Branches.Length;

        public static Way Of(NetworkRuns network)
        {
            double Median(int layer, Func<BackwardStep, double> norm) => network.Over(run => norm(run.End.Backward[layer])).Median;
            IEnumerable<int> layers = Enumerable.Range(0, network.LayerCount);
            return new Way(
                network.Label,
                network.Ink,
                [Median(0, static step => step.Before), .. layers.Select(layer => Median(layer, static step => step.Behind))],
                [.. layers.Select(layer => Median(layer, static step => step.Branch))]);
        }
    }
}
