using System.Text.RegularExpressions;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Tests.Experiments.DistantIdentity;

namespace NetGen.Experiments.Tests.Reporting;

public sealed partial class MarkdownReportTests(TwoSeeds run)
{
    [Fact]
    public void Report_goes_from_the_answer_to_folded_tables()
    {
        string report = run.Read("report.md");
        string[] landmarks =
        [
            "ResMLP learns it:", "**Figure 1.**", "**Figure 2.**", "## Findings", "## What the compiler expected", "## All figures",
            "**Figure 3.**", "## Tables",
            "<summary>Set-up</summary>", "## What the quantities mean",
        ];
        int[] places = [.. landmarks.Select(landmark => report.IndexOf(landmark, StringComparison.Ordinal))];
        Assert.All(places, static place => Assert.True(place > 0));
        Assert.Equal(places.Order(), places);
        Assert.Equal(TableRule().Count(report), report.Split("<details>").Length - 1);
    }

    [Fact]
    public void Every_picture_that_it_names_is_there()
    {
        string[] pictures = [.. Picture().Matches(run.Read("report.md")).Select(static match => match.Value).Distinct()];
        Assert.Equal(RunFiguresTests.Names.Count, pictures.Length);
        Assert.All(pictures, picture => Assert.True(File.Exists(Path.Join(run.Folder, picture)), picture));
    }

    [Fact]
    public void Finding_names_the_figure_that_shows_it()
    {
        WrittenFinding decay = WrittenFinding.In(run.Read("report.md"))
            .Single(static finding => finding.Claim.Contains("16 orders", StringComparison.Ordinal));
        Assert.EndsWith("(Figure 2)", decay.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Quotation_stands_between_fences_that_are_longer_than_any_in_it()
    {
        Report report = new("Title", "Question?", "Answer.", new Table("Set-up", ["of"], []), [], [], [], [])
        {
            Passages = [new Passage("Head", "Text.") { Quoted = "```\ncode\n```" }],
        };

        Assert.Contains("Text.\n\n````text\n```\ncode\n```\n````\n\n", MarkdownReport.Write(report), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\|( --- \|)+$", RegexOptions.Multiline)]
    private static partial Regex TableRule();

    [GeneratedRegex(@"figures/\w+\.svg")]
    private static partial Regex Picture();
}
