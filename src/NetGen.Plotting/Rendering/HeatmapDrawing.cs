using NetGen.Plotting.Figures;
using ScottPlot;
using static NetGen.Plotting.Rendering.WordStyle;

namespace NetGen.Plotting.Rendering;

/// <summary>Draws a table of numbers as colours. Opacity carries the size, so that zero is paper in any surroundings.</summary>
internal sealed class HeatmapDrawing : PanelDrawing
{
    private const float TickSize = 12;
    private const float GroupHeight = 20;

    /// <summary>Below this size, names of columns read upwards rather than become still smaller.</summary>
    private const float LeastSize = 9;

    /// <summary>From here on, paper is read better than words on the colour, in light surroundings and in dark ones.</summary>
    private const double MuchColour = 0.7;

    private static readonly WordStyle tick = new(TickSize, Tone.Muted);
    private static readonly WordStyle label = new(13, Tone.Text, Anchor: Middle);

    private readonly Heatmap map;
    private readonly bool narrow;
    private readonly float columnSize;
    private readonly float valueSize;

    public HeatmapDrawing(Heatmap map, Theme theme, float width, bool narrow)
        : base(map.Title, width, theme)
    {
        this.map = map;
        this.narrow = narrow;
        float cell = (width - Sides.Left - Sides.Right) / Columns;
        columnSize = Fitting(map.ColumnNames ?? [], cell);
        valueSize = Fitting(map.Rows.SelectMany(static row => row).Select(Number.Tick), cell);
        Plot.Axes.SetLimits(0, Columns, 0, Rows);
        Below(DrawCells);
        OnTop(WriteNames);
    }

    public override (float Left, float Right) Sides
    {
        get
        {
            float names = Enumerable.Range(0, Rows).Where(NamesRow).Max(row => FigureFont.Width(RowName(row), TickSize));
            return (names + (map.RowLabel.Length > 0 ? 34 : 10), 8);
        }
    }

    public override IEnumerable<Hint> Hints =>
        from row in Enumerable.Range(0, Rows)
        from column in Enumerable.Range(0, Columns)
        where !map.Unsigned || map.Rows[row][column] > 0
        select new Hint(
            Cell(Plot.LastRender.DataRect, row, column),
            $"{HeadOf(column)}, {(map.RowLabel.Length > 0 ? map.RowLabel + " " : "")}{RowName(row)}\n{map.ValueLabel}: "
                + $"{Number.Short(map.Rows[row][column])}");

    protected override float ContentHeight => Ends.Top + Ends.Bottom + CellsHeight;

    protected override (float Top, float Bottom) Ends => (map.ColumnGroups.Count > 0 ? GroupHeight : 0, 30 + ColumnNamesHeight);

    private float CellsHeight => map.ShowsValues ? 26 * Rows : map.NamesEveryRow ? 14 * Rows : narrow ? 230 : 290;

    private float ColumnNamesHeight =>
        ColumnsReadUpwards ? map.ColumnNames!.Max(static name => FigureFont.Width(name, TickSize)) + 8 : 16;

    private bool ColumnsReadUpwards => columnSize < LeastSize;

    private int Rows => map.Rows.Count;

    private int Columns => map.Rows[0].Count;

    private void DrawCells(Pen pen)
    {
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                double value = map.Rows[row][column];
                double strength = Math.Min(1, Math.Abs(value / map.Limit));
                if (strength > 0)
                    pen.Fill(Cell(pen.Data, row, column), value < 0 ? Tone.Vermillion : Tone.Blue, strength);
                if (map.ShowsValues && value != 0)
                    WriteValue(pen, Cell(pen.Data, row, column), value, strength);
            }
        }

        pen.Frame(pen.Data, Tone.Grid);
        for (int group = 1; group < map.ColumnGroups.Count; group++)
        {
            float x = pen.Data.Left + pen.Data.Width * group / map.ColumnGroups.Count;
            pen.Line(x, pen.Data.Top, x, pen.Data.Bottom, Tone.Axis, 1);
        }
    }

    private void WriteNames(Pen pen)
    {
        float bottom = pen.Data.Bottom;
        for (int column = 0; column < Columns; column++)
        {
            float middle = Cell(pen.Data, 0, column).HorizontalCenter;
            if (ColumnsReadUpwards)
            {
                if (column % Stride(pen) == 0)
                    pen.WriteUpwards(ColumnName(column), middle + 4, bottom + 8, tick with { Anchor = End });
            }
            else if (map.ColumnNames is not null || column == 0 || (column + map.FirstColumn) % 5 == 0)
                pen.Write(ColumnName(column), middle, bottom + 17, tick with { Anchor = Middle, Size = columnSize });
        }

        for (int row = 0; row < Rows; row++)
        {
            if (NamesRow(row))
                pen.Write(RowName(row), pen.Data.Left - 8, Cell(pen.Data, row, 0).VerticalCenter + 4, tick with { Anchor = End });
        }

        for (int group = 0; group < map.ColumnGroups.Count; group++)
            pen.Write(
                map.ColumnGroups[group], pen.Data.Left + pen.Data.Width * (group + 0.5f) / map.ColumnGroups.Count, pen.Data.Top - 7, label);

        pen.Write(map.ColumnLabel, (pen.Data.Left + pen.Data.Right) / 2, bottom + 20 + ColumnNamesHeight, label);
        if (map.RowLabel.Length > 0)
            pen.WriteUpwards(map.RowLabel, pen.Panel.Left + 14, (pen.Data.Top + bottom) / 2, label);
    }

    /// <summary>Names that read upwards have a line each: where columns are narrower, every so many of them have one.</summary>
    private int Stride(Pen pen) => (int)Math.Ceiling(TickSize * Columns / pen.Data.Width);

    /// <summary>What lies on much colour is written in the colour of paper.</summary>
    private void WriteValue(Pen pen, PixelRect cell, double value, double strength) => pen.Write(
        Number.Tick(value),
        cell.HorizontalCenter,
        cell.VerticalCenter + 0.36f * valueSize,
        new WordStyle(valueSize, strength > MuchColour ? Tone.Paper : Tone.Text, Anchor: Middle));

    /// <summary>The size of words that stand side by side, each in a cell: as large as leaves a gap between them.</summary>
    private static float Fitting(IEnumerable<string> words, float cell) =>
        Math.Min(TickSize, TickSize * 0.85f * cell / words.Select(static word => FigureFont.Width(word, TickSize)).Prepend(1).Max());

    private bool NamesRow(int row) => map.NamesEveryRow || (map.RowNames is null ? row == 0 || (row + 1) % 8 == 0 : row % 5 == 0);

    private string RowName(int row) => map.RowNames is { } names ? names[row] : Number.Tick(row + 1);

    private string ColumnName(int column) => map.ColumnNames is { } names ? names[column] : Number.Tick(column + map.FirstColumn);

    private string HeadOf(int column) =>
        (map.ColumnGroups.Count > 0 ? map.ColumnGroups[column * map.ColumnGroups.Count / Columns] + ", " : "")
            + $"{map.ColumnLabel} {ColumnName(column)}";

    private PixelRect Cell(PixelRect data, int row, int column)
    {
        float width = data.Width / Columns;
        float height = data.Height / Rows;
        return new PixelRect(
            data.Left + column * width, data.Left + (column + 1) * width, data.Top + (row + 1) * height, data.Top + row * height);
    }
}
