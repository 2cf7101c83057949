using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Commands;

/// <summary>Tables as lines of limited length. Words of a cell may stand below each other; a number is never broken.</summary>
internal static class ConsoleTable
{
    private const int Gap = 2;

    /// <summary>A column of words, or one with words at its head, is not made narrower than this to make room.</summary>
    private const int LeastOfWords = 14;

    /// <summary>The first rows of a table: turned over, without ranges or without some columns where there is no room for them.</summary>
    public static IEnumerable<string> Glance(Table table, int mostRows, int width)
    {
        Table first = table with { Rows = [.. table.Rows.Take(mostRows)] };
        Table centers = first with { Rows = [.. first.Rows.Select(WithoutRanges)] };
        Table[] forms = [first, .. Turned(first, mostRows), centers, .. Turned(centers, mostRows)];
        Table shown = forms.FirstOrDefault(form => Fits(form, width)) ?? centers;
        int columns = shown.Columns.Count;
        while (shown.Columns.Count > 2 && !Fits(shown, width))
            shown = Of(shown, [.. Enumerable.Range(0, shown.Columns.Count - 2), shown.Columns.Count - 1]);

        List<string> omitted = [];
        if (table.Rows.Count > mostRows)
            omitted.Add(Number.Count(table.Rows.Count - mostRows, "row"));
        if (shown.Columns.Count < columns)
            omitted.Add(Number.Count(columns - shown.Columns.Count, "column"));
        if (HasRanges(first) && !HasRanges(shown))
            omitted.Add("ranges");
        return Draw(shown, width).Concat(omitted.Count > 0 ? [$"(left out: {string.Join(", ", omitted)})"] : []);
    }

    /// <summary>A whole table: columns for which there is no room stand below the others, beside the first ones again.</summary>
    public static IEnumerable<string> Whole(Table table, int width)
    {
        int keys = Keys(table);
        int from = keys;
        do
        {
            int to = from + 1;
            while (to < table.Columns.Count && Fits(Part(from, to + 1), width))
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

    /// <summary>How many columns say what a row is of: the first, and the words and whole numbers behind it.</summary>
    private static int Keys(Table table)
    {
        int keys = 1;
        while (keys < table.Columns.Count - 1 && (!IsNumeric(table, keys) || table.Rows.All(row => row[keys].All(char.IsAsciiDigit))))
            keys++;
        return keys;
    }

    /// <summary>A table of few rows with its columns as rows, if they are not too many.</summary>
    private static IEnumerable<Table> Turned(Table table, int mostRows)
    {
        if (table.Rows.Count + 1 < table.Columns.Count && table.Columns.Count - 1 <= mostRows)
        {
            yield return table with
            {
                Columns = [table.Columns[0], .. table.Rows.Select(static row => row[0])],
                Rows =
                [
                    .. from column in table.Columns.Index().Skip(1)
                       select (string[])[column.Item, .. table.Rows.Select(row => row[column.Index])],
                ],
            };
        }
    }

    private static Table Of(Table table, IReadOnlyList<int> columns) => table with
    {
        Columns = [.. columns.Select(column => table.Columns[column])],
        Rows = [.. table.Rows.Select(row => (string[])[.. columns.Select(column => row[column])])],
    };

    private static IReadOnlyList<string> WithoutRanges(IReadOnlyList<string> row) => [.. row.Select(ConsoleText.WithoutRange)];

    private static bool HasRanges(Table table) => table.Rows.Any(static row => !WithoutRanges(row).SequenceEqual(row));

    private static bool IsNumeric(Table table, int column) =>
        table.Rows.All(row => row[column] is "" or "-" || ConsoleText.IsNumeric(row[column]));

    private static bool Fits(Table table, int width) => Least(table).Sum() <= Room(table, width);

    private static int Room(Table table, int width) => width - Gap * (table.Columns.Count - 1);

    private static IEnumerable<string> Cells(Table table, int column) =>
        table.Rows.Select(row => row[column]).Prepend(table.Columns[column]);

    /// <summary>How wide columns are where no cell is broken.</summary>
    private static int[] Most(Table table) =>
        [.. Enumerable.Range(0, table.Columns.Count).Select(column => Cells(table, column).Max(static cell => cell.Length))];

    /// <summary>How narrow columns can be made: as their longest word.</summary>
    private static int[] Least(Table table) =>
    [
        .. Most(table).Select((most, column) => Math.Max(
            Math.Min(IsNumeric(table, column) ? table.Columns[column].Length : most, LeastOfWords),
            Cells(table, column).SelectMany(ConsoleText.Words).Select(static word => word.Length).DefaultIfEmpty().Max())),
    ];

    private static IEnumerable<string> Draw(Table table, int width)
    {
        int[] widths = Least(table);
        int[] most = Most(table);
        for (int room = Room(table, width) - widths.Sum(); room > 0; room--)
        {
            int neediest = Enumerable.Range(0, widths.Length).MaxBy(column => most[column] - widths[column]);
            if (widths[neediest] >= most[neediest])
                break;
            widths[neediest]++;
        }

        string rule = string.Join(new string(' ', Gap), widths.Select(static column => new string('─', column)));
        return [.. Row(table.Columns, widths), rule, .. table.Rows.SelectMany(row => Row(row, widths))];
    }

    private static IEnumerable<string> Row(IReadOnlyList<string> cells, int[] widths)
    {
        IReadOnlyList<string>[] lines = [.. cells.Select((cell, column) => ConsoleText.Wrap(cell, widths[column]))];
        return Enumerable.Range(0, Math.Max(1, lines.Max(static cell => cell.Count))).Select(Line);

        string Line(int line)
        {
            IEnumerable<string> parts = lines.Select((cell, column) => (line < cell.Count ? cell[line] : "").PadRight(widths[column]));
            return string.Join(new string(' ', Gap), parts).TrimEnd();
        }
    }
}
