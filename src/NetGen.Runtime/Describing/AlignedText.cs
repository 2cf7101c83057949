// The compiler aligns its tables like that too: it compiles this file.
#if NETSTANDARD
namespace NetGen.Generator.Writing;
#else
namespace NetGen;
#endif

/// <summary>Cells in columns: words to the left, numbers to the right.</summary>
internal static class AlignedText
{
    /// <param name="rows">The rows, of as many cells each.</param>
    /// <param name="words">How many columns from the left are words.</param>
    /// <returns>A line for each row, without spaces at its end.</returns>
    public static IReadOnlyList<string> Lines(IReadOnlyList<string[]> rows, int words)
    {
        int[] widths = [.. rows[0].Select((_, column) => rows.Max(cells => cells[column].Length))];
        return [.. rows.Select(cells => string.Join("  ", cells.Select((cell, column) =>
            column < words ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd())];
    }
#if !NETSTANDARD

    /// <summary>The same lines as one text.</summary>
    /// <inheritdoc cref="Lines"/>
    public static string Of(IReadOnlyList<string[]> rows, int words) => string.Join('\n', Lines(rows, words));
#endif
}
