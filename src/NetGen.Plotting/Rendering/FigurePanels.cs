using NetGen.Plotting.Figures;
using ScottPlot;
using SkiaSharp;

namespace NetGen.Plotting.Rendering;

/// <summary>
/// The panels of a figure as drawings that belong together: values begin and end at the same place in all panels, and what they share is
/// said once.
/// </summary>
internal sealed class FigurePanels
{
    public const float Width = 1032;
    public const float NarrowWidth = 340;
    public const float Gap = 24;

    private readonly (float Left, float Right) sides;

    /// <param name="figure">The figure.</param>
    /// <param name="theme">What tones look like.</param>
    /// <param name="narrow">Whether they are for a screen on which they stand in one column.</param>
    public FigurePanels(Figure figure, Theme theme, bool narrow)
    {
        Columns = narrow ? 1 : figure.Columns;
        PanelWidth = narrow ? NarrowWidth : (Width - (Columns - 1) * Gap) / Columns;
        Panels = [.. figure.Panels.Select(panel => Draw(panel, theme, PanelWidth, narrow))];
        Keys = [.. KeysOf(figure, theme, narrow)];
        sides = (Panels.Max(static panel => panel.Sides.Left), Panels.Max(static panel => panel.Sides.Right));
    }

    public int Columns { get; }

    public float PanelWidth { get; }

    public IReadOnlyList<PanelDrawing> Panels { get; }

    /// <summary>What colours and widths mean, for all panels.</summary>
    public IReadOnlyList<PanelDrawing> Keys { get; }

    public void Draw(PanelDrawing panel, SKCanvas canvas, float left, float top, float width) =>
        panel.Draw(canvas, new PixelRect(left, left + width, top + panel.Height, top), Keys.Contains(panel) ? (0, 0) : sides);

    private static PanelDrawing Draw(Panel panel, Theme theme, float width, bool narrow) => panel switch
    {
        Chart chart => new ChartDrawing(chart, theme, width, narrow),
        Heatmap map => new HeatmapDrawing(map, theme, width, narrow),
        PathDiagram diagram => new PathDrawing(diagram, theme, width, narrow),
        PictureGrid grid => new PictureDrawing(grid, theme, width),
        PictureWall wall => new PictureWallDrawing(wall, theme, width),
        _ => throw new ArgumentException(
            $"Expected a chart, a heatmap, a path diagram or pictures, got {panel.GetType().Name}.", nameof(panel)),
    };

    private static IEnumerable<PanelDrawing> KeysOf(Figure figure, Theme theme, bool narrow) =>
    [
        .. figure.Panels.OfType<Heatmap>()
            .DistinctBy(static map => (map.ValueLabel, map.Limit, map.Unsigned))
            .Select(map => new ColourBar(map, theme)),
        .. figure.Panels.OfType<PathDiagram>().Take(1).Select(diagram => new RoadKey(diagram, theme, narrow)),
    ];
}
