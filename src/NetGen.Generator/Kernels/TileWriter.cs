namespace NetGen.Generator;

/// <summary>Writes what all products have in common: the walk over panels and tiles, and a step of a tile's sums.</summary>
internal sealed class TileWriter(VectorWidth width, CodeWriter code)
{
    public static readonly string PanelWidth = CodeWriter.Literal(Layout.PanelWidth);

    /// <summary>Where in a panel a tile begins, as a term to add to an offset.</summary>
    public string Part => width.Columns < Layout.PanelWidth ? $" + column % {PanelWidth}" : "";

    /// <summary>Tiles of two vectors, and one for a panel that is at most half full. Narrower vectors take a panel in parts and leave out those without a column.</summary>
    public IEnumerable<Tile> Tiles => width.Columns == Layout.PanelWidth
        ? [new Tile(width.TileRows), Half, .. width.Rows.Skip(1).Select(static rows => new Tile(rows))]
        : width.Rows.Select(static rows => new Tile(rows));

    private Tile Half => new(width.TileRows, Vectors: 1);

    public static string Join(params IEnumerable<string>[] parts) => string.Join(", ", parts.SelectMany(static part => part));

    /// <summary>Writes the loop over a panel: narrower tiles take it in parts.</summary>
    public void OverPanel(string columns, Action body)
    {
        if (width.Columns == Layout.PanelWidth)
        {
            code.Line($"nint column = panel * {PanelWidth};");
            body();
            return;
        }

        using (code.Open($"for (nint column = panel * {PanelWidth}; column < (panel + 1) * {PanelWidth} && column < {columns}; column += {CodeWriter.Literal(width.Columns)})"))
            body();
    }

    /// <summary>
    /// Writes the loop over tiles: full ones first, which may take arguments of their own, then smaller ones for the rows that are left, down to a number of rows.
    /// </summary>
    public void OverTiles(string first, string end, string index, string columns, string name, string arguments, string onlyFull = "", int least = 1)
    {
        string full = CodeWriter.Literal(width.TileRows);
        code.Line($"nint {index} = {first};");
        if (width.Columns == Layout.PanelWidth)
        {
            using (code.Open($"for (; {index} + {full} <= {end}; {index} += {full})"))
            {
                code.Line($"if ({columns} - column > {CodeWriter.Literal(width.Floats)})");
                code.Line($"    {name}{full}({arguments}{onlyFull});");
                code.Line("else");
                code.Line($"    {name}{Half.Suffix}({arguments});");
            }
        }
        else
        {
            code.Line($"for (; {index} + {full} <= {end}; {index} += {full})");
            code.Line($"    {name}{full}({arguments}{onlyFull});");
        }

        foreach (int rows in width.Rows.Skip(1).Where(rows => rows >= least))
            Rest(new Tile(rows), end, index, name, arguments, last: rows == least);
    }

    /// <summary>Writes a tile for rows that are left.</summary>
    public void Rest(Tile tile, string end, string index, string name, string arguments, bool last)
    {
        string rows = CodeWriter.Literal(tile.Rows);
        string condition = tile.Rows == 1 ? $"if ({index} < {end})" : $"if ({index} + {rows} <= {end})";
        if (last)
        {
            code.Line(condition);
            code.Line($"    {name}{tile.Suffix}({arguments});");
            return;
        }

        using (code.Open(condition))
        {
            code.Line($"{name}{tile.Suffix}({arguments});");
            code.Line($"{index} += {rows};");
        }
    }

    /// <summary>Writes a step along the contracted dimension: an element of every row times the vectors of a row of the other matrix.</summary>
    public void MultiplyAdd(Tile tile, Func<int, string> element, string vectors)
    {
        for (int row = 0; row < tile.Rows; row++)
        {
            code.Line($"{(row == 0 ? width.Type + " " : "")}x = {width.Name}.Create({element(row)}); "
                + string.Join(" ", tile.Sums(row).Select((sum, vector) => $"{sum} = {width.Name}.FusedMultiplyAdd(x, {vectors}{vector}, {sum});")));
        }
    }
}
