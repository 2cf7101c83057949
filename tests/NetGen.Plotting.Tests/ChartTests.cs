using System.Globalization;
using System.Xml.Linq;
using NetGen.Plotting.Figures;
using NetGen.Plotting.Rendering;

namespace NetGen.Plotting.Tests;

public sealed class ChartTests
{
    [Fact]
    public void Chart_has_a_line_a_band_single_runs_marks_a_name_and_hints_for_its_series()
    {
        Drawn drawn = new(Samples.Chart);
        Assert.Equal(2, drawn.Lines.Count);
        Assert.Single(drawn.Bands);
        Assert.Equal(2, drawn.Runs.Count);
        Assert.Equal(3, drawn.Marks.Count);
        Assert.Equal(["7 4", null], drawn.Lines.Select(static line => (string?)line.Attribute("stroke-dasharray")));
        Assert.Equal(["s-vermillion", "s-blue"], drawn.Lines.Select(static line => line.Attribute("class")!.Value));
        Assert.All(
            ["Title", "Subtitle", "Caption.", "part", "falling", "rising <&>", "step", "size, in m", "five", "predicted"],
            text => Assert.Contains(text, drawn.Texts));
        Assert.Equal(
            [
                "step 1\nfalling: 100 [90.0, 110]; predicted 90.0\nrising <&>: 1.00",
                "step 2\nfalling: 1.00 [0.500, 2.00]; predicted 2.00\nrising <&>: 10.0",
                "step 3\nfalling: 0.0100; predicted 0.0200",
            ],
            drawn.Hints.Select(static hint => hint.Value));
    }

    // The guide, the prediction and its sample.
    [Fact]
    public void Predictions_and_guides_are_dotted_in_grey()
    {
        Drawn drawn = new(Samples.Chart);
        Assert.Equal(3, drawn.Dotted.Count);
        Assert.All(drawn.Dotted, static line => Assert.Equal("s-muted", line.Attribute("class")!.Value));
    }

    public static TheoryData<bool, double, double, double> Axes => new() { { false, 0, 40, 100 }, { true, 0.01, 1, 100 } };

    [Theory]
    [MemberData(nameof(Axes))]
    public void Marks_line_and_band_lie_where_the_axes_have_their_values(bool logarithmic, double lowest, double middle, double highest)
    {
        Series series = new(
            "s", Ink.Blue, [new(1, lowest, lowest, middle), new(2, middle, lowest, highest), new(3, highest, middle, highest)])
            {
                Marked = true,
            };
        Drawn drawn = new(new Chart("", new Axis("x"), new Axis("y", logarithmic ? Scale.Log : Scale.Linear), [series], []));
        (double X, double Y)[] marks = [.. drawn.Marks.Select(static mark => (Drawn.Number(mark, "cx"), Drawn.Number(mark, "cy")))];
        Assert.Equal(marks, Drawn.Corners(Assert.Single(drawn.Lines)), Near);

        double Height(double value) =>
            Drawn.Place(
                drawn.Words.Single(
                    word =>
                        word.Value == value.ToString(CultureInfo.InvariantCulture)
                            && Drawn.HasClass(word, "f-muted")
                            && Drawn.Place(word).X < marks[0].X)).Y;
        double share = (marks[0].Y - marks[1].Y) / (marks[0].Y - marks[2].Y);
        Assert.Equal(logarithmic ? 0.5 : 0.4, share, 2);
        Assert.Equal(marks[0].Y - marks[2].Y, Height(lowest) - Height(highest), 1.0);
        Assert.Equal(
            [
                (marks[0].X, marks[1].Y),
                (marks[1].X, marks[2].Y),
                (marks[2].X, marks[2].Y),
                (marks[2].X, marks[1].Y),
                (marks[1].X, marks[0].Y),
                (marks[0].X, marks[0].Y),
            ],
            Drawn.Corners(Assert.Single(drawn.Bands)).Take(6),
            Near);
    }

