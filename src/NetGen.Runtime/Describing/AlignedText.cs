using System.Text;

namespace NetGen;

/// <summary>Cells in columns: words to the left, numbers to the right.</summary>
internal static class AlignedText
{
    /// <param name="rows">The rows, of as many cells each.</param>
    /// <param name="words">How many columns from the left are words.</param>
    /// <returns>A line for each row, without spaces at its end.</returns>
    public static string Of(IReadOnlyList<string[]> rows, int words)
    {
        int columns = rows[0].Length;
        int[] widths = [.. Enumerable.Range(0, columns).Select(column => rows.Max(row => row[column].Length))];
        StringBuilder text = new();
        foreach (string[] row in rows)
        {
            StringBuilder line = new();
            for (int column = 0; column < columns; column++)
            {
                line.Append(column == 0 ? "" : "  ");
                line.Append(column < words ? row[column].PadRight(widths[column]) : row[column].PadLeft(widths[column]));
            }

            text.Append(line.ToString().TrimEnd()).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }
}
