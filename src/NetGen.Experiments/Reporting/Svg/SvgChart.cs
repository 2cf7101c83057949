using System.Text;
using System.Xml.Linq;
using static NetGen.Experiments.Reporting.Svg.SvgElement;

namespace NetGen.Experiments.Reporting.Svg;

/// <summary>Draws lines over two axes, each named where it ends.</summary>
internal sealed class SvgChart
{
    private const double LabelSize = 13;
    private const double LabelLine = 17;

    private readonly Chart chart;
    private readonly Box plot;
    private readonly AxisScale x;
    private readonly AxisScale y;

    public SvgChart(Chart chart, Box box)
    {
        this.chart = chart;
        double names = chart.Series.Max(static series => TextLines.Width(series.Label, LabelSize, bold: true)) + 10;
        plot = box.Inset(68, 8, names, 48);
        Point[] points = [.. chart.Series.SelectMany(static series => series.Points.Concat(series.Predicted))];
        x = new AxisScale(chart.X, points.Select(static point => point.X), padding: 0);
        y = new AxisScale(chart.Y, [.. points.SelectMany(static point => new[] { point.Y, point.Low, point.High }), .. chart.Guides.Select(static guide => guide.Y)], padding: 0.04);
    }

    public XElement Draw() => Group(
        "panel chart",
        [.. Axes(), .. chart.Series.Select(Band), .. chart.Series.Select(Line), .. Predictions(), .. chart.Guides.SelectMany(Draw), .. chart.Callouts.SelectMany(Draw), .. Names(), .. Hints()]);

    private double Across(double value) => plot.Left + x.Share(value) * plot.Width;

    private double Down(double value) => plot.Bottom - y.Share(value) * plot.Height;

    private IEnumerable<XElement> Axes()
    {
        foreach ((double value, string label) in y.Ticks)
        {
            yield return SvgElement.Line(plot.Left, Down(value), plot.Right, Down(value), "grid");
            yield return Text(plot.Left - 8, Down(value) + 4, label, "tick end");
        }

        // A logarithmic axis has no place for zero: what is zero reaches down to the axis, which then says so.
        if (chart.Series.SelectMany(static series => series.Points).Any(point => point.Low == 0 && !y.CanShow(point.Low)))
            yield return Text(plot.Left - 8, plot.Bottom + 4, "0", "tick end");

        yield return SvgElement.Line(plot.Left, plot.Bottom, plot.Right, plot.Bottom, "axis");
        foreach ((double value, string label) in x.Ticks)
        {
            yield return SvgElement.Line(Across(value), plot.Bottom, Across(value), plot.Bottom + 5, "axis");
            yield return Text(Across(value), plot.Bottom + 19, label, "tick middle");
        }

        yield return Text((plot.Left + plot.Right) / 2, plot.Bottom + 40, chart.X.Label, "label middle");
        yield return UpwardText(plot.Left - 54, (plot.Top + plot.Bottom) / 2, chart.Y.Label, "label middle");
    }

    private IEnumerable<XElement> Draw(Guide guide) =>
    [
        SvgElement.Line(plot.Left, Down(guide.Y), plot.Right, Down(guide.Y), "guide"),
        // Below the line, or above it where there is no room.
        Text(plot.Right - 4, Down(guide.Y) + (Down(guide.Y) + 20 < plot.Bottom ? 16 : -6), guide.Label, "note end"),
    ];

    /// <summary>A ring around the point, and the words to its right, or to its left where there is more room.</summary>
    private IEnumerable<XElement> Draw(Callout callout)
    {
        const double ring = 6;
        double left = Across(callout.X);
        double top = y.CanShow(callout.Y) ? Down(callout.Y) : plot.Bottom;
        bool toTheRight = left < (plot.Left + plot.Right) / 2;
        yield return Circle(left, top, ring, "callout");
        yield return Text(left + (toTheRight ? 2 * ring : -2 * ring), top + (top < plot.Bottom ? 4 : -4), callout.Label, toTheRight ? "note" : "note end");
    }

    private XElement Band(Series series)
    {
        StringBuilder path = new();
        foreach (Point[] stretch in Stretches(series.Points))
        {
            double Low(Point point) => y.CanShow(point.Low) ? Down(point.Low) : plot.Bottom;
            double High(Point point) => y.CanShow(point.High) ? Down(point.High) : plot.Top;
            Trace(path, stretch.Select(point => (Across(point.X), High(point))).Concat(stretch.Reverse().Select(point => (Across(point.X), Low(point)))));
            path.Append('Z');
        }

        return SvgElement.Path(path.ToString(), $"band {InkStyle.Of(series.Ink)}");
    }

