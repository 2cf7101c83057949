using NetGen.Plotting.Figures;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;
using static NetGen.Plotting.Rendering.WordStyle;
using Axis = NetGen.Plotting.Figures.Axis;

namespace NetGen.Plotting.Rendering;

/// <summary>Draws lines over two axes, each named where it ends or, where there is no room, above them.</summary>
internal sealed partial class ChartDrawing : PanelDrawing
{
    private const float NameSize = 13;
    private const float NameLine = 17;
    private const float NoteSize = 12;
    private const float TickSize = 12;
    private const float NameGap = 10;

    // The rest of the width is the other axis and the names of lines.
    private const float NamesShare = 0.7f;
    private const float LineWidth = 2.2f;
    private const float RunWidth = 0.6f;
    private const float RunOpacity = 0.24f;
    private const float BandOpacity = 0.2f;

    private static readonly WordStyle label = new(13, Tone.Text, Anchor: Middle);
    private static readonly WordStyle note = new(NoteSize, Tone.Muted);

    private readonly Chart chart;
    private readonly bool narrow;
    private readonly AxisScale x;
    private readonly AxisScale y;
    private readonly IReadOnlyList<IReadOnlyList<Series>> legend;

    public ChartDrawing(Chart chart, Theme theme, float width, bool narrow)
        : base(chart.Title, width, theme)
    {
        this.chart = chart;
        this.narrow = narrow;
        Point[] points = [.. chart.Series.SelectMany(static series => series.Points.Concat(series.Predicted))];
        x = new AxisScale(chart.X, points.Select(static point => point.X), padding: 0, MostNames(chart.X, width));
        y = new AxisScale(
            chart.Y,
            [
                .. points.SelectMany(static point => new[] { point.Y, point.Low, point.High }),
                .. chart.Series.SelectMany(static series => series.Runs).SelectMany(static run => run),
                .. chart.Guides.Select(static guide => guide.Y),
            ],
            padding: 0.04);
        legend = narrow ? [.. NameLines.Fit(chart.Series, width, NameSize)] : [];
        Plot.Axes.SetLimits(x.Low, x.High, y.Low, y.High);
        DrawAxes();
        foreach (Series series in chart.Series)
            DrawBand(series);
        foreach (Guide guide in chart.Guides)
            Below(pen => pen.Line(pen.Data.Left, Down(pen, guide.Y), pen.Data.Right, Down(pen, guide.Y), Tone.Muted, 1, Dash.Dotted));
        foreach (Series series in chart.Series)
            DrawRuns(series);
        foreach (Series series in chart.Series)
            DrawLine(series);
        foreach (Series series in chart.Series)
            Trace(series.Predicted, static point => point.Y, scatter => Draw(scatter, Tone.Muted, 1.7f, Dash.Dotted));
        OnTop(WriteNotes);
        OnTop(narrow ? WriteLegend : WriteNames);
    }

    public override (float Left, float Right) Sides => (
        y.Ticks.Select(static tick => FigureFont.Width(tick.Label, TickSize)).Prepend(0).Max() + 36,
        narrow ? Math.Max(10, LastTick / 2 + 2) : WidestName + 14);

    private float WidestName =>
        chart.Series.Select(static series => FigureFont.Width(series.Label, NameSize, bold: true)).Prepend(0).Max();

    /// <summary>The width of the last tick below, half of which may stand beyond the data.</summary>
    private float LastTick => x.Ticks.Select(static tick => FigureFont.Width(tick.Label, TickSize)).LastOrDefault();

    public override IEnumerable<Hint> Hints
    {
        get
        {
            const int most = 125;
            double[] places =
            [
                .. chart.Series.SelectMany(static series => series.Points).Select(static point => point.X).Distinct().Order(),
            ];
            int stride = (places.Length + most - 1) / most;
            places = [.. places.Where((_, index) => index % stride == 0)];
            PixelRect data = Plot.LastRender.DataRect;
            float[] centres = [.. places.Select(place => Plot.GetPixel(new Coordinates(x.Place(place), y.Low)).X)];
            foreach ((double place, int index) in places.Select(static (place, index) => (place, index)))
            {
                float left = index > 0 ? (centres[index - 1] + centres[index]) / 2 : data.Left - 4;
                float right = index + 1 < centres.Length ? (centres[index] + centres[index + 1]) / 2 : data.Right + 4;
                string name = chart.X.Names?[(int)place - 1] ?? Number.Tick(place);
                string[] lines = [$"{chart.X.Label} {name}", .. chart.Series.SelectMany(series => Describe(series, place))];
                yield return new Hint(new PixelRect(left, right, data.Bottom, data.Top), string.Join('\n', lines));
            }
        }
    }

    protected override float ContentHeight => (narrow ? 250 : 380) + legend.Count * NameLine;

    protected override (float Top, float Bottom) Ends => (8 + legend.Count * NameLine, 48);

    /// <summary>How many names stand side by side, with gaps between them.</summary>
    private static int MostNames(Axis axis, float width) =>
        (int)(NamesShare * width / (axis.Names ?? []).Select(static name => FigureFont.Width(name, TickSize) + NameGap).Prepend(1).Max());

