using System.Text;

namespace NetGen.Experiments.Reporting;

/// <summary>
/// Writes a report as Markdown, with its figures in files beside it: the answer, two figures, findings, all figures, tables folded away.
/// </summary>
internal static class MarkdownReport
{
    public static string Write(Report report)
    {
        StringBuilder text = new();
        text.Append($"# {report.Title}\n\n{report.Question}\n\n{report.Answer}\n\n");
        foreach ((int index, Figure figure) in report.LeadingFigures.Index())
            Append(text, figure, index + 1);

        AppendFindings(text, report);
        foreach (Passage passage in report.Passages)
            text.Append($"## {passage.Head}\n\n{passage.Text}\n\n{Quote(passage.Quoted)}");

        text.Append("## All figures\n\n");
        foreach ((int index, Figure figure) in report.NumberedFigures.Index().Skip(report.LeadingFigures.Count))
            Append(text, figure, index + 1);

        text.Append("## Tables\n\n");
        foreach (Table table in report.Tables)
            Append(text, table);

        text.Append("## What the quantities mean\n\n");
        foreach (string convention in report.Conventions)
            text.Append($"- {convention}\n");
        return text.ToString();
    }

    private static void Append(StringBuilder text, Figure figure, int number) =>
        text.Append($"![{Inline(figure.Title)}]({File(figure)})\n\n**Figure {number}.** {figure.Title}. {figure.Caption}\n\n");

    private static void AppendFindings(StringBuilder text, Report report)
    {
        if (report.Findings.Count == 0)
            return;

        text.Append("## Findings\n\n");
        foreach ((int number, Figure? figure, IReadOnlyList<Finding> findings) in report.FindingsByFigure())
        {
            if (figure is not null)
                text.Append($"[<img align=\"right\" width=\"400\" src=\"{File(figure)}\" alt=\"Figure {number}\">]({File(figure)})\n\n");
            string shown = figure is null ? "" : $" (Figure {number})";
            foreach (Finding finding in findings)
                text.Append($"- **{finding.Claim}** *{finding.Standing.Head()}.* {finding.Evidence}{shown}\n");

            text.Append(figure is null ? "\n" : "\n<br clear=\"all\">\n\n");
        }
    }

    private static void Append(StringBuilder text, Table table)
    {
        text.Append($"<details>\n<summary>{table.Title}</summary>\n\n");
        AppendRow(text, table.Columns);
        AppendRow(text, [.. table.Columns.Select(static _ => "---")]);
        foreach (IReadOnlyList<string> row in table.Rows)
            AppendRow(text, row);
        text.Append("\n</details>\n\n");
    }

    private static void AppendRow(StringBuilder text, IReadOnlyList<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(static cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");

    /// <summary>Between fences that are longer than any in it.</summary>
    private static string Quote(string quoted)
    {
        if (quoted.Length == 0)
            return "";

        string fence = "```";
        while (quoted.Contains(fence, StringComparison.Ordinal))
            fence += "`";
        return $"{fence}text\n{quoted}\n{fence}\n\n";
    }

    private static string File(Figure figure) => $"figures/{figure.Name}.svg";

    private static string Inline(string title) =>
        title.Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);
}
