using Spectre.Console;

namespace NetGen.Compare.Reporting;

internal static class ConsoleTable
{
    public static void Show(ResultTable table, IAnsiConsole console)
    {
        Table drawn = new Table { Title = new TableTitle(Markup.Escape(table.Title)) }.RoundedBorder();
        for (int column = 0; column < table.Columns.Count; column++)
            drawn.AddColumn(
                new TableColumn(Markup.Escape(table.Columns[column])) { Alignment = column == 0 ? Justify.Left : Justify.Right });
        foreach (IReadOnlyList<string> row in table.Rows)
            drawn.AddRow([.. row.Select(Markup.Escape)]);
        console.Write(drawn);
    }
}
