using System.Xml.Linq;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Reporting.Svg;

namespace NetGen.Experiments.Tests.Reporting;

public sealed class FigureTests
{
    [Fact]
    public void Chart_draws_every_series_with_its_points_its_band_and_its_name()
    {
        Series falling = new("falling", Ink.Vermillion, [new(1, 100, 90, 110), new(2, 1, 0.5, 2), new(3, 0.01, 0.01, 0.01)]) { Marked = true };
        Series rising = new("rising <&>", Ink.Blue, [new(1, 1, 1, 1), new(2, 10, 10, 10)]) { Dashed = true };
        XElement svg = Drawn(new Chart("part", new Axis("step"), new Axis("size, in m", Scale.Log), [falling, rising], [new Guide(5, "five")]));

        Assert.Equal(2, WithClass(svg, "line").Count());
        Assert.Equal(2, WithClass(svg, "band").Count());
        Assert.Equal(3, WithClass(svg, "mark").Count());
        Assert.Single(WithClass(svg, "dashed"));
        Assert.Single(WithClass(svg, "guide"));
        Assert.Equal(["falling", "rising <&>"], WithClass(svg, "name").Select(static name => name.Value).Order());
        Assert.Equal(["step", "size, in m"], WithClass(svg, "label").Select(static label => label.Value));
        Assert.Equal("part", Assert.Single(WithClass(svg, "panel-title")).Value);
        Assert.Equal(
            ["step 1\nfalling: 100 [90.0, 110]\nrising <&>: 1.00", "step 2\nfalling: 1.00 [0.500, 2.00]\nrising <&>: 10.0", "step 3\nfalling: 0.0100"],
            WithClass(svg, "hint").Select(static hint => hint.Value));
    }

    [Fact]
    public void Logarithmic_axis_places_equal_ratios_equally_far_apart()
    {
        Series series = new("s", Ink.Blue, [new(0, 1, 1, 1), new(1, 10, 10, 10), new(2, 100, 100, 100)]) { Marked = true };
        XElement svg = Drawn(new Chart("", new Axis("x"), new Axis("y", Scale.Log), [series], []));
        double[] heights = [.. WithClass(svg, "mark").Select(static mark => (double)mark.Attribute("cy")!)];
        Assert.Equal(heights[0] - heights[1], heights[1] - heights[2], 1);
        Assert.True(heights[0] > heights[1]);
    }

    [Fact]
    public void Value_that_a_logarithmic_axis_cannot_show_leaves_a_gap_and_the_axis_says_zero()
    {
        Series series = new("s", Ink.Blue, [new(0, 1, 1, 1), new(1, 0, 0, 0), new(2, 3, 3, 3), new(3, 4, 0, 5)]) { Marked = true };
        XElement svg = Drawn(new Chart("", new Axis("x"), new Axis("y", Scale.Log), [series], []));
        Assert.Equal(2, Assert.Single(WithClass(svg, "line")).Attribute("d")!.Value.Count(static command => command == 'M'));
        Assert.Equal(3, WithClass(svg, "mark").Count());
        Assert.Contains(WithClass(svg, "tick"), static tick => tick.Value == "0" && tick.Attribute("class")!.Value.Contains("end", StringComparison.Ordinal));
    }

