using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NetGen.Plotting.Rendering;

/// <summary>
/// Mends what Skia writes as SVG from a drawing in <see cref="Theme.Coded"/>: colours become tones with a class each, lines get their
/// dashes, words stand as wide as they were measured in any font, identifiers are unique on a page, and numbers no longer than can be seen.
/// </summary>
internal static partial class SkiaSvg
{
    public static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    private static readonly string[] coordinates =
    [
        "x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "d", "transform", "stroke-width", "fill-opacity", "stroke-opacity",
    ];

    /// <param name="root">What Skia wrote.</param>
    /// <param name="id">What its identifiers begin with.</param>
    public static XElement Mend(XElement root, string id)
    {
        foreach (XElement element in root.DescendantsAndSelf())
        {
            if (element.Name.LocalName == "text")
                MendText(element);
            Paint(element, "fill", "f");
            Paint(element, "stroke", "s");
            element.Attribute("stroke-miterlimit")?.Remove();
            if (element.Attribute("id") is { } own)
                own.Value = $"{id}-{own.Value}";
            if (element.Attribute("clip-path") is { } clip)
                clip.Value = clip.Value.Replace("#", $"#{id}-", StringComparison.Ordinal);
            foreach (XAttribute attribute in element.Attributes().Where(static attribute => coordinates.Contains(attribute.Name.LocalName)))
                attribute.Value = LongNumber().Replace(
                    attribute.Value, static number => Coordinate(double.Parse(number.Value, CultureInfo.InvariantCulture)));
            MendRectangles(element);
        }

        root.Attributes().Where(static attribute => attribute.IsNamespaceDeclaration && attribute.Name.LocalName == "xlink").Remove();
        return root;
    }

    public static string Coordinate(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>What a tone is called in a style sheet.</summary>
    public static string Name(Tone tone) => tone.ToString().ToLowerInvariant();

    public static string Colour(Theme theme, Tone tone) => theme.Color(tone).ToHex()[..7].ToLowerInvariant();

    private static void Paint(XElement element, string property, string prefix)
    {
        if (element.Attribute(property) is not { } paint || paint.Value == "none")
            return;

        (Tone tone, Dash dash) = Theme.Decode(paint.Value);
        paint.Value = Colour(Theme.Light, tone);
        element.SetAttributeValue("class", $"{element.Attribute("class")?.Value} {prefix}-{Name(tone)}".Trim());
        if (dash != Dash.None)
            element.SetAttributeValue(
                "stroke-dasharray", string.Join(' ', Theme.Intervals(dash).Select(static length => Coordinate(length))));
    }

    /// <summary>Skia places each letter, as it would be in its own font. Another font is stretched to the same width as a whole.</summary>
    private static void MendText(XElement text)
    {
        string words = text.Value.Trim();
        bool bold = text.Attribute("font-weight") is not null;
        float size = float.Parse(text.Attribute("font-size")!.Value, CultureInfo.InvariantCulture);
        text.Value = words;
        foreach (string name in new[] { "x", "y" })
            text.SetAttributeValue(name, text.Attribute(name)!.Value.Split(',')[0].Trim());
        text.SetAttributeValue("font-family", null);
        text.SetAttributeValue("font-weight", bold ? 600 : null);
        if (text.Attribute("fill") is null)
            throw new InvalidOperationException($"Expected the text \"{words}\" to have a tone.");
        text.SetAttributeValue("textLength", Coordinate(FigureFont.Width(words, size, bold)));
        text.SetAttributeValue("lengthAdjust", "spacingAndGlyphs");
    }

    /// <summary>What consists of rectangles is written shorter, and without smooth edges, which leave gaps between neighbours.</summary>
    private static void MendRectangles(XElement element)
    {
        if (element.Attribute("d") is not { } outline || Rectangle().Replace(outline.Value, "").Length > 0)
            return;
        outline.Value = Rectangle().Replace(outline.Value, "M$1 $2H$3V$4H$1Z");
        element.SetAttributeValue("shape-rendering", "crispEdges");
    }

    [GeneratedRegex(@"M(\S+?) (\S+?)L(\S+?) \2L\3 (\S+?)L\1 \4L\1 \2Z")]
    private static partial Regex Rectangle();

    [GeneratedRegex(@"-?\d+\.\d{3,}(e-?\d+)?|-?\d+(\.\d+)?e-\d+")]
    private static partial Regex LongNumber();
}