    [Fact]
    public void Zero_stands_at_the_foot_of_a_logarithmic_axis_below_a_break()
    {
        Series series = new("s", Ink.Blue, [Point.At(0, 1), Point.At(1, 0), Point.At(2, 3)]) { Marked = true };
        Drawn drawn = new(new Chart("", new Axis("x"), new Axis("y", Scale.Log), [series], []));
        Assert.Contains("0", drawn.Texts);
        double[] heights = [.. drawn.Marks.Select(static mark => Drawn.Number(mark, "cy"))];
        Assert.Equal(3, heights.Length);
        Assert.True(heights[1] > heights[0] + 20);
        Assert.Equal(2, drawn.Of("path").Count(static path => (string?)path.Attribute("stroke-width") == "1.2"));
    }

    [Fact]
    public void Values_that_are_no_numbers_leave_gaps_and_a_point_between_them_is_marked()
    {
        Series series = new(
            "s",
            Ink.Blue,
            [
                Point.At(0, 1),
                Point.At(1, 2),
                Point.At(2, double.NaN),
                Point.At(3, double.PositiveInfinity),
                Point.At(4, 1),
                Point.At(5, -1),
                Point.At(6, 1),
                Point.At(7, 3),
            ]);
        Drawn drawn = new(new Chart("", new Axis("x"), new Axis("y", Scale.Log), [series], []));
        Assert.Equal([2, 2], drawn.Lines.Select(static line => Drawn.Corners(line).Length));
        Assert.Single(drawn.Marks);
        Assert.DoesNotContain(
            "NaN",
            string.Concat(drawn.Svg.Descendants().Attributes().Select(static attribute => attribute.Value)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_lines_that_end_together_do_not_overlap_and_stay_inside()
    {
        Series[] series =
        [
            .. Enumerable.Range(0, 8)
                .Select(
                    static index =>
                        new Series($"line {index}", Ink.Green, [Point.At(0, 1), Point.At(1, index < 4 ? 2 + 1e-6 * index : 1)])),
        ];
        Drawn drawn = new(new Chart("", new Axis("x"), new Axis("y"), series, []));
        XElement[] names = [.. drawn.Words.Where(static word => word.Value.StartsWith("line ", StringComparison.Ordinal))];
        double[] heights = [.. names.Select(static name => Drawn.Place(name).Y).Order()];
        Assert.Equal(8, heights.Length);
        Assert.All(heights.Zip(heights.Skip(1)), static pair => Assert.True(pair.Second - pair.First >= 13));
        double plotBottom = Drawn.Number(drawn.Hints[0], "y") + Drawn.Number(drawn.Hints[0], "height");
        Assert.All(heights, height => Assert.InRange(height, Drawn.Number(drawn.Hints[0], "y"), plotBottom + 6));
        Assert.All(names, static name => Assert.True(Drawn.Place(name).X + Drawn.Number(name, "textLength") <= 1080));
    }

    [Fact]
    public void Words_of_a_guide_cover_no_line()
    {
        Series crossing = new("s", Ink.Blue, [.. Enumerable.Range(0, 101).Select(static x => Point.At(x, x))]);
        Drawn drawn = new(new Chart("", new Axis("x"), new Axis("y"), [crossing], [new Guide(95, "words at the end of the line")]));
        XElement words = drawn.Words.Single(static word => word.Value.StartsWith("words", StringComparison.Ordinal));
        (double left, double baseline) = Drawn.Place(words);
        Assert.DoesNotContain(
            Drawn.Corners(Assert.Single(drawn.Lines)),
            corner =>
                corner.X > left && corner.X < left + Drawn.Number(words, "textLength") && corner.Y < baseline && corner.Y > baseline - 9);
    }

    [Fact]
    public void Panels_of_a_figure_are_equally_wide_whatever_stands_at_their_sides()
    {
        Chart other = new(
            "", new Axis("x"), new Axis("y"), [new Series("a much longer name", Ink.Green, [Point.At(1, 123456), Point.At(2, 2e5)])], []);
        Drawn drawn = new(new Figure("f", "t", "", 2, [Samples.Chart with { Title = "" }, other]));
        double[] widths =
        [
            .. drawn.Hints.GroupBy(static hint => Drawn.Number(hint, "x") > 540)
                .Select(static panel => panel.Sum(static hint => Drawn.Number(hint, "width"))),
        ];
        Assert.Equal(widths[0], widths[1], 0.1);
    }

    private static bool Near((double X, double Y) a, (double X, double Y) b) => Math.Abs(a.X - b.X) < 0.05 && Math.Abs(a.Y - b.Y) < 0.05;
}
