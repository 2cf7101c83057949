using System.Text;

namespace NetGen.Experiments.Reporting;

/// <summary>Writes a report as Markdown, with its figures beside it.</summary>
internal static class MarkdownReport
{
    public static string Write(Report report)
    {
        StringBuilder text = new();
        text.Append($"# {report.Title}\n\n{report.Question}\n\n{report.Answer}\n\n");
        foreach (Table table in report.Results.Prepend(report.Setup))
            Append(text, table);

        foreach (Passage passage in report.Passages)
            text.Append($"## {passage.Head}\n\n{passage.Text}\n\n");

        text.Append("## Figures\n\n");
        foreach (Figure figure in report.Figures)
            text.Append($"![{figure.Title}](figures/{figure.Name}.svg)\n\n");

        foreach (IGrouping<Standing, Finding> group in report.Findings.GroupBy(static finding => finding.Standing).OrderBy(static group => group.Key))
        {
            text.Append($"## {group.Key.Head()}\n\n");
            foreach (Finding finding in group)
                text.Append($"- **{finding.Claim}** {finding.Evidence}\n");
            text.Append('\n');
        }

        text.Append("## What the quantities mean\n\n");
        foreach (string convention in report.Conventions)
            text.Append($"- {convention}\n");
        return text.ToString();
    }

    private static void Append(StringBuilder text, Table table)
    {
        text.Append($"## {table.Title}\n\n");
        AppendRow(text, table.Columns);
        AppendRow(text, [.. table.Columns.Select(static _ => "---")]);
        foreach (IReadOnlyList<string> row in table.Rows)
            AppendRow(text, row);
        text.Append('\n');
    }

    private static void AppendRow(StringBuilder text, IReadOnlyList<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(static cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
}
