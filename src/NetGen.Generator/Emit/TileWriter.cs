namespace NetGen.Generator;

/// <summary>Writes what all products have in common: the walk over panels and tiles, and a step of a tile's sums.</summary>
internal sealed class TileWriter(VectorWidth width, CodeWriter code)
{
    public const string Optimized = "[MethodImpl(MethodImplOptions.AggressiveOptimization)]";

    public static readonly string PanelWidth = CodeWriter.Literal(Layout.PanelWidth);

    /// <summary>Where in a panel a tile begins, as a term to add to an offset.</summary>
    public string Part => width.Columns < Layout.PanelWidth ? " + part" : "";

    /// <summary>The numbers of rows that there are tiles for, greatest first.</summary>
    public IEnumerable<int> Rows => Enumerable.Range(1, width.TileRows).Reverse();

    public static string Join(params IEnumerable<string>[] parts) => string.Join(", ", parts.SelectMany(static part => part));

    /// <summary>Writes the loop over a panel: narrower tiles take it in parts.</summary>
    public void OverPanel(Action body)
    {
        if (width.Columns == Layout.PanelWidth)
        {
            code.Line($"nint column = panel * {PanelWidth};");
            body();
            return;
        }

        using (code.Open($"for (nint part = 0; part < {PanelWidth}; part += {CodeWriter.Literal(width.Columns)})"))
        {
            code.Line($"nint column = panel * {PanelWidth} + part;");
            body();
        }
    }

    /// <summary>Writes the loop over tiles: full ones first, then one for the rows that are left.</summary>
    public void OverTiles(string first, string end, string index, string name, string arguments)
    {
        string full = CodeWriter.Literal(width.TileRows);
        code.Line($"nint {index} = {first};");
        code.Line($"for (; {index} + {full} <= {end}; {index} += {full})");
        code.Line($"    {name}{full}({arguments});");
        using (code.Open($"switch ({end} - {index})"))
        {
            foreach (int rows in Rows.Skip(1))
                code.Line($"case {rows}: {name}{rows}({arguments}); break;");
        }
    }

    /// <summary>Writes a step along the contracted dimension: an element of every row times two vectors.</summary>
    public void MultiplyAdd(int rows, Func<int, string> element, string b0, string b1)
    {
        for (int row = 0; row < rows; row++)
        {
            code.Line($"{(row == 0 ? width.Type + " " : "")}x = {width.Name}.Create({element(row)}); "
                + $"v{row}0 = {width.Name}.FusedMultiplyAdd(x, {b0}, v{row}0); v{row}1 = {width.Name}.FusedMultiplyAdd(x, {b1}, v{row}1);");
        }
    }
}