    [Fact]
    public void Chart_of_numbers_that_are_not_finite_is_still_a_drawing()
    {
        Series series = new("s", Ink.Blue, [new(0, double.NaN, double.NaN, double.NaN), new(1, double.PositiveInfinity, 1, double.PositiveInfinity)]);
        XElement svg = Drawn(new Chart("", new Axis("x"), new Axis("y"), [series], []));
        Assert.DoesNotContain("NaN", string.Concat(svg.Descendants().Attributes().Select(static attribute => attribute.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public void Prediction_is_a_line_of_its_own_beside_the_measured_one_with_a_sample_of_it_and_its_label()
    {
        Series told = new("told", Ink.Blue, [new(1, 1, 1, 1), new(2, 10, 5, 20)]) { Predicted = [Point.At(1, 2), Point.At(2, 100)] };
        Series untold = new("untold", Ink.Green, [new(1, 1, 1, 1), new(2, 3, 3, 3)]);
        XElement svg = Drawn(new Chart("", new Axis("step"), new Axis("size", Scale.Log), [told, untold], []) { PredictionLabel = "expected at the start" });

        Assert.Equal(2, WithClass(svg, "line").Count());
        XElement[] predicted = [.. WithClass(svg, "predicted")];
        Assert.Equal(["path", "line"], predicted.Select(static drawn => drawn.Name.LocalName));
        Assert.Equal("series blue", predicted[0].Parent!.Attribute("class")!.Value);
        Assert.Equal("expected at the start", Assert.Single(WithClass(svg, "note")).Value);
        Assert.Contains(WithClass(svg, "tick"), static tick => tick.Value == "100");
        Assert.Equal(
            ["step 1\ntold: 1.00; expected at the start 2.00\nuntold: 1.00", "step 2\ntold: 10.0 [5.00, 20.0]; expected at the start 100\nuntold: 3.00"],
            WithClass(svg, "hint").Select(static hint => hint.Value));
    }

    [Fact]
    public void Prediction_that_the_axis_cannot_show_leaves_a_gap_and_one_without_any_is_not_drawn()
    {
        Point[] points = [new(1, 1, 1, 1), new(2, 2, 2, 2), new(3, 3, 3, 3)];
        Series broken = new("broken", Ink.Blue, points) { Predicted = [Point.At(1, 1), Point.At(2, double.PositiveInfinity), Point.At(3, 2)] };
        Series lost = new("lost", Ink.Green, points) { Predicted = [Point.At(1, 0), Point.At(2, double.PositiveInfinity)] };

        XElement both = Drawn(new Chart("", new Axis("x"), new Axis("y", Scale.Log), [broken, lost], []));
        XElement path = Assert.Single(WithClass(both, "predicted"), static drawn => drawn.Name.LocalName == "path");
        Assert.Equal(2, path.Attribute("d")!.Value.Count(static command => command == 'M'));
        Assert.Empty(WithClass(Drawn(new Chart("", new Axis("x"), new Axis("y", Scale.Log), [lost], [])), "predicted"));
    }

    [Fact]
    public void Names_of_lines_that_end_together_do_not_overlap()
    {
        Series[] series = [.. Enumerable.Range(0, 4).Select(static index => new Series($"line {index}", Ink.Green, [new(0, 1, 1, 1), new(1, 1 + 1e-6 * index, 1, 1)]))];
        double[] heights = [.. WithClass(Drawn(new Chart("", new Axis("x"), new Axis("y"), series, [])), "name").Select(static name => (double)name.Attribute("y")!).Order()];
        Assert.All(heights.Zip(heights.Skip(1)), static pair => Assert.True(pair.Second - pair.First >= 13));
    }

    [Fact]
    public void Heatmap_has_a_cell_for_each_value_with_its_sign_and_size()
    {
        XElement svg = Drawn(new Heatmap("", "layer", "dimension", "output", [[0.5, -2], [0, 0.25]], Limit: 1));
        XElement[] cells = [.. WithClass(svg, "cell").Where(static cell => cell.HasElements)];
        Assert.Equal(["0.5", "1", "0", "0.25"], cells.Select(static cell => cell.Attribute("fill-opacity")!.Value));
        Assert.Equal(["positive", "negative", "positive", "positive"], cells.Select(static cell => cell.Attribute("class")!.Value.Split(' ')[1]));
        Assert.Equal("layer 2, dimension 1\noutput: -2.00", cells[1].Value);
    }

    [Fact]
    public void Path_diagram_has_a_ribbon_for_each_road_and_a_name_for_each_station()
    {
        Road wide = new("wide", Ink.Blue, [new(0, 0, 1), new(4, 0, 1)]);
        Road narrow = new("narrow", Ink.Green, [new(0, 0.5, 1e-9), new(2, 0, 1e-9), new(4, 0.5, 1e-9)]);
        XElement svg = Drawn(new PathDiagram("", [new Station(0, -1, "start"), new Station(4, -1, "end")], [wide, narrow], "flow", 1e-9, 1));
        Assert.Equal(2, WithClass(svg, "ribbon").Count());
        Assert.Equal(["start", "end"], WithClass(svg, "station").Select(static station => station.Value));
        Assert.Equal(["wide\nflow: 1.00", "wide\nflow: 1.00", "narrow\nflow: 1e-9", "narrow\nflow: 1e-9", "narrow\nflow: 1e-9"], WithClass(svg, "hint").Select(static hint => hint.Value));
        double[] samples = [.. WithClass(svg, "sample").Select(static sample => (double)sample.Attribute("height")!)];
        Assert.Equal(samples.OrderDescending(), samples);
    }

    [Fact]
    public void Figure_carries_its_title_its_caption_and_a_style_for_light_and_dark()
    {
        Chart chart = new("", new Axis("x"), new Axis("y"), [new Series("s", Ink.Purple, [new(0, 1, 1, 1), new(1, 2, 2, 2)])], []);
        XElement svg = SvgFigure.Document(new Figure("name", "A title", "How it was measured.", 1, [chart])).Root!;
        Assert.Equal("A title", Assert.Single(WithClass(svg, "title")).Value);
        Assert.Equal("How it was measured.", Assert.Single(WithClass(svg, "caption")).Value);
        Assert.Contains("prefers-color-scheme: dark", svg.Element(SvgElement.Namespace + "style")!.Value, StringComparison.Ordinal);
    }

    private static XElement Drawn(Panel panel) => XElement.Parse(SvgFigure.Document(new Figure("name", "", "", 1, [panel])).ToString());

    internal static IEnumerable<XElement> WithClass(XElement svg, string style) =>
        svg.Descendants().Where(element => element.Attribute("class")?.Value.Split(' ').Contains(style) == true);
}
