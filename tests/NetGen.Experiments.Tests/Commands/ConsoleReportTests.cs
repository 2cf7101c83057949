using NetGen.Experiments.Commands;
using NetGen.Experiments.Reporting;
using Spectre.Console;

using Table = NetGen.Experiments.Reporting.Table;

namespace NetGen.Experiments.Tests.Commands;

public sealed class ConsoleReportTests
{
    private const string Page =
        "/home/someone/with/a/long/path/that/does/not/fit/into/any/eighty/columns/of/a/terminal/results/report.html";

    /// <summary>A report with a table that is too wide and too long.</summary>
    private static readonly Report report = new(
        "Title",
        "Question?",
        $"The loss goes from 15.7 [12.2, 21.4] to 0.0619 [0.0541, 0.0724], {string.Join(' ', Enumerable.Repeat("and so on,", 20))} "
            + "and at the end to 8.65e-19 [4.0e-19, 2.0e-16].",
        new Table("Set-up", ["what", "how"], [["layers", "20"]]),
        [
            new Table(
                "Numbers",
                ["set-up", "quantity", "printed", "PyTorch, 20 seeds", "measured"],
                [
                    .. Enumerable.Range(1, 14).Select(static row => (string[])
                    [
                        "fair", $"PlainMLP dL/dz, least and most of layer {row}", "8.65e-19", "4.14e-3 [3.53e-3, 4.65e-3]",
                        $"2.8e-16 [2.74e-16, {row}.86e-16]",
                    ]),
                ]),
            new Table("More", ["a", "b"], [["second table", "1"]]),
        ],
        [],
        [
            new Finding("It learns.", Standing.Holds, "Evidence of what holds."),
            new Finding(
                "Nothing vanishes, at any depth and at any width, whatever the weights and the data and the seed may be.",
                Standing.DoesNotHold, "Evidence against."),
            new Finding("It is fast.", Standing.NotMeasured, "It needs more."),
        ],
        ["Loss: mean squared error."]);

    [Theory]
    [InlineData(80)]
    [InlineData(140)]
    public void Terminal_shows_the_answer_ten_rows_what_fails_and_where_the_rest_is(int width)
    {
        string output = Shown(report, width, full: false);
        string[] lines = output.TrimEnd().Split('\n');

        Assert.All(lines, line => Assert.True(line.Length <= width || line.EndsWith(Page, StringComparison.Ordinal), line));
        Assert.StartsWith("The loss goes from 15.7 [12.2, 21.4] to 0.0619", output, StringComparison.Ordinal);
        Assert.Equal(10, lines.Count(static line => line.StartsWith("fair", StringComparison.Ordinal)));
        Assert.Contains("left out: 4 rows", output, StringComparison.Ordinal);
        Assert.Contains("- Nothing vanishes, at any depth", output, StringComparison.Ordinal);
        Assert.DoesNotContain("It learns.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("It is fast.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("second table", output, StringComparison.Ordinal);
        Assert.Contains($"Report: {Page}\n", output, StringComparison.Ordinal);
        Assert.Contains("--full", lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(140)]
    public void Numbers_never_break(int width)
    {
        string output = Shown(report, width, full: false);
        Assert.Contains("8.65e-19 [4.0e-19, 2.0e-16].", output, StringComparison.Ordinal);
        Assert.Equal(10, output.Split("2.8e-16").Length - 1);
        Assert.Equal(width > 100 ? 10 : 0, output.Split("2.8e-16 [2.74e-16, ").Length - 1);
        Assert.Equal(width > 100, !output.Contains("ranges", StringComparison.Ordinal));
    }

    [Fact]
    public void Output_to_a_file_has_prose_in_one_line_each()
    {
        string output = Shown(report, 200, full: false, interactive: false);
        Assert.StartsWith(report.Answer + "\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
        Assert.Equal(10, output.Split('\n').Count(static line => line.StartsWith("fair", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(140)]
    public void Full_prints_the_rest(int width)
    {
        string output = Shown(report, width, full: true);
        string[] lines = output.TrimEnd().Split('\n');
        Assert.All(lines, line => Assert.True(line.Length <= width || line.EndsWith(Page, StringComparison.Ordinal), line));
        Assert.All(
            [
                "Set-up", "second table", "It learns.", "Evidence of what holds.", "Evidence against.", "It is fast.",
                "- Loss: mean squared error.",
                "4.14e-3 [3.53e-3, 4.65e-3]", "[2.74e-16, 14.86e-16]",
            ],
            words => Assert.Contains(words, output, StringComparison.Ordinal));
        Assert.DoesNotContain("left out", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_of_few_rows_is_turned_over_where_its_columns_have_no_room()
    {
        string[] columns = ["variant", .. Enumerable.Range(1, 8).Select(static column => $"quantity number {column}")];
        string[] plain = ["plain", .. Enumerable.Repeat("0.238 [0.2, 0.3]", 8)];
        string[] residual = ["residual", .. Enumerable.Repeat("0.226 [0.2, 0.3]", 8)];
        Table table = new("Turned", columns, [plain, residual]);
        string[] lines = [.. ConsoleTable.Glance(table, 10, 80)];
        Assert.Equal("variant            plain             residual", lines[0]);
        Assert.Equal("quantity number 8  0.238 [0.2, 0.3]  0.226 [0.2, 0.3]", lines[^1]);
    }

    [Fact]
    public void Columns_without_room_stand_below_beside_what_says_which_row_it_is()
    {
        Table table = new("Wide", ["network", "width", "first", "second"], [["plain", "64", "0.238 [0.2, 0.3]", "0.226 [0.2, 0.3]"]]);
        Assert.Equal(
            [
                "network  width  first", "───────  ─────  ────────────────",
                "plain    64     0.238 [0.2, 0.3]", "",
                "network  width  second", "───────  ─────  ────────────────",
                "plain    64     0.226 [0.2, 0.3]",
            ],
            ConsoleTable.Whole(table, 40));
    }

    private static string Shown(Report report, int width, bool full, bool interactive = true)
    {
        using StringWriter output = new() { NewLine = "\n" };
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Interactive = interactive ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = width;
        ConsoleReport.Show(report, Page, full, console);
        return output.ToString().ReplaceLineEndings("\n");
    }
}
