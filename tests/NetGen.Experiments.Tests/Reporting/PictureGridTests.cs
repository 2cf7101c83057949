using System.Xml.Linq;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Reporting.Svg;

namespace NetGen.Experiments.Tests.Reporting;

public sealed class PictureGridTests
{
    [Fact]
    public void Pictures_are_drawn_pixel_by_pixel_from_white_to_black()
    {
        Picture picture = new([-1, 0, 1, 7]);
        PictureGrid grid = new("kind", [new PictureColumn("input", ""), new PictureColumn("layer 1", "50 %")], [[picture, picture]]);
        XElement svg = XElement.Parse(SvgFigure.Document(new Figure("name", "", "", 1, [grid])).ToString());
        Assert.Equal(2, FigureTests.WithClass(svg, "picture").Count());
        Assert.Equal(["0", "0.5", "1", "1"], FigureTests.WithClass(svg, "pixel").Take(4).Select(static pixel => pixel.Attribute("fill-opacity")!.Value));
        Assert.Equal(["input", "layer 1"], FigureTests.WithClass(svg, "label").Select(static label => label.Value));
    }

    [Fact]
    public void Heatmap_of_shares_has_names_for_its_rows_and_a_legend_from_zero()
    {
        Heatmap heatmap = new("", "layer", "z", "share", [[0, 0.25], [0.5, 1]], Limit: 1) { RowNames = ["3", "-3"], Unsigned = true };
        XElement svg = XElement.Parse(SvgFigure.Document(new Figure("name", "", "", 1, [heatmap])).ToString());
        Assert.Contains("layer 2, z -3\nshare: 1.00", FigureTests.WithClass(svg, "cell").Select(static cell => cell.Value));
        Assert.Equal(["1", "3", "0", "≥ 1"], FigureTests.WithClass(svg, "tick").Select(static tick => tick.Value));
    }
}
