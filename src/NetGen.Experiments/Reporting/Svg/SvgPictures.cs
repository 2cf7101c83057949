using System.Xml.Linq;
using static NetGen.Experiments.Reporting.Svg.SvgElement;

namespace NetGen.Experiments.Reporting.Svg;

/// <summary>Draws small pictures. Opacity carries the shade, so that white is paper in any surroundings.</summary>
internal static class SvgPictures
{
    private const double Side = 80;
    private const double Gap = 10;
    private const double Heads = 44;

    public static double Height(PictureGrid grid) => Heads + grid.Rows.Count * (Side + Gap);

    public static XElement Draw(PictureGrid grid, Box box)
    {
        double step = box.Width / grid.Columns.Count;
        XElement panel = Group("panel pictures");
        for (int column = 0; column < grid.Columns.Count; column++)
        {
            double left = box.Left + column * step + (step - Side) / 2;
            panel.Add(Text(left + Side / 2, box.Top + 16, grid.Columns[column].Head, "label middle"));
            panel.Add(Text(left + Side / 2, box.Top + 33, grid.Columns[column].Note, "tick middle"));
            for (int row = 0; row < grid.Rows.Count; row++)
                panel.Add(Draw(grid.Rows[row][column], left, box.Top + Heads + row * (Side + Gap)));
        }

        return panel;
    }

    private static XElement Draw(Picture picture, double left, double top)
    {
        int pixels = (int)Math.Round(Math.Sqrt(picture.Pixels.Count));
        double size = Side / pixels;
        XElement drawn = Group("picture", Rectangle(left, top, Side, Side, "frame"));
        for (int index = 0; index < picture.Pixels.Count; index++)
        {
            XElement pixel = Rectangle(left + index % pixels * size, top + index / pixels * size, size, size, "pixel");
            double shade = (Math.Clamp(picture.Pixels[index], -1, 1) + 1) / 2;
            pixel.Add(new XAttribute("fill-opacity", shade.ToString("0.##", CultureInfo.InvariantCulture)));
            drawn.Add(pixel);
        }

        return drawn;
    }
}
