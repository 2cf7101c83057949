using NetGen.Experiments.Reporting;
using Spectre.Console;

namespace NetGen.Experiments.Commands;

/// <summary>The numbers of a report and its verdict, on the console.</summary>
internal static class ConsoleReport
{
    public static void Show(Report report, IAnsiConsole console)
    {
        foreach (Reporting.Table table in report.Results)
        {
            Spectre.Console.Table drawn = new Spectre.Console.Table { Title = new TableTitle(Markup.Escape(table.Title)) }.RoundedBorder();
            foreach (string column in table.Columns)
                drawn.AddColumn(Markup.Escape(column));
            foreach (IReadOnlyList<string> row in table.Rows)
                drawn.AddRow([.. row.Select(Markup.Escape)]);
            console.Write(drawn);
        }

        console.WriteLine(report.Answer);
    }
}
