using System.Text;

namespace NetGen.Compare.Reporting;

/// <summary>
/// Writes tables into a Markdown file: each between the comments <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- /name --&gt;</c> that have its
/// name, in the place of what was there, or at the end where the file has no such place.
/// </summary>
internal static class MarkdownFile
{
    public static void Write(string path, IReadOnlyList<ResultTable> tables, string machine)
    {
        string text = File.Exists(path) ? File.ReadAllText(path) : "";
        text = Place(text, "machine", machine + "\n");
        foreach (ResultTable table in tables)
            text = Place(text, table.Name, TextOf(table));
        File.WriteAllText(path, text);
    }

    private static string Place(string text, string name, string content)
    {
        string begin = $"<!-- {name} -->\n", end = $"<!-- /{name} -->\n";
        int start = text.IndexOf(begin, StringComparison.Ordinal), stop = text.IndexOf(end, StringComparison.Ordinal);
        return start >= 0 && stop > start
            ? $"{text[..(start + begin.Length)]}{content}{text[stop..]}"
            : $"{text}{(text.Length > 0 ? "\n" : "")}{begin}{content}{end}";
    }

    private static string TextOf(ResultTable table)
    {
        StringBuilder text = new();
        AppendRow(text, table.Columns);
        AppendRow(text, [.. table.Columns.Select(static (_, column) => column == 0 ? "---" : "---:")]);
        foreach (IReadOnlyList<string> row in table.Rows)
            AppendRow(text, row);
        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, IReadOnlyList<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
