using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Commands;

/// <summary>Tables as lines of limited length. Words of a cell may stand below each other; a number is never broken.</summary>
internal static class ConsoleTable
{
    private const int Gap = 2;

    /// <summary>A column of words is not made narrower than this to make room.</summary>
    private const int LeastOfWords = 14;

    /// <summary>The first rows of a table: turned over, without ranges or without some columns where there is no room for them.</summary>
    public static IEnumerable<string> Glance(Table table, int mostRows, int width)
    {
        Table first = table with { Rows = [.. table.Rows.Take(mostRows)] };
        Table centers = first with { Rows = [.. first.Rows.Select(static row => (IReadOnlyList<string>)[.. row.Select(ConsoleText.WithoutRange)])] };
        Table[] forms = [first, .. Turned(first, mostRows), centers, .. Turned(centers, mostRows)];
        if (forms.FirstOrDefault(form => Least(form).Sum() <= Room(form, width)) is not { } shown)
        {
            shown = centers;
            while (shown.Columns.Count > 2 && Least(shown).Sum() > Room(shown, width))
                shown = Of(shown, [.. Enumerable.Range(0, shown.Columns.Count).Where(column => column != shown.Columns.Count - 2)]);
        }

        string[] omitted =
        [
            .. table.Rows.Count > mostRows ? [Number.Count(table.Rows.Count - mostRows, "row")] : Array.Empty<string>(),
            .. shown.Rows.Count == first.Rows.Count && shown.Columns.Count < first.Columns.Count ? [Number.Count(first.Columns.Count - shown.Columns.Count, "column")] : Array.Empty<string>(),
            .. ReferenceEquals(shown, first) || !first.Rows.SelectMany(static row => row).Any(static cell => ConsoleText.WithoutRange(cell) != cell)
                || shown.Rows.SelectMany(static row => row).Any(static cell => ConsoleText.WithoutRange(cell) != cell) ? Array.Empty<string>() : ["ranges"],
        ];
        return Draw(shown, width).Concat(omitted.Length > 0 ? [$"(left out: {string.Join(", ", omitted)})"] : []);
    }

    /// <summary>A whole table: columns for which there is no room stand below the others, beside the first ones again.</summary>
    public static IEnumerable<string> Whole(Table table, int width)
    {
        int keys = Math.Max(1, Enumerable.Range(0, table.Columns.Count - 1).TakeWhile(column => !IsNumeric(table, column) || (column == 0 && !IsNumeric(table, 1))).Count());
        int from = keys;
        do
        {
            int to = from + 1;
            while (to < table.Columns.Count && Least(Part(from, to + 1)).Sum() <= Room(Part(from, to + 1), width))
                to++;
            foreach (string line in Draw(Part(from, to), width))
                yield return line;
            if (to < table.Columns.Count)
                yield return "";
            from = to;
        }
        while (from < table.Columns.Count);

        Table Part(int from, int to) => Of(table, [.. Enumerable.Range(0, keys), .. Enumerable.Range(from, to - from)]);
    }

    /// <summary>A table of few rows with its columns as rows, if they are not too many.</summary>
    private static IEnumerable<Table> Turned(Table table, int mostRows) => table.Rows.Count + 1 < table.Columns.Count && table.Columns.Count - 1 <= mostRows
        ? [table with
        {
            Columns = [table.Columns[0], .. table.Rows.Select(static row => row[0])],
            Rows = [.. table.Columns.Index().Skip(1).Select(column => (IReadOnlyList<string>)[column.Item, .. table.Rows.Select(row => row[column.Index])])],
        }]
        : [];

    private static Table Of(Table table, IReadOnlyList<int> columns) => table with
    {
        Columns = [.. columns.Select(column => table.Columns[column])],
        Rows = [.. table.Rows.Select(row => (IReadOnlyList<string>)[.. columns.Select(column => row[column])])],
    };

    private static int Room(Table table, int width) => width - Gap * (table.Columns.Count - 1);

    private static bool IsNumeric(Table table, int column) => table.Rows.All(row => row[column].Length == 0 || row[column] == "-" || ConsoleText.IsNumeric(row[column]));

    private static IEnumerable<string> Cells(Table table, int column) => table.Rows.Select(row => row[column]).Prepend(table.Columns[column]);

    private static int[] Most(Table table) => [.. Enumerable.Range(0, table.Columns.Count).Select(column => Cells(table, column).Max(static cell => cell.Length))];

    /// <summary>How narrow columns can be made: as their longest word.</summary>
    private static int[] Least(Table table) =>
    [
        .. Most(table).Select((most, column) => Math.Max(
            Math.Min(most, IsNumeric(table, column) ? 0 : LeastOfWords),
            Cells(table, column).SelectMany(ConsoleText.Words).Select(static word => word.Length).DefaultIfEmpty().Max())),
    ];

    private static IEnumerable<string> Draw(Table table, int width)
    {
        int[] widths = Least(table);
        int[] most = Most(table);
        for (int room = Room(table, width) - widths.Sum(); room > 0 && widths.Zip(most).Any(static column => column.First < column.Second); room--)
        {
            int neediest = Enumerable.Range(0, widths.Length).MaxBy(column => most[column] - widths[column]);
            widths[neediest]++;
        }

        foreach (string line in Row(table.Columns, widths))
            yield return line;
        yield return string.Join(new string(' ', Gap), widths.Select(static column => new string('─', column)));
        foreach (string line in table.Rows.SelectMany(row => Row(row, widths)))
            yield return line;
    }

    private static IEnumerable<string> Row(IReadOnlyList<string> cells, int[] widths)
    {
        IReadOnlyList<string>[] lines = [.. cells.Select((cell, column) => ConsoleText.Wrap(cell, widths[column]))];
        return Enumerable.Range(0, Math.Max(1, lines.Max(static cell => cell.Count))).Select(line =>
            string.Join(new string(' ', Gap), lines.Select((cell, column) => (line < cell.Count ? cell[line] : "").PadRight(widths[column]))).TrimEnd());
    }
}
