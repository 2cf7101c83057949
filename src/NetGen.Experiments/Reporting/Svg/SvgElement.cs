using System.Xml.Linq;

namespace NetGen.Experiments.Reporting.Svg;

/// <summary>Elements of a Scalable Vector Graphic. Colours and weights stand in the style sheet, reached by class.</summary>
internal static class SvgElement
{
    public static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    public static XElement Group(string style, params IEnumerable<object> content) =>
        new(Namespace + "g", new XAttribute("class", style), content);

    public static XElement Text(double x, double y, string text, string style) =>
        new(Namespace + "text", Attribute("x", x), Attribute("y", y), new XAttribute("class", style), text);

    /// <summary>Text that reads upwards, as vertical axes are labelled.</summary>
    public static XElement UpwardText(double x, double y, string text, string style) =>
        new(Namespace + "text", new XAttribute("transform", $"translate({Coordinate(x)} {Coordinate(y)}) rotate(-90)"), new XAttribute("class", style), text);

    public static XElement Line(double x1, double y1, double x2, double y2, string style) =>
        new(Namespace + "line", Attribute("x1", x1), Attribute("y1", y1), Attribute("x2", x2), Attribute("y2", y2), new XAttribute("class", style));

    public static XElement Rectangle(double x, double y, double width, double height, string style) =>
        new(Namespace + "rect", Attribute("x", x), Attribute("y", y), Attribute("width", width), Attribute("height", height), new XAttribute("class", style));

    public static XElement Circle(double x, double y, double radius, string style) =>
        new(Namespace + "circle", Attribute("cx", x), Attribute("cy", y), Attribute("r", radius), new XAttribute("class", style));

    public static XElement Path(string data, string style) =>
        new(Namespace + "path", new XAttribute("d", data), new XAttribute("class", style));

    /// <summary>What a reader sees who points at the element: browsers show it without a script.</summary>
    public static XElement Hint(string text) => new(Namespace + "title", text);

    public static XAttribute Attribute(string name, double value) => new(name, Coordinate(value));

    public static string Coordinate(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
