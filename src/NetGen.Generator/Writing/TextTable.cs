namespace NetGen.Generator.Writing;

/// <summary>Rows of cells as lines of text with straight columns.</summary>
internal static class TextTable
{
    /// <param name="rows">The rows, all of one length.</param>
    /// <param name="words">The number of columns at the beginning that hold words, which start at one place; numbers end at one.</param>
    public static IReadOnlyList<string> Align(IReadOnlyList<string[]> rows, int words)
    {
        int[] widths = [.. rows[0].Select((_, column) => rows.Max(cells => cells[column].Length))];
        return [.. rows.Select(cells => string.Join("  ", cells.Select((cell, column) =>
            column < words ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd())];
    }
}
