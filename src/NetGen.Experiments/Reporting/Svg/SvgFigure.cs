using System.Xml.Linq;
using static NetGen.Experiments.Reporting.Svg.SvgElement;

namespace NetGen.Experiments.Reporting.Svg;

/// <summary>Draws a figure: its title, its caption and its panels in rows.</summary>
internal static class SvgFigure
{
    private const double Width = 1080;
    private const double Margin = 24;
    private const double Gap = 20;
    private const double CaptionSize = 13;
    private const double TitleSize = 20;

    /// <summary>The style sheet of every figure, for light and dark surroundings.</summary>
    public static string StyleSheet { get; } = EmbeddedText.Read("figure.css");

    /// <summary>A figure that stands alone, with its style.</summary>
    public static XDocument Document(Figure figure)
    {
        XElement root = Element(figure);
        root.AddFirst(new XElement(Namespace + "style", StyleSheet));
        return new XDocument(root);
    }

    /// <summary>A figure for a page that has <see cref="StyleSheet"/>.</summary>
    public static XElement Element(Figure figure)
    {
        double panelWidth = (Width - 2 * Margin - (figure.Columns - 1) * Gap) / figure.Columns;
        List<XElement> content = [];
        double y = Margin;
        foreach (string line in TextLines.Wrap(figure.Title, TitleSize, Width - 2 * Margin))
            content.Add(Text(Margin, y += TitleSize * 1.2, line, "title"));

        y += 4;
        foreach (string line in TextLines.Wrap(figure.Caption, CaptionSize, Width - 2 * Margin))
            content.Add(Text(Margin, y += CaptionSize * 1.4, line, "caption"));

        y += Gap;
        foreach (Panel[] row in figure.Panels.Chunk(figure.Columns))
        {
            double height = row.Max(PanelHeight);
            content.AddRange(row.Select((panel, column) =>
                Draw(panel, new Box(Margin + column * (panelWidth + Gap), y, Margin + column * (panelWidth + Gap) + panelWidth, y + height))));
            y += height + Gap;
        }

        return new XElement(
            Namespace + "svg",
            new XAttribute("viewBox", $"0 0 {Coordinate(Width)} {Coordinate(y)}"),
            Attribute("width", Width),
            Attribute("height", y),
            new XAttribute("class", "figure"),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", $"{figure.Title} {figure.Caption}"),
            Rectangle(0, 0, Width, y, "paper"),
            content);
    }

    private static double PanelHeight(Panel panel) => panel switch
    {
        PathDiagram => 240,
        PictureGrid grid => SvgPictures.Height(grid) + TitleHeight(panel),
        _ => 380,
    };

    private static double TitleHeight(Panel panel) => panel.Title.Length > 0 ? 26 : 0;

    private static XElement Draw(Panel panel, Box box)
    {
        double top = TitleHeight(panel);
        XElement drawn = panel switch
        {
            Chart chart => new SvgChart(chart, box.Inset(0, top, 0, 0)).Draw(),
            Heatmap heatmap => SvgHeatmap.Draw(heatmap, box.Inset(0, top, 0, 0)),
            PathDiagram diagram => SvgPaths.Draw(diagram, box.Inset(0, top, 0, 0)),
            PictureGrid grid => SvgPictures.Draw(grid, box.Inset(0, top, 0, 0)),
            _ => throw new ArgumentException($"Expected a chart, a heatmap, a path diagram or pictures, got {panel.GetType().Name}.", nameof(panel)),
        };
        if (top > 0)
            drawn.AddFirst(Text(box.Left, box.Top + 14, panel.Title, "panel-title"));
        return drawn;
    }
}
