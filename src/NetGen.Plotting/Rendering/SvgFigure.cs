using System.Xml.Linq;
using NetGen.Plotting.Figures;
using SkiaSharp;

namespace NetGen.Plotting.Rendering;

/// <summary>
/// Draws a figure as SVG for light and dark surroundings: on one sheet, or as panels for a page that puts them where it has room.
/// </summary>
internal static class SvgFigure
{
    /// <summary>
    /// The style sheet of every drawing: drawings have the colours of light surroundings, and the style sheet has the dark ones.
    /// </summary>
    public static string StyleSheet { get; } = EmbeddedFile.Read("figure.css") + DarkTones();

    /// <summary>A figure on one sheet that stands alone, with its style.</summary>
    public static XDocument Document(Figure figure)
    {
        FigureSheet sheet = new(figure, Theme.Coded);
        XElement root = Drawn(
            FigureSheet.Width,
            sheet.Height,
            sheet.Draw,
            figure.Name,
            figure.Title,
            $"{figure.Subtitle} {figure.Caption}",
            () => sheet.Hints);
        root.AddFirst(new XElement(SkiaSvg.Namespace + "style", StyleSheet));
        return new XDocument(root);
    }

    /// <summary>
    /// The panels of a figure and what they share, each a drawing of its own, for a page that has <see cref="StyleSheet"/>.
    /// </summary>
    /// <param name="figure">The figure.</param>
    /// <param name="narrow">Whether they are for a screen on which they stand in one column.</param>
    public static (IReadOnlyList<XElement> Panels, IReadOnlyList<XElement> Keys) Parts(Figure figure, bool narrow)
    {
        FigurePanels panels = new(figure, Theme.Coded, narrow);
        string id = narrow ? $"{figure.Name}-narrow" : figure.Name;
        return (
            [
                .. panels.Panels.Select(
                    (panel, index) => Part(panels, panel, $"{id}-{index + 1}", Name(figure, index), figure.Subtitle, panels.PanelWidth)),
            ],
            [
                .. panels.Keys.Select(
                    (key, index) =>
                        Part(
                            panels,
                            key,
                            $"{id}-key-{index + 1}",
                            $"Key to \"{figure.Title}\"",
                            "What colours and widths mean.",
                            narrow ? panels.PanelWidth : FigurePanels.Width)),
            ]);
    }

    private static XElement Part(FigurePanels panels, PanelDrawing panel, string id, string title, string description, float width) =>
        Drawn(width, panel.Height, canvas => panels.Draw(panel, canvas, 0, 0, width), id, title, description, () => panel.Hints);

    private static string Name(Figure figure, int index) =>
        figure.Panels[index].Title is { Length: > 0 } title ? $"{figure.Title}: {title}" : figure.Title;

    private static XElement Drawn(
        float width,
        float height,
        Action<SKCanvas> draw,
        string id,
        string title,
        string description,
        Func<IEnumerable<Hint>> hints)
    {
        using MemoryStream stream = new();
        using (SKCanvas canvas = SKSvgCanvas.Create(new SKRect(0, 0, width, height), stream))
            draw(canvas);

        stream.Position = 0;
        XElement root = SkiaSvg.Mend(XElement.Load(stream), id);
        root.SetAttributeValue("viewBox", $"0 0 {SkiaSvg.Coordinate(width)} {SkiaSvg.Coordinate(height)}");
        root.SetAttributeValue("class", "figure");
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue("aria-labelledby", $"{id}-title {id}-desc");
        root.AddFirst(
            new XElement(SkiaSvg.Namespace + "title", new XAttribute("id", $"{id}-title"), title),
            new XElement(SkiaSvg.Namespace + "desc", new XAttribute("id", $"{id}-desc"), description.Trim()));
        root.Add(hints().Select(static hint => new XElement(
            SkiaSvg.Namespace + "rect",
            new XAttribute("class", "hint f-text"),
            new XAttribute("fill-opacity", 0),
            new XAttribute("x", SkiaSvg.Coordinate(hint.Place.Left)),
            new XAttribute("y", SkiaSvg.Coordinate(hint.Place.Top)),
            new XAttribute("width", SkiaSvg.Coordinate(hint.Place.Width)),
            new XAttribute("height", SkiaSvg.Coordinate(hint.Place.Height)),
            new XElement(SkiaSvg.Namespace + "title", hint.Text))));
        return root;
    }

    private static string DarkTones() => $$"""
        @media (prefers-color-scheme: dark) {
        {{string.Concat(Enum.GetValues<Tone>().Select(DarkTone))}}}

        """;

    private static string DarkTone(Tone tone)
    {
        (string name, string colour) = (SkiaSvg.Name(tone), SkiaSvg.Colour(Theme.Dark, tone));
        return $"  .figure .f-{name} {{ fill: {colour}; }} .figure .s-{name} {{ stroke: {colour}; }}\n";
    }
}
