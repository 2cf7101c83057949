using System.Text;
using System.Xml.Linq;
using static NetGen.Experiments.Reporting.Svg.SvgElement;

namespace NetGen.Experiments.Reporting.Svg;

/// <summary>Draws roads as ribbons through their points (Catmull-Rom splines), as wide as what travels along them.</summary>
internal static class SvgPaths
{
    private const double Thinnest = 0.6;
    private const double Widest = 15;
    private const int StepsPerSection = 16;

    public static XElement Draw(PathDiagram diagram, Box box)
    {
        Box plot = box.Inset(76, 20, 76, 44);
        double right = diagram.Roads.SelectMany(static road => road.Points).Max(static point => point.X);
        double Across(double x) => plot.Left + x / right * plot.Width;
        double Down(double y) => plot.Top + (y + 1) / 2 * plot.Height;
        double Width(double value) => Thinnest + (Widest - Thinnest) * Math.Clamp(Math.Log(value / diagram.Least) / Math.Log(diagram.Most / diagram.Least), 0, 1);

        XElement panel = Group("panel paths");
        foreach (Road road in diagram.Roads)
        {
            (double X, double Y, double Width)[] points = [.. road.Points.Select(point => (Across(point.X), Down(point.Y), Width(point.Value)))];
            panel.Add(Group(
                $"road {InkStyle.Of(road.Ink)}",
                [SvgElement.Path(Ribbon(points), "ribbon"), .. road.Points.Zip(points, (point, at) => Signpost(road, point, at, diagram.ValueLabel))]));
        }

        foreach (Station station in diagram.Stations)
            panel.Add(Text(Across(station.X), Down(station.Y) + 4, station.Label, station.X < 0 ? "station end" : station.X > right ? "station" : "station middle"));

        panel.Add(Legend(diagram, box, Width));
        return panel;
    }

    private static XElement Signpost(Road road, RoadPoint point, (double X, double Y, double Width) at, string valueLabel)
    {
        XElement post = Circle(at.X, at.Y, Math.Max(9, at.Width / 2), "hint");
        post.Add(Hint($"{road.Label}\n{valueLabel}: {Number.Short(point.Value)}"));
        return post;
    }

    /// <summary>How wide a few values are.</summary>
    private static IEnumerable<XElement> Legend(PathDiagram diagram, Box box, Func<double, double> width)
    {
        const int samples = 4;
        double lowest = Math.Log10(diagram.Least);
        double step = (Math.Log10(diagram.Most) - lowest) / (samples - 1);
        double x = box.Right - samples * 110;
        int[] exponents = [.. Enumerable.Range(0, samples).Select(sample => (int)Math.Round(lowest + sample * step)).Reverse()];
        yield return Text(x - 12, box.Bottom - 4, diagram.ValueLabel, "label end");
        foreach ((int exponent, string power) in exponents.Zip(Number.PowersOfTen(exponents)))
        {
            double thick = width(Math.Pow(10, exponent));
            yield return Rectangle(x, box.Bottom - 8 - thick / 2, 40, thick, "sample");
            yield return Text(x + 48, box.Bottom - 4, power, "tick");
            x += 110;
        }
    }

    private static string Ribbon((double X, double Y, double Width)[] points)
    {
        List<(double X, double Y, double Width)> line = [.. Smooth(points)];
        List<string> left = [];
        List<string> right = [];
        for (int i = 0; i < line.Count; i++)
        {
            (double x0, double y0, _) = line[Math.Max(0, i - 1)];
            (double x1, double y1, _) = line[Math.Min(line.Count - 1, i + 1)];
            double length = Math.Max(1e-9, Math.Sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0)));
            double half = line[i].Width / 2;
            (double dx, double dy) = ((y1 - y0) / length * half, -(x1 - x0) / length * half);
            left.Add($"{Coordinate(line[i].X + dx)} {Coordinate(line[i].Y + dy)}");
            right.Add($"{Coordinate(line[i].X - dx)} {Coordinate(line[i].Y - dy)}");
        }

        right.Reverse();
        return new StringBuilder("M").AppendJoin('L', left).Append('L').AppendJoin('L', right).Append('Z').ToString();
    }

    private static IEnumerable<(double X, double Y, double Width)> Smooth((double X, double Y, double Width)[] points)
    {
        for (int i = 0; i + 1 < points.Length; i++)
        {
            (double X, double Y, double Width) before = points[Math.Max(0, i - 1)], from = points[i], to = points[i + 1], after = points[Math.Min(points.Length - 1, i + 2)];
            for (int step = 0; step < StepsPerSection; step++)
            {
                double t = (double)step / StepsPerSection;
                yield return (Spline(before.X, from.X, to.X, after.X, t), Spline(before.Y, from.Y, to.Y, after.Y, t), from.Width + (to.Width - from.Width) * t);
            }
        }

        yield return points[^1];
    }

    private static double Spline(double before, double from, double to, double after, double t) =>
        0.5 * (2 * from + (to - before) * t + (2 * before - 5 * from + 4 * to - after) * t * t + (3 * from - before - 3 * to + after) * t * t * t);
}
