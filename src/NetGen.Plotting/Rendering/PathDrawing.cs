using NetGen.Plotting.Figures;
using ScottPlot;
using static NetGen.Plotting.Rendering.WordStyle;

namespace NetGen.Plotting.Rendering;

/// <summary>
/// Draws roads as ribbons through their points (Catmull-Rom splines), as wide as what travels along them, with arrows for the way it goes.
/// </summary>
internal sealed class PathDrawing : PanelDrawing
{
    private const int StepsPerSection = 16;
    private const float SignpostRadius = 9;

    private readonly PathDiagram diagram;
    private readonly bool narrow;
    private readonly double right;

    public PathDrawing(PathDiagram diagram, Theme theme, float width, bool narrow)
        : base(diagram.Title, width, theme)
    {
        this.diagram = diagram;
        this.narrow = narrow;
        right = diagram.Roads.SelectMany(static road => road.Points).Max(static point => point.X);
        Plot.Axes.SetLimits(0, right, 1, -1);
        Below(pen =>
        {
            foreach (Road road in diagram.Roads)
                DrawRoad(pen, road);
            foreach (Road road in diagram.Roads)
                DrawArrows(pen, road);
            foreach (Station station in diagram.Stations.Where(IsNamed))
            {
                float anchor = station.X < 0 ? End : station.X > right ? Start : Middle;
                pen.Write(
                    station.Label,
                    Across(pen.Data, station.X),
                    Down(pen.Data, station.Y) + 4,
                    new WordStyle(12, Tone.Muted, Anchor: anchor));
            }
        });
    }

    public override (float Left, float Right) Sides => narrow ? (58, 58) : (84, 84);

    public override IEnumerable<Hint> Hints
    {
        get
        {
            PixelRect data = Plot.LastRender.DataRect;
            return
                from road in diagram.Roads
                from point in road.Points
                select new Hint(
                    new PixelRect(new Pixel(Across(data, point.X), Down(data, point.Y)), SignpostRadius),
                    $"{road.Label}\n{diagram.ValueLabel}: {Number.Short(point.Value)}");
        }
    }

    protected override float ContentHeight => 210;

    protected override (float Top, float Bottom) Ends => (20, 20);

    /// <summary>Where there is little room, every fifth number has to do.</summary>
    private bool IsNamed(Station station) =>
        !narrow
            || station.X < 0
            || station.X > right
            || !int.TryParse(station.Label, CultureInfo.InvariantCulture, out int number)
            || number == 1
            || number % 5 == 0;

    private float Across(PixelRect data, double x) => data.Left + (float)(x / right) * data.Width;

    private static float Down(PixelRect data, double y) => data.Top + (float)((y + 1) / 2) * data.Height;

    private double Widest(Pen pen) => Math.Min(RoadWidth.Widest, 0.6 * pen.Data.Width / right);

    private (float X, float Y, float Width)[] Line(Pen pen, Road road) =>
    [
        .. Smooth([.. road.Points.Select(point => (
            (double)Across(pen.Data, point.X), (double)Down(pen.Data, point.Y), RoadWidth.Of(diagram, point.Value, Widest(pen))))])
            .Select(static point => ((float)point.X, (float)point.Y, (float)point.Width)),
    ];

    private void DrawRoad(Pen pen, Road road)
    {
        (float X, float Y, float Width)[] line = Line(pen, road);
        List<Pixel> left = [];
        List<Pixel> rightSide = [];
        for (int i = 0; i < line.Length; i++)
        {
            (float dx, float dy) = Along(line, i);
            (float x, float y, float width) = line[i];
            left.Add(new Pixel(x + dy * width / 2, y - dx * width / 2));
            rightSide.Add(new Pixel(x - dy * width / 2, y + dx * width / 2));
        }

        rightSide.Reverse();
        pen.Fill([.. left, .. rightSide], Tones.Of(road.Ink));
    }

    /// <summary>
    /// An arrow in the middle of every second section, or of a short road, towards the first point: on a wide road in the colour of paper,
    /// on a thin one in its own.
    /// </summary>
    private void DrawArrows(Pen pen, Road road)
    {
        const float least = 9;
        const float wide = 7;
        (float X, float Y, float Width)[] line = Line(pen, road);
        int sections = road.Points.Count - 1;
        int[] places = sections < 6
            ? [line.Length / 2]
            :
            [
                .. Enumerable.Range(0, (sections - 1) / 2)
                    .Select(static section => (2 * section + 1) * StepsPerSection + StepsPerSection / 2),
            ];
        foreach (int i in places)
        {
            (float dx, float dy) = Along(line, i);
            (float x, float y, float width) = line[i];
            float size = width > wide ? width * 0.65f : least;
            pen.Fill(
                [
                    new Pixel(x - dx * size * 0.6f, y - dy * size * 0.6f),
                    new Pixel(x + dx * size * 0.5f + dy * size / 2, y + dy * size * 0.5f - dx * size / 2),
                    new Pixel(x + dx * size * 0.5f - dy * size / 2, y + dy * size * 0.5f + dx * size / 2),
                ],
                width > wide ? Tone.Paper : Tones.Of(road.Ink));
        }
    }

    /// <summary>The direction of a line at one of its points.</summary>
    private static (float X, float Y) Along((float X, float Y, float Width)[] line, int index)
    {
        (float x0, float y0, _) = line[Math.Max(0, index - 1)];
        (float x1, float y1, _) = line[Math.Min(line.Length - 1, index + 1)];
        float length = MathF.Max(1e-6f, MathF.Sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0)));
        return ((x1 - x0) / length, (y1 - y0) / length);
    }

    private static IEnumerable<(double X, double Y, double Width)> Smooth((double X, double Y, double Width)[] points)
    {
        for (int i = 0; i + 1 < points.Length; i++)
        {
            (double X, double Y, double Width) before =
                points[Math.Max(0, i - 1)], from = points[i], to = points[i + 1], after = points[Math.Min(points.Length - 1, i + 2)];
            for (int step = 0; step < StepsPerSection; step++)
            {
                double t = (double)step / StepsPerSection;
                yield return (
                    Spline(before.X, from.X, to.X, after.X, t),
                    Spline(before.Y, from.Y, to.Y, after.Y, t),
                    from.Width + (to.Width - from.Width) * t);
            }
        }

        yield return points[^1];
    }

    private static double Spline(double before, double from, double to, double after, double t) =>
        0.5 * (2 * from
            + (to - before) * t
            + (2 * before - 5 * from + 4 * to - after) * t * t
            + (3 * from - before - 3 * to + after) * t * t * t);
}
