using System.Text.RegularExpressions;

namespace NetGen.Experiments.Tests.Experiments;

/// <summary>Under which head of the report each claim stands, found by the words it quotes.</summary>
public sealed partial class VerdictTests(TwoSeeds run)
{
    private const string Holds = "What holds";
    private const string DoesNotHold = "What does not hold";

    [Theory]
    [InlineData("completely stuck", Holds)]
    [InlineData("16 orders of magnitude decay", Holds)]
    [InlineData("no learning signal", Holds)]
    [InlineData("dies by layer 5", Holds)]
    [InlineData("does not depend on what it is asked", Holds)]
    [InlineData("106 million", Holds)]
    [InlineData("5x lower loss", Holds)]
    [InlineData("much better results", Holds)]
    [InlineData("only 1.6x", Holds)]
    [InlineData("multiplied by small numbers at every layer", Holds)]
    [InlineData("however weights start", DoesNotHold)]
    [InlineData("The comparison is fair", DoesNotHold)]
    [InlineData("At the start the weights of early layers", DoesNotHold)]
    [InlineData("50% is deleted", DoesNotHold)]
    [InlineData("Vanishing gradients", DoesNotHold)]
    [InlineData("each term ≥ 1", DoesNotHold)]
    [InlineData("then add to it", DoesNotHold)]
    public void Claim_stands_under_what_was_measured_of_it(string words, string head) =>
        Assert.Equal(head, Assert.Single(Findings(), finding => finding.Claim.Contains(words, StringComparison.Ordinal)).Head);

    [Fact]
    public void Scale_is_that_of_the_depth() =>
        Assert.Contains("What makes the signal collapse in set-up fair is the scale 1/√20.", run.Read("report.md"), StringComparison.Ordinal);

    [Fact]
    public void Every_claim_is_decided_by_numbers() => Assert.All(Findings(), static finding =>
    {
        Assert.True(finding.Head is Holds or DoesNotHold, finding.Head);
        Assert.Matches(@"\d", finding.Evidence);
    });

    private IEnumerable<(string Head, string Claim, string Evidence)> Findings() =>
        from section in run.Read("report.md").Split("\n## ")
        from Match finding in Finding().Matches(section)
        select (section[..section.IndexOf('\n', StringComparison.Ordinal)], finding.Groups[1].Value, finding.Groups[2].Value);

    [GeneratedRegex(@"^- \*\*(.+?)\*\* (.*)$", RegexOptions.Multiline)]
    private static partial Regex Finding();
}
