using System.Xml.Linq;
using NetGen.Plotting.Figures;

namespace NetGen.Plotting.Rendering;

/// <summary>
/// The panels of a figure in a page, twice: for screens on which they stand side by side, and for screens on which they stand in one
/// column. The page's style sheet shows one of both, <c>.wide</c> or <c>.narrow</c>.
/// </summary>
internal static class PagePanels
{
    public static string Of(Figure figure) =>
        Of("wide", figure, SvgFigure.Parts(figure, narrow: false)) + Of("narrow", figure, SvgFigure.Parts(figure, narrow: true));

    /// <summary>The panels for one kind of screen.</summary>
    public static string Of(string screen, Figure figure, (IReadOnlyList<XElement> Panels, IReadOnlyList<XElement> Keys) parts)
    {
        foreach ((int index, XElement panel) in parts.Panels.Index())
        {
            panel.SetAttributeValue("id", $"{figure.Name}-{screen}-{index + 1}");
            // Whoever has no pointer comes to a panel by keyboard, and to its values by arrow keys.
            if (panel.Elements()
                .Any(static element => element.Attribute("class") is { } kind && kind.Value.StartsWith("hint ", StringComparison.Ordinal)))
                panel.SetAttributeValue("tabindex", 0);
        }

        return $"""
            <div class="{screen}"><div class="panels" style="--columns: {figure.Columns}">
            {Join(parts.Panels)}</div>
            {Join(parts.Keys)}</div>

            """;
    }

    private static string Join(IEnumerable<XElement> drawings) =>
        string.Join('\n', drawings.Select(static drawing => drawing.ToString(SaveOptions.DisableFormatting)));
}
