using NetGen.Plotting.Figures;

namespace NetGen.Plotting.Tests;

/// <summary>One figure of every kind.</summary>
internal static class Samples
{
    public static Series Falling { get; } = new(
        "falling", Ink.Vermillion, [new(1, 100, 90, 110), new(2, 1, 0.5, 2), new(3, 0.01, 0.01, 0.01)])
    {
        Marked = true,
        Dashed = true,
        Predicted = [Point.At(1, 90), Point.At(2, 2), Point.At(3, 0.02)],
        Runs = [[90, 0.5, 0.01], [110, 2, 0.01]],
    };

    public static Series Rising { get; } = new("rising <&>", Ink.Blue, [new(1, 1, 1, 1), new(2, 10, 10, 10)]);

    public static Chart Chart { get; } = new(
        "part", new Axis("step"), new Axis("size, in m", Scale.Log), [Falling, Rising], [new Guide(5, "five")]);

    public static Heatmap Heatmap { get; } = new("map", "layer", "dimension", "output", [[0.5, -2], [0, 0.25]], Limit: 1);

    public static PathDiagram Roads { get; } = new(
        "roads",
        [new Station(-0.5, 0, "start"), new Station(4.5, 0, "end")],
        [
            new Road("wide", Ink.Blue, [new(0, 0, 1), new(4, 0, 1)]),
            new Road("narrow", Ink.Green, [new(0, 0.5, 1e-9), new(2, 0, 1e-9), new(4, 0.5, 1e-9)]),
        ],
        "flow",
        1e-9,
        1)
    {
        Colours = [new RoadColour(Ink.Blue, "straight on"), new RoadColour(Ink.Green, "around")],
    };

    public static PictureGrid Pictures { get; } = new(
        "pictures",
        [new PictureColumn("input", ""), new PictureColumn("layer 1", "50 %")],
        [[new Picture([-1, 0, 1, 7]), new Picture([1, 1, -1, -1])]]);

    public static PictureWall Wall { get; } = new(
        "wall",
        [
            new CaptionedPicture(new Picture([-1, 1, 1, -1]), ["Shirt", "→ Coat"]),
            new CaptionedPicture(new Picture([1, 0, -1, -0.5]) { Signed = true }, ["Coat", "→ Bag"]),
        ]);

    public static Heatmap Counts { get; } = new(
        "counts", "taken for", "", "images", [.. Enumerable.Range(0, 10).Select(static row => (double[])[100, .. new double[8], row])], 20)
    {
        RowNames = [.. Enumerable.Range(0, 10).Select(static row => $"Ankle boot {row}")],
        ColumnNames = [.. Enumerable.Range(0, 10).Select(static column => $"Ankle boot {column}")],
        NamesEveryRow = true,
        ShowsValues = true,
        Unsigned = true,
    };

    public static IReadOnlyList<Figure> Figures { get; } =
    [
        .. new Panel[] { Chart, Heatmap, Roads, Pictures, Wall, Counts }.Select(static (panel, index) =>
            new Figure(
                $"figure_{index}",
                "μ σ √ ₁ ² ‖ ∂ × − ≤ · ∞ 10⁻¹⁹ Σ ± → ≥ h₊",
                "A caption.",
                2,
                [panel, panel]) { Subtitle = "A subtitle" }),
    ];
}
