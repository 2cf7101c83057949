using NetGen.Plotting.Figures;
using ScottPlot;

namespace NetGen.Plotting.Rendering;

/// <summary>
/// Draws one picture. Opacity carries the shade, so that white is paper in any surroundings. All pixels of a shade are one shape, which
/// keeps a drawing of many pictures small.
/// </summary>
internal static class PictureSquare
{
    private const int Shades = 24;

    public static void Draw(Pen pen, Picture picture, float left, float top, float side)
    {
        int pixels = (int)Math.Round(Math.Sqrt(picture.Pixels.Count));
        float size = side / pixels;
        foreach (var shade in Runs(picture, pixels).GroupBy(static run => run.Shade).OrderBy(static shade => shade.Key))
        {
            pen.Fill(
                shade.Select(run => new PixelRect(
                    left + run.Start * size, left + run.End * size, top + (run.Row + 1) * size, top + run.Row * size)),
                !picture.Signed ? Tone.Text : shade.Key < 0 ? Tone.Vermillion : Tone.Blue,
                Math.Abs(shade.Key) / (double)Shades);
        }

        pen.Frame(new PixelRect(left, left + side, top + side, top), Tone.Grid);
    }

    /// <summary>Neighbours in a row that have the same shade, but for those of none.</summary>
    private static IEnumerable<(int Shade, int Row, int Start, int End)> Runs(Picture picture, int pixels)
    {
        for (int row = 0; row < pixels; row++)
        {
            for (int start = 0, end; start < pixels; start = end)
            {
                int shade = Shade(picture, row * pixels + start);
                for (end = start + 1; end < pixels && Shade(picture, row * pixels + end) == shade; end++)
                {
                }

                if (shade != 0)
                    yield return (shade, row, start, end);
            }
        }
    }

    private static int Shade(Picture picture, int index)
    {
        double value = Math.Clamp(picture.Pixels[index], -1, 1);
        return (int)Math.Round(Shades * (picture.Signed ? value : (value + 1) / 2));
    }
}
