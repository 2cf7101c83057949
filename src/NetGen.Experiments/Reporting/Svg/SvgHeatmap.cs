using System.Xml.Linq;
using static NetGen.Experiments.Reporting.Svg.SvgElement;

namespace NetGen.Experiments.Reporting.Svg;

/// <summary>Draws a table of numbers as colours. Opacity carries the size, so that zero is paper in any surroundings.</summary>
internal static class SvgHeatmap
{
    public static XElement Draw(Heatmap heatmap, Box box)
    {
        Box plot = box.Inset(54, 0, 8, 92);
        int columns = heatmap.Rows[0].Count;
        double width = plot.Width / columns;
        double height = plot.Height / heatmap.Rows.Count;
        XElement panel = Group("panel heatmap", Rectangle(plot.Left, plot.Top, plot.Width, plot.Height, "frame"));
        for (int row = 0; row < heatmap.Rows.Count; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                double value = heatmap.Rows[row][column];
                XElement cell = Rectangle(plot.Left + column * width, plot.Top + row * height, width, height, Style(value));
                cell.Add(Opacity(value / heatmap.Limit));
                cell.Add(Hint($"{heatmap.ColumnLabel} {column + 1}, {heatmap.RowLabel} {RowName(heatmap, row)}\n{heatmap.ValueLabel}: {Number.Short(value)}"));
                panel.Add(cell);
            }
        }

        for (int column = 0; column < columns; column++)
        {
            if (column == 0 || (column + 1) % 5 == 0)
                panel.Add(Text(plot.Left + (column + 0.5) * width, plot.Bottom + 17, Number.Tick(column + 1), "tick middle"));
        }

        for (int row = 0; row < heatmap.Rows.Count; row++)
        {
            if (heatmap.RowNames is null ? row == 0 || (row + 1) % 8 == 0 : row % 5 == 0)
                panel.Add(Text(plot.Left - 8, plot.Top + (row + 0.5) * height + 4, RowName(heatmap, row), "tick end"));
        }

        panel.Add(Text((plot.Left + plot.Right) / 2, plot.Bottom + 36, heatmap.ColumnLabel, "label middle"));
        panel.Add(UpwardText(plot.Left - 40, (plot.Top + plot.Bottom) / 2, heatmap.RowLabel, "label middle"));
        panel.Add(Legend(heatmap, plot));
        return panel;
    }

    private static string RowName(Heatmap heatmap, int row) => heatmap.RowNames is { } names ? names[row] : Number.Tick(row + 1);

    private static IEnumerable<XElement> Legend(Heatmap heatmap, Box plot)
    {
        const int steps = 20;
        const double width = 8;
        int first = heatmap.Unsigned ? 0 : -steps;
        double left = (plot.Left + plot.Right) / 2 - (steps - first + 1) * width / 2;
        double top = plot.Bottom + 54;
        for (int step = first; step <= steps; step++)
        {
            XElement cell = Rectangle(left + (step - first) * width, top, width, 10, Style(step));
            cell.Add(Opacity((double)step / steps));
            yield return cell;
        }

        double right = left + (steps - first + 1) * width;
        yield return Rectangle(left, top, right - left, 10, "frame");
        yield return Text(left, top + 25, heatmap.Unsigned ? "0" : $"≤ −{Number.Tick(heatmap.Limit)}", "tick middle");
        yield return Text((left + right) / 2, top + 25, heatmap.ValueLabel, "label middle");
        yield return Text(right, top + 25, $"≥ {Number.Tick(heatmap.Limit)}", "tick middle");
    }

    private static string Style(double value) => value < 0 ? "cell negative" : "cell positive";

    private static XAttribute Opacity(double share) => new("fill-opacity", Math.Min(1, Math.Abs(share)).ToString("0.###", CultureInfo.InvariantCulture));
}
