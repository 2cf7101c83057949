using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Reporting.Svg;

namespace NetGen.Experiments.Tests.Reporting;

/// <summary>Where a chart puts values, read off its drawing and held against the places of its ticks.</summary>
public sealed partial class ChartGeometryTests
{
    public static TheoryData<bool, double, double, double> Axes => new() { { false, 0, 40, 100 }, { true, 0.01, 1, 1000 } };

    [Theory]
    [MemberData(nameof(Axes))]
    public void Marks_line_and_band_lie_at_the_ticks_of_their_values(bool logarithmic, double lowest, double middle, double highest)
    {
        XElement svg = Drawn(logarithmic, lowest, middle, highest);
        double[] across = [.. FigureTests.WithClass(svg, "hint").Select(static strip => (double)strip.Attribute("x")! + (double)strip.Attribute("width")! / 2)];
        (double low, double mid, double high) = (Tick(svg, lowest), Tick(svg, middle), Tick(svg, highest));

        Same([(across[0], low), (across[1], mid), (across[2], high)], [.. FigureTests.WithClass(svg, "mark").Select(static mark => ((double)mark.Attribute("cx")!, (double)mark.Attribute("cy")!))]);
        Same([(across[0], low), (across[1], mid), (across[2], high)], Corners(svg, "line"));
        Same([(across[0], mid), (across[1], high), (across[2], high), (across[2], mid), (across[1], low), (across[0], low)], Corners(svg, "band"));
    }

    // The room above and below the values is 4 % of their range at each end.
    [Theory]
    [MemberData(nameof(Axes))]
    public void Values_take_up_the_plot_from_bottom_to_top(bool logarithmic, double lowest, double middle, double highest)
    {
        XElement svg = Drawn(logarithmic, lowest, middle, highest);
        XElement strip = FigureTests.WithClass(svg, "hint").First();
        (double top, double height) = ((double)strip.Attribute("y")!, (double)strip.Attribute("height")!);
        Assert.Equal(0.04 / 1.08, (Tick(svg, highest) - top) / height, 3);
        Assert.Equal(1.04 / 1.08, (Tick(svg, lowest) - top) / height, 3);
    }

    [Fact]
    public void Callout_rings_its_point_and_its_words_stand_where_there_is_room()
    {
        Series series = new("s", Ink.Blue, [new(1, 1, 1, 1), new(2, 2, 2, 2), new(9, 3, 3, 3)]) { Marked = true };
        Chart chart = new("", new Axis("x"), new Axis("y"), [series], []) { Callouts = [new(2, 2, "early"), new(9, 3, "late")] };
        XElement svg = Drawn(chart);
        Same([.. Places("mark").Skip(1)], Places("callout"));
        Assert.Equal(["note", "note end"], FigureTests.WithClass(svg, "note").Select(static note => note.Attribute("class")!.Value));
        Assert.Equal(["early", "late"], FigureTests.WithClass(svg, "note").Select(static note => note.Value));

        (double X, double Y)[] Places(string style) => [.. FigureTests.WithClass(svg, style).Select(static place => ((double)place.Attribute("cx")!, (double)place.Attribute("cy")!))];
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(0.999)]
    public void Words_of_a_guide_stand_beside_its_line_and_above_the_axis(double guide)
    {
        XElement svg = Drawn(new Chart("", new Axis("x"), new Axis("y"), [new Series("s", Ink.Blue, [new(1, 1, 1, 1), new(2, 2, 2, 2)])], [new Guide(guide, "words")]));
        double words = (double)Assert.Single(FigureTests.WithClass(svg, "note")).Attribute("y")!;
        double line = (double)Assert.Single(FigureTests.WithClass(svg, "guide")).Attribute("y1")!;
        double axis = (double)FigureTests.WithClass(svg, "axis").First().Attribute("y1")!;
        Assert.InRange(Math.Abs(words - line), 1, 20);
        Assert.True(words < axis);
    }

    /// <summary>Three points from the bottom left to the top right, in a band of the same range.</summary>
    private static XElement Drawn(bool logarithmic, double lowest, double middle, double highest)
    {
        Series series = new("s", Ink.Blue, [new(1, lowest, lowest, middle), new(2, middle, lowest, highest), new(3, highest, middle, highest)]) { Marked = true };
        Chart chart = new("", new Axis("x"), new Axis("y", logarithmic ? Scale.Log : Scale.Linear), [series], []);
        return Drawn(chart);
    }

    private static XElement Drawn(Chart chart) => XElement.Parse(SvgFigure.Document(new Figure("name", "", "", 1, [chart])).ToString());

    /// <summary>The height of the grid line that bears a value.</summary>
    private static double Tick(XElement svg, double value) => FigureTests.WithClass(svg, "grid")
        .Where(line => line.ElementsAfterSelf().First().Value == value.ToString(CultureInfo.InvariantCulture))
        .Select(static line => (double)line.Attribute("y1")!)
        .Single();

    private static (double X, double Y)[] Corners(XElement svg, string style) =>
    [
        .. Corner().Matches(Assert.Single(FigureTests.WithClass(svg, style)).Attribute("d")!.Value)
            .Select(static corner => (Number(corner.Groups[1]), Number(corner.Groups[2]))),
    ];

    // Drawings hold coordinates with two decimals.
    private static void Same((double X, double Y)[] expected, (double X, double Y)[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), static pair =>
        {
            Assert.InRange(pair.Second.X - pair.First.X, -0.02, 0.02);
            Assert.InRange(pair.Second.Y - pair.First.Y, -0.02, 0.02);
        });
    }

    private static double Number(Group text) => double.Parse(text.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[ML](-?[\d.]+) (-?[\d.]+)")]
    private static partial Regex Corner();
}
