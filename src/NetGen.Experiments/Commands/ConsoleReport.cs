using NetGen.Experiments.Reporting;
using Spectre.Console;

namespace NetGen.Experiments.Commands;

/// <summary>
/// A report on the console: the answer, the first ten rows of the first table, the claims that fail, and where the rest is; or all of it.
/// </summary>
internal static class ConsoleReport
{
    private const int MostRows = 10;

    /// <summary>The longest lines of prose that are easy to read.</summary>
    private const int LongestLine = 110;

    /// <param name="report">The report.</param>
    /// <param name="page">The path of the page that holds it.</param>
    /// <param name="full">Whether all of it is to be shown.</param>
    /// <param name="console">What shows it.</param>
    public static void Show(Report report, string page, bool full, IAnsiConsole console)
    {
        Prose(console, report.Answer);
        if (full)
        {
            foreach (Reporting.Table table in report.Tables)
                Show(console, table.Title, ConsoleTable.Whole(table, console.Profile.Width));
            Findings(console, report.Findings, evidence: true);
            foreach (Passage passage in report.Passages)
            {
                Head(console, passage.Head);
                Prose(console, passage.Text);
                foreach (string line in passage.Quoted.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    Line(console, $"  {line}");
            }

            Head(console, "What the quantities mean");
            foreach (string convention in report.Conventions)
                Prose(console, convention, "- ");
        }
        else
        {
            if (report.Results is [var first, ..])
                Show(console, first.Title, ConsoleTable.Glance(first, MostRows, console.Profile.Width));
            Findings(console, [.. report.Findings.Where(static finding => finding.Standing == Standing.DoesNotHold)], evidence: false);
        }

        console.WriteLine();
        Line(console, $"Report: {page}");
        if (!full)
            Line(console, "Everything in it is printed with --full.");
    }

    private static void Show(IAnsiConsole console, string title, IEnumerable<string> lines)
    {
        Head(console, title);
        foreach (string line in lines)
            Line(console, line);
    }

    private static void Findings(IAnsiConsole console, IReadOnlyList<Finding> findings, bool evidence)
    {
        foreach (var group in findings.GroupBy(static finding => finding.Standing).OrderBy(static group => group.Key))
        {
            Head(console, group.Key.Head());
            foreach (Finding finding in group)
            {
                Prose(console, finding.Claim, "- ");
                if (evidence)
                    Prose(console, finding.Evidence, "  ");
            }
        }
    }

    private static void Head(IAnsiConsole console, string text)
    {
        console.WriteLine();
        foreach (string line in ConsoleText.Wrap(text, console.Profile.Width))
            console.WriteLine(line, new Style(decoration: Decoration.Bold));
    }

    /// <summary>
    /// Writes prose. Its first line begins with <paramref name="bullet"/>, and others stand below its first word. In a file or a pipe it is
    /// one line, so that it can be searched.
    /// </summary>
    private static void Prose(IAnsiConsole console, string text, string bullet = "")
    {
        string begin = bullet;
        int width = console.Profile.Capabilities.Interactive ? Math.Min(LongestLine, console.Profile.Width) - bullet.Length : int.MaxValue;
        foreach (string line in ConsoleText.Wrap(text, width))
        {
            Line(console, begin + line);
            begin = new string(' ', bullet.Length);
        }
    }

    /// <summary>Writes a line as it is: a path that the console breaks could not be copied.</summary>
    private static void Line(IAnsiConsole console, string line) => console.Profile.Out.Writer.WriteLine(line);
}
