using NetGen.Plotting.Figures;
using ScottPlot;
using static NetGen.Plotting.Rendering.WordStyle;

namespace NetGen.Plotting.Rendering;

/// <summary>Draws pictures with their words in rows of equal length, as far as their number lets them.</summary>
internal sealed class PictureWallDrawing : PanelDrawing
{
    private const float Largest = 84;
    private const float Least = 42;
    private const float Gap = 10;
    private const float WordSize = 12;
    private const float Line = 15;

    private readonly PictureWall wall;
    private readonly int columns;
    private readonly float step;
    private readonly float side;

    public PictureWallDrawing(PictureWall wall, Theme theme, float width)
        : base(wall.Title, width, theme)
    {
        this.wall = wall;
        float words = wall.Pictures.SelectMany(static picture => picture.Caption)
            .Select(static line => FigureFont.Width(line, WordSize))
            .Prepend(0)
            .Max();
        int most = Math.Max(1, (int)(width / (Math.Max(words, Least) + Gap)));
        int rows = (wall.Pictures.Count + most - 1) / most;
        columns = (wall.Pictures.Count + rows - 1) / rows;
        step = width / columns;
        side = Whole(Math.Min(Largest, step - Gap), (int)Math.Sqrt(wall.Pictures[0].Picture.Pixels.Count));
        Below(pen =>
        {
            for (int index = 0; index < wall.Pictures.Count; index++)
                Draw(pen, wall.Pictures[index], Place(pen.Panel, index));
        });
    }

    public override IEnumerable<Hint> Hints =>
        from index in Enumerable.Range(0, wall.Pictures.Count)
        where wall.Pictures[index].Caption.Count > 0
        select new Hint(Place(Plot.LastRender.FigureRect, index), string.Join('\n', wall.Pictures[index].Caption));

    protected override float ContentHeight => (wall.Pictures.Count + columns - 1) / columns * RowHeight;

    private float RowHeight => side + Gap + (wall.Pictures[0].Caption.Count > 0 ? wall.Pictures[0].Caption.Count * Line + Gap : 0);

    private static void Draw(Pen pen, CaptionedPicture picture, PixelRect place)
    {
        PictureSquare.Draw(pen, picture.Picture, place.Left, place.Top, place.Width);
        foreach ((int line, string words) in picture.Caption.Index())
        {
            pen.Write(
                words,
                place.HorizontalCenter,
                place.Bottom + (line + 1) * Line + 2,
                new WordStyle(WordSize, line == 0 ? Tone.Text : Tone.Muted, Anchor: Middle));
        }
    }

    private PixelRect Place(PixelRect panel, int index)
    {
        (int row, int column) = Math.DivRem(index, columns);
        float left = MathF.Round(panel.Left + (column + 0.5f) * step - side / 2);
        float top = MathF.Round(panel.Top + Top + row * RowHeight);
        return new PixelRect(left, left + side, top + side, top);
    }

    /// <summary>As long as whole pixels make it, where a picture's pixels are at least one long.</summary>
    private static float Whole(float side, int pixels) => side < pixels ? side : side - side % pixels;
}
