using NetGen.Plotting.Figures;
using static NetGen.Plotting.Rendering.WordStyle;

namespace NetGen.Plotting.Rendering;

/// <summary>Draws small pictures in columns that have heads.</summary>
internal sealed class PictureDrawing : PanelDrawing
{
    private const float Largest = 80;
    private const float Heads = 44;

    private readonly PictureGrid grid;
    private readonly float step;

    public PictureDrawing(PictureGrid grid, Theme theme, float width)
        : base(grid.Title, width, theme)
    {
        this.grid = grid;
        step = width / grid.Columns.Count;
        Below(pen =>
        {
            for (int column = 0; column < grid.Columns.Count; column++)
            {
                float middle = pen.Panel.Left + (column + 0.5f) * step;
                float top = pen.Panel.Top + Top;
                float size = narrowest(grid.Columns[column].Head);
                pen.Write(grid.Columns[column].Head, middle, top + 16, new WordStyle(size, Tone.Text, Anchor: Middle));
                pen.Write(grid.Columns[column].Note, middle, top + 33, new WordStyle(12, Tone.Muted, Anchor: Middle));
                for (int row = 0; row < grid.Rows.Count; row++)
                    PictureSquare.Draw(pen, grid.Rows[row][column], middle - Side / 2, top + Heads + row * (Side + Gap), Side);
            }
        });

        float narrowest(string head) => FigureFont.Width(head, 13) < step - 4 ? 13 : 11.5f;
    }

    protected override float ContentHeight => Heads + grid.Rows.Count * (Side + Gap);

    private float Gap => step > Largest ? 10 : 5;

    private float Side => Math.Min(Largest, step - Gap);
}
