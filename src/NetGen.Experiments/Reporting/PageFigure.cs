using System.Xml.Linq;
using NetGen.Plotting.Rendering;

namespace NetGen.Experiments.Reporting;

/// <summary>The drawings of a figure for a page.</summary>
/// <param name="Name">The name of the figure.</param>
/// <param name="Panels">
/// Its panels, for screens on which they stand side by side, and for screens on which they stand in one column.
/// </param>
/// <param name="Glances">Its first panels once more, small enough to stand beside words.</param>
internal sealed record PageFigure(string Name, string Panels, IReadOnlyList<string> Glances)
{
    /// <summary>How many panels stand beside a finding at most: as high as a few claims.</summary>
    private const int GlancedPanels = 2;

    public static string StyleSheet => SvgFigure.StyleSheet;

    public static PageFigure Of(Figure figure)
    {
        (IReadOnlyList<XElement> Panels, IReadOnlyList<XElement> Keys) narrow = SvgFigure.Parts(figure, narrow: true);
        string panels = Write("wide", figure, SvgFigure.Parts(figure, narrow: false)) + Write("narrow", figure, narrow);
        return new PageFigure(
            figure.Name,
            panels,
            [
                .. narrow.Panels.Take(GlancedPanels).Select(static panel =>
                    $"<svg viewBox=\"{panel.Attribute("viewBox")!.Value}\" preserveAspectRatio=\"xMidYMin slice\" aria-hidden=\"true\">"
                        + $"<use href=\"#{panel.Attribute("id")!.Value}\"/></svg>"),
            ]);
    }

    private static string Write(string style, Figure figure, (IReadOnlyList<XElement> Panels, IReadOnlyList<XElement> Keys) parts)
    {
        foreach ((int index, XElement panel) in parts.Panels.Index())
        {
            panel.SetAttributeValue("id", $"{figure.Name}-{style}-{index + 1}");
            // Whoever has no pointer comes to a panel by keyboard, and to its values by arrow keys.
            if (panel.Elements()
                .Any(static element => element.Attribute("class") is { } kind && kind.Value.StartsWith("hint ", StringComparison.Ordinal)))
                panel.SetAttributeValue("tabindex", 0);
        }

        return $"""
            <div class="{style}"><div class="panels" style="--columns: {figure.Columns}">
            {Join(parts.Panels)}</div>
            {Join(parts.Keys)}</div>

            """;
    }

    private static string Join(IEnumerable<XElement> drawings) =>
        string.Join('\n', drawings.Select(static drawing => drawing.ToString(SaveOptions.DisableFormatting)));
}
