using NetGen.Experiments.Tests.Reporting;

namespace NetGen.Experiments.Tests.Experiments.DistantIdentity;

/// <summary>What the report says of each claim, found by the words it quotes.</summary>
public sealed class VerdictTests(TwoSeeds run)
{
    private const string Holds = "Holds";
    private const string DoesNotHold = "Does not hold";

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
    public void Claim_stands_beside_what_was_measured_of_it(string words, string standing) =>
        Assert.Equal(standing, Assert.Single(Findings(), finding => finding.Claim.Contains(words, StringComparison.Ordinal)).Standing);

    [Fact]
    public void Scale_is_that_of_the_depth() =>
        Assert.Contains(
            "What makes the signal collapse in set-up fair is the scale 1/√20.", run.Read("report.md"), StringComparison.Ordinal);

    [Fact]
    public void Every_claim_is_decided_by_numbers() => Assert.All(Findings(), static finding =>
    {
        Assert.True(finding.Standing is Holds or DoesNotHold, finding.Standing);
        Assert.Matches(@"\d", finding.Evidence);
    });

    private IReadOnlyList<WrittenFinding> Findings() => WrittenFinding.In(run.Read("report.md"));
}
