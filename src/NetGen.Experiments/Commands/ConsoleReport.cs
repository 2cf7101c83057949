using NetGen.Experiments.Reporting;
using Spectre.Console;

namespace NetGen.Experiments.Commands;

/// <summary>A report on the console: the answer, the first ten rows of the first table, the claims that fail, and where the rest is; or all of it.</summary>
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
        // A path is no prose: broken over two lines it could not be copied.
        console.Profile.Out.Writer.WriteLine($"Report: {page}");
        if (!full)
            console.WriteLine("Everything in it is printed with --full.");
    }

    private static void Show(IAnsiConsole console, string title, IEnumerable<string> lines)
    {
        Head(console, title);
        foreach (string line in lines)
            console.WriteLine(line);
    }

    private static void Findings(IAnsiConsole console, IReadOnlyList<Finding> findings, bool evidence)
    {
        foreach (IGrouping<Standing, Finding> group in findings.GroupBy(static finding => finding.Standing).OrderBy(static group => group.Key))
        {
            Head(console, $"{char.ToUpperInvariant(group.Key.Name()[0])}{group.Key.Name()[1..]}");
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

    /// <summary>Writes prose. Its first line begins with <paramref name="bullet"/>, and others stand below its first word.</summary>
    private static void Prose(IAnsiConsole console, string text, string bullet = "")
    {
        string begin = bullet;
        foreach (string line in ConsoleText.Wrap(text, Math.Min(LongestLine, console.Profile.Width) - bullet.Length))
        {
            console.WriteLine(begin + line);
            begin = new string(' ', bullet.Length);
        }
    }
}
