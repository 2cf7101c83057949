using NetGen.Generator.Model;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Kernels;

/// <summary>Writes what all products have in common: the walk over panels and tiles, and a step of a tile's sums.</summary>
internal sealed class TileWriter(CodeWriter code)
{
    public static readonly string PanelWidth = Numbers.Literal(Layout.PanelWidth);

    /// <summary>Where in its panel a column is.</summary>
    public static readonly string PartOfPanel = $"(column & {Numbers.Literal(Layout.PanelWidth - 1)})";

    /// <summary>The statement in front of a tile's vectors.</summary>
    public const string Second = "nint second = TSimd.Count;";

    /// <summary>Every tile, in the order in which they are written.</summary>
    public static IEnumerable<Tile> All => [Tile.Full, Tile.Half, Tile.Narrow, .. Tile.Rest];

    /// <summary>Arguments or parameters behind each other.</summary>
    public static string Join(params IEnumerable<string>[] parts) => string.Join(", ", parts.SelectMany(static part => part));

    /// <summary>A vector of what begins at an address, as the first, the second and so on.</summary>
    public static string Load(string origin, int vector) => $"TSimd.Load(ref {At(origin, vector)})";

    /// <summary>The place of a vector behind an origin.</summary>
    public static string At(string origin, int vector) => vector switch
    {
        0 => origin,
        1 => $"Unsafe.Add(ref {origin}, second)",
        _ => $"Unsafe.Add(ref {origin}, {Numbers.Literal(vector)} * second)",
    };

    /// <summary>Opens the loop over a panel: vectors of less than 512 bits take it in parts.</summary>
    public CodeWriter.Block OpenPanel(string columns) => code.Open(
        $"for (nint column = panel * {PanelWidth}; column < (panel + 1) * {PanelWidth} && column < {columns}; column += 2 * TSimd.Count)");

    /// <summary>
    /// Writes the loop over tiles: full ones first, then smaller ones for the rows that are left, down to a number of rows.
    /// </summary>
    public void OverTiles(string first, string end, string index, string columns, string name, string arguments, int least = 1)
    {
        string full = Numbers.Literal(Tile.Full.Rows), narrow = Numbers.Literal(Tile.Narrow.Rows);
        code.Line($"nint {index} = {first};");
        code.Line($"for (; TSimd.Count < 16 && {index} + {narrow} <= {end}; {index} += {narrow})");
        code.Line($"    {name}{Tile.Narrow.Suffix}({arguments});");
        using (code.Open($"for (; TSimd.Count == 16 && {index} + {full} <= {end}; {index} += {full})"))
        {
            code.Line($"if ({columns} - column > TSimd.Count)");
            code.Line($"    {name}{Tile.Full.Suffix}({arguments});");
            code.Line("else");
            code.Line($"    {name}{Tile.Half.Suffix}({arguments});");
        }

        OverRest(Tile.Rest.Where(tile => tile.Rows >= least), end, index, name, arguments);
    }

    /// <summary>Writes tiles for rows that are left, at most one of each.</summary>
    public void OverRest(IEnumerable<Tile> tiles, string end, string index, string name, string arguments)
    {
        Tile last = tiles.Last();
        foreach (Tile tile in tiles)
        {
            string rows = Numbers.Literal(tile.Rows);
            string condition = tile.Rows == 1 ? $"if ({index} < {end})" : $"if ({index} + {rows} <= {end})";
            if (tile == last)
            {
                code.Line(condition);
                code.Line($"    {name}{tile.Suffix}({arguments});");
                continue;
            }

            using (code.Open(condition))
            {
                code.Line($"{name}{tile.Suffix}({arguments});");
                code.Line($"{index} += {rows};");
            }
        }
    }

    /// <summary>Writes statements for a row of a tile that may be greater than what is left, <c>count</c> rows and at least one.</summary>
    public void OfRow(int row, IReadOnlyList<string> statements)
    {
        if (row == 0)
        {
            code.Statements(statements);
            return;
        }

        string isLeft = $"if (count > {Numbers.Literal(row)})";
        if (statements.Count == 1)
        {
            code.Line(isLeft);
            code.Line("    " + statements[0]);
            return;
        }

        using (code.Open(isLeft))
            code.Statements(statements);
    }

    /// <summary>
    /// Writes a step along the contracted dimension: an element <c>x</c> of every row times the vectors of a row of the other matrix.
    /// </summary>
    public void MultiplyAdd(Tile tile, Func<int, string> element, string vectors)
    {
        for (int row = 0; row < tile.Rows; row++)
            MultiplyAdd(tile, row, element(row), vectors);
    }

    /// <summary>Writes such a step of one row.</summary>
    public void MultiplyAdd(Tile tile, int row, string element, string vectors) => code.Statements([
        $"x = TSimd.Create({element});",
        .. tile.Sums(row).Select((sum, vector) => $"{sum} = TSimd.FusedMultiplyAdd(x, {vectors}{vector}, {sum});"),
    ]);
}
