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

    public static PageFigure Of(Figure figure)
    {
        (IReadOnlyList<XElement> Panels, IReadOnlyList<XElement> Keys) narrow = SvgFigure.Parts(figure, narrow: true);
        string panels = PagePanels.Of("wide", figure, SvgFigure.Parts(figure, narrow: false)) + PagePanels.Of("narrow", figure, narrow);
        return new PageFigure(
            figure.Name,
            panels,
            [
                .. narrow.Panels.Take(GlancedPanels).Select(static panel =>
                    $"<svg viewBox=\"{panel.Attribute("viewBox")!.Value}\" preserveAspectRatio=\"xMidYMin slice\" aria-hidden=\"true\">"
                        + $"<use href=\"#{panel.Attribute("id")!.Value}\"/></svg>"),
            ]);
    }
}
