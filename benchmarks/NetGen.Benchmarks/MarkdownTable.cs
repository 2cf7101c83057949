namespace NetGen.Benchmarks;

/// <summary>A table in Markdown whose columns are also in line on a console. The first column is text, the others are numbers.</summary>
internal static class MarkdownTable
{
    /// <param name="rows">The header and the rows below, all of one length.</param>
    public static void Print(string[][] rows)
    {
        int[] widths = [.. rows[0].Select((_, column) => rows.Max(row => row[column].Length))];
        Print(rows[0], widths);
        Print(
            [.. widths.Select(static (width, column) => column == 0 ? new string('-', width) : new string('-', width - 1) + ":")], widths);
        foreach (string[] row in rows.Skip(1))
            Print(row, widths);
    }

    private static void Print(string[] cells, int[] widths) =>
        Console.WriteLine($"| {string.Join(" | ", cells.Select((cell, column) => Pad(cell, column, widths[column])))} |");

    private static string Pad(string cell, int column, int width) => column == 0 ? cell.PadRight(width) : cell.PadLeft(width);
}