    private XElement Line(Series series)
    {
        XElement line = Group($"series {InkStyle.Of(series.Ink)}", SvgElement.Path(Trace(series.Points), series.Dashed ? "line dashed" : "line"));
        if (series.Marked)
            line.Add(series.Points.Where(point => y.CanShow(point.Y)).Select(point => Circle(Across(point.X), Down(point.Y), 3, "mark")));
        return line;
    }

    /// <summary>A thin dashed line for each series that has a prediction, and a sample of such a line under the right end of the axis.</summary>
    private IEnumerable<XElement> Predictions()
    {
        const double sample = 18;
        Series[] predicted = [.. chart.Series.Where(series => series.Predicted.Any(point => y.CanShow(point.Y)))];
        foreach (Series series in predicted)
            yield return Group($"series {InkStyle.Of(series.Ink)}", SvgElement.Path(Trace(series.Predicted), "predicted"));

        if (predicted.Length > 0)
        {
            double left = plot.Right - TextLines.Width(chart.PredictionLabel, LabelSize) - 6;
            yield return SvgElement.Line(left - sample, plot.Bottom + 36, left, plot.Bottom + 36, "predicted");
            yield return Text(plot.Right, plot.Bottom + 40, chart.PredictionLabel, "note end");
        }
    }

    /// <summary>Names at the ends of the lines, moved apart where they would overlap.</summary>
    private IEnumerable<XElement> Names()
    {
        double free = plot.Top;
        foreach ((Series series, double end) in chart.Series.Select(series => (series, End(series))).OrderBy(static named => named.Item2))
        {
            double at = Math.Max(end, free);
            free = at + LabelLine;
            yield return Text(plot.Right + 10, at + 4, series.Label, $"name {InkStyle.Of(series.Ink)}");
        }
    }

    private double End(Series series) => series.Points.LastOrDefault(point => y.CanShow(point.Y)) is { X: > 0 } last ? Down(last.Y) : plot.Bottom;

    /// <summary>A strip over each place, which shows the values of all series there.</summary>
    private IEnumerable<XElement> Hints()
    {
        const int most = 125;
        double[] places = [.. chart.Series.SelectMany(static series => series.Points).Select(static point => point.X).Distinct().Order()];
        int stride = (places.Length + most - 1) / most;
        places = [.. places.Where((_, index) => index % stride == 0)];
        double width = plot.Width / Math.Max(1, places.Length - 1);
        foreach (double place in places)
        {
            XElement strip = Rectangle(Across(place) - width / 2, plot.Top, width, plot.Height, "hint");
            strip.Add(Hint(string.Join('\n', [$"{chart.X.Label} {Number.Tick(place)}", .. chart.Series.SelectMany(series => Describe(series, place))])));
            yield return strip;
        }
    }

    private IEnumerable<string> Describe(Series series, double place) =>
        from point in series.Points
        where point.X == place
        let prediction = string.Concat(series.Predicted.Where(one => one.X == place).Select(one => $"; {chart.PredictionLabel} {Number.Short(one.Y)}"))
        select point.Low == point.High
            ? $"{series.Label}: {Number.Short(point.Y)}{prediction}"
            : $"{series.Label}: {Number.Short(point.Y)} [{Number.Short(point.Low)}, {Number.Short(point.High)}]{prediction}";

    /// <summary>The parts of a line between what the axis cannot show.</summary>
    private IEnumerable<Point[]> Stretches(IReadOnlyList<Point> points)
    {
        List<Point> stretch = [];
        foreach (Point point in points)
        {
            if (y.CanShow(point.Y))
            {
                stretch.Add(point);
            }
            else if (stretch.Count > 0)
            {
                yield return [.. stretch];
                stretch.Clear();
            }
        }

        if (stretch.Count > 0)
            yield return [.. stretch];
    }

    private string Trace(IReadOnlyList<Point> points)
    {
        StringBuilder path = new();
        foreach (Point[] stretch in Stretches(points))
            Trace(path, stretch.Select(point => (Across(point.X), Down(point.Y))));
        return path.ToString();
    }

    private static void Trace(StringBuilder path, IEnumerable<(double X, double Y)> points)
    {
        char command = 'M';
        foreach ((double x, double y) in points)
        {
            path.Append(command).Append(Coordinate(x)).Append(' ').Append(Coordinate(y));
            command = 'L';
        }
    }
}