    private void DrawAxes()
    {
        Style(Plot.Axes.Left, y);
        Style(Plot.Axes.Bottom, x);
        Plot.Axes.Left.MajorTickStyle.Length = 0;
        Plot.Axes.Left.MinorTickStyle.Length = y.MinorTicks.Count > 0 ? 3 : 0;
        Plot.Axes.Bottom.FrameLineStyle.Width = 1;
        Plot.Axes.Bottom.FrameLineStyle.Color = Theme.Color(Tone.Axis);
        Below(pen =>
        {
            foreach ((double place, _) in y.Ticks)
                pen.Line(pen.Data.Left, DownPlace(pen, place), pen.Data.Right, DownPlace(pen, place), Tone.Grid, 1);
        });
        OnTop(pen =>
        {
            pen.Write(chart.X.Label, (pen.Data.Left + pen.Data.Right) / 2, pen.Data.Bottom + 40, label);
            pen.WriteUpwards(chart.Y.Label, pen.Panel.Left + 14, (pen.Data.Top + pen.Data.Bottom) / 2, label);
            if (y.HasZero)
                DrawBreak(pen, pen.Data.Left, DownPlace(pen, y.Break));
        });
    }

    private void Style(IAxis axis, AxisScale scale)
    {
        axis.TickGenerator = new NumericManual(
            [.. scale.Ticks.Select(static tick => Tick.Major(tick.Place, tick.Label)), .. scale.MinorTicks.Select(Tick.Minor)]);
        axis.TickLabelStyle.Font = FigureFont.Regular;
        axis.TickLabelStyle.FontSize = TickSize;
        axis.TickLabelStyle.ForeColor = Theme.Color(Tone.Muted);
        foreach ((double _, string text) in scale.Ticks)
            FigureFont.Shown(text);
        foreach (TickMarkStyle tick in new[] { axis.MajorTickStyle, axis.MinorTickStyle })
            (tick.Color, tick.Width, tick.AntiAlias) = (Theme.Color(Tone.Axis), 1, true);
    }

    /// <summary>Two strokes across the axis: what lies below is not on its scale.</summary>
    private static void DrawBreak(Pen pen, float x, float y)
    {
        foreach (float offset in new[] { -2f, 2f })
            pen.Line(x - 6, y + offset + 2.5f, x + 6, y + offset - 2.5f, Tone.Axis, 1.2f);
    }

    private void DrawBand(Series series)
    {
        foreach (Point[] stretch in Stretches(series.Points, static point => point.Y))
        {
            if (stretch.All(static point => point.Low == point.High))
                continue;
            FillY band = Plot.Add.FillY(
                [.. stretch.Select(point => x.Place(point.X))],
                [.. stretch.Select(point => y.CanShow(point.Low) ? y.Place(point.Low) : y.Low)],
                [.. stretch.Select(point => y.CanShow(point.High) ? y.Place(point.High) : y.High)]);
            band.FillColor = Theme.Color(Tones.Of(series.Ink)).WithAlpha(BandOpacity);
            band.LineWidth = 0;
            Unclip(band);
        }
    }

    /// <summary>A thin line for each run, of so many points as can be told apart.</summary>
    private void DrawRuns(Series series)
    {
        int most = narrow ? 60 : 150;
        int stride = (series.Points.Count + most - 1) / most;
        foreach (IReadOnlyList<double> run in series.Runs)
        {
            Point[] points =
            [
                .. series.Points.Zip(run, static (point, value) => Point.At(point.X, value))
                    .Where((_, index) => index % stride == 0 || index == run.Count - 1),
            ];
            Trace(points, static point => point.Y, scatter => Draw(scatter, Tones.Of(series.Ink), RunWidth, Dash.None, RunOpacity));
        }
    }

    private void DrawLine(Series series)
    {
        Trace(series.Points, static point => point.Y, scatter =>
        {
            Draw(scatter, Tones.Of(series.Ink), LineWidth, series.Dashed ? Dash.Dashed : Dash.None);
            // A point that stands alone has no line to be seen by.
            if (series.Marked || scatter.Data.GetScatterPoints().Count == 1)
            {
                scatter.MarkerStyle = new MarkerStyle(MarkerShape.FilledCircle, 6.5f, Theme.Color(Tones.Of(series.Ink)))
                {
                    OutlineWidth = 1,
                    OutlineColor = Theme.Color(Tone.Paper),
                };
            }
        });
    }

    private void Trace(IReadOnlyList<Point> points, Func<Point, double> value, Action<Scatter> style)
    {
        foreach (Point[] stretch in Stretches(points, value))
        {
            Scatter scatter = Plot.Add.Scatter(
                stretch.Select(point => x.Place(point.X)).ToArray(), stretch.Select(point => y.Place(value(point))).ToArray());
            scatter.MarkerStyle.IsVisible = false;
            style(scatter);
            Unclip(scatter);
        }
    }

    private void Draw(Scatter scatter, Tone tone, float width, Dash dash, float opacity = 1)
    {
        scatter.LineStyle.Color = Theme.Color(tone, dash).WithAlpha(opacity);
        scatter.LineStyle.Width = width;
        scatter.LineStyle.Pattern = Theme.Pattern(dash);
        scatter.LineStyle.StrokeJoin = SkiaSharp.SKStrokeJoin.Round;
    }

    private void Unclip(IPlottable plottable)
    {
        Plot.Remove(plottable);
        Plot.Add.Plottable(new Unclipped(plottable));
    }

    /// <summary>The parts of a line between what the axis cannot show.</summary>
    private IEnumerable<Point[]> Stretches(IReadOnlyList<Point> points, Func<Point, double> value)
    {
        List<Point> stretch = [];
        foreach (Point point in points)
        {
            if (y.CanShow(value(point)) && x.CanShow(point.X))
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

    private Pixel At(Pen pen, double horizontal, double vertical) => new(Across(pen, horizontal), Down(pen, vertical));

    private float Across(Pen pen, double value) => Plot.Axes.Bottom.GetPixel(x.Place(value), pen.Data);

    private float Down(Pen pen, double value) => DownPlace(pen, y.Place(value));

    private float DownPlace(Pen pen, double place) => Plot.Axes.Left.GetPixel(place, pen.Data);
}
