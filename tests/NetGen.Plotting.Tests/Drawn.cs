using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NetGen.Plotting.Figures;
using NetGen.Plotting.Rendering;

namespace NetGen.Plotting.Tests;

/// <summary>A figure's SVG, and the parts that can be told from their looks.</summary>
internal sealed partial class Drawn
{
    private const string LineWidth = "2.2";
    private const string RunWidth = "0.6";

    public Drawn(params Panel[] panels)
        : this(new Figure("name", "Title", "Caption.", 1, panels) { Subtitle = "Subtitle" })
    {
    }

    public Drawn(Figure figure) => Svg = XElement.Parse(SvgFigure.Document(figure).ToString());

    public XElement Svg { get; }

    public IReadOnlyList<XElement> Words => [.. Of("text")];

    public IReadOnlyList<string> Texts => [.. Words.Select(static word => word.Value)];

    public IReadOnlyList<XElement> Lines =>
        [.. Of("path").Where(static path => (string?)path.Attribute("stroke-width") == LineWidth && Corners(path).Length > 1)];

    public IReadOnlyList<XElement> Runs => [.. Of("path").Where(static path => (string?)path.Attribute("stroke-width") == RunWidth)];

    public IReadOnlyList<XElement> Bands => [.. Of("path").Where(static path => path.Attribute("fill-opacity") is not null)];

    public IReadOnlyList<XElement> Marks => [.. Of("ellipse").Where(static mark => (string?)mark.Attribute("fill") != "none")];

    public IReadOnlyList<XElement> Hints => [.. Of("rect").Where(static rectangle => HasClass(rectangle, "hint"))];

    public IReadOnlyList<XElement> Dotted =>
        [.. Of("path").Concat(Of("line")).Where(static line => (string?)line.Attribute("stroke-dasharray") == "2 3.5")];

    public IEnumerable<XElement> Of(string name) => Svg.Descendants(SkiaSvg.Namespace + name);

    public static bool HasClass(XElement element, string style) => element.Attribute("class")?.Value.Split(' ').Contains(style) == true;

    public static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    /// <summary>Where the words begin, with the transformation that some have.</summary>
    public static (double X, double Y) Place(XElement word)
    {
        Match moved = Moved().Match((string?)word.Attribute("transform") ?? "");
        (double x, double y) = moved.Success ? (Value(moved.Groups[1]), Value(moved.Groups[2])) : (0, 0);
        return (x + Number(word, "x"), y + Number(word, "y"));
    }

    /// <summary>The corners of a line.</summary>
    public static (double X, double Y)[] Corners(XElement path) =>
        [.. Corner().Matches(path.Attribute("d")!.Value).Select(static corner => (Value(corner.Groups[1]), Value(corner.Groups[2])))];

    private static double Value(Group text) => double.Parse(text.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[ML](-?[\d.]+) (-?[\d.]+)")]
    private static partial Regex Corner();

    [GeneratedRegex(@"translate\((-?[\d.]+) (-?[\d.]+)\)")]
    private static partial Regex Moved();
}
