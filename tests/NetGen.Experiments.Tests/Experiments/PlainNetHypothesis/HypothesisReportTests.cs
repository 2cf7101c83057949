using NetGen.Experiments.PlainNetHypothesis;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Tests.Experiments.PlainNetHypothesis;

/// <summary>What the report says of numbers that were made up for it.</summary>
public sealed class HypothesisReportTests
{
    private static readonly Settings settings = new(
        0, 1, 1, 64, "", new Dictionary<string, string> { ["--coder-steps"] = "1", ["--study"] = "none" });

    [Fact]
    public void Report_says_first_that_it_is_a_reconstruction() =>
        Assert.StartsWith("This is a reconstruction.", Conclude(AsExpected).Answer, StringComparison.Ordinal);

    [Fact]
    public void Report_says_what_trains_at_which_depth()
    {
        Assert.Contains(
            "In these steps coder A trains at 20 and 50 layers, coder C trains at 20 and 50 layers; the plain network of equal width "
                + "does not train at 20 or 50 layers",
            Conclude(AsExpected).Answer, StringComparison.Ordinal);
        Assert.Contains(
            "In these steps coder A trains at 20 layers, not at 50, coder C trains at 20 and 50 layers; the plain network of equal "
                + "width trains at 50 layers, not at 20",
            Conclude(
                static run =>
                    run is { Network: "pnnh", Coder: "A", Depth: 50 }
                        ? 0.2f
                        : run is { Network: "plain", Depth: 50 } ? 0.1f : AsExpected(run)).Answer,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("devoid of residual connections", "plain", null, 0.01f)]
    [InlineData("devoid of residual connections", "pnnh", "C", 0.2f)]
    [InlineData("on-par accuracy", "pnnh", "A", 0.1f)]
    public void Claim_that_holds_of_the_expected_falls_with_the_numbers(string words, string network, string? coder, float loss)
    {
        Assert.Equal(Standing.Holds, Finding(AsExpected, words));
        Assert.Equal(Standing.DoesNotHold, Finding(run => run.Network == network && run.Coder == coder ? loss : AsExpected(run), words));
    }

    [Fact]
    public void Sum_of_gradients_is_blamed_only_where_coders_of_their_own_train()
    {
        Assert.Equal(Standing.DoesNotHold, Finding(AsExpected, "add up in it"));
        Assert.Equal(Standing.Holds, Finding(static run => run.Network == "pnnh-own" ? 0.01f : AsExpected(run), "add up in it"));
    }

    [Fact]
    public void Slower_steps_and_more_parameters_refute_what_is_claimed_of_both()
    {
        Assert.Equal(Standing.DoesNotHold, Finding(AsExpected, "0.3x faster"));
        Assert.Equal(Standing.DoesNotHold, Finding(AsExpected, "2x more parameter efficient"));
    }

    // What slowed the machine down while one seed was timed is not to make networks of another look fast.
    [Fact]
    public void Times_are_compared_seed_by_seed() =>
        Assert.Equal("2.00 [1.50, 2.50]", Times(1500, 5000).SlowerThan(Times(1000, 2000)).ToString());

    private static HypothesisRuns Times(params double[] microseconds) => new(HypothesisVariants.Comparison[0], [], microseconds);

    private static float AsExpected(HypothesisRun run) => run.Network switch
    {
        "pnnh" or "pnnh-slow" or "pnnh-untied" or "residual-zero" => 0.01f,
        "pnnh-head" or "residual" => 0.1f,
        _ => 0.33f,
    };

    private static Standing Finding(Func<HypothesisRun, float> unseenLoss, string words) =>
        Assert.Single(Conclude(unseenLoss).Findings, finding => finding.Claim.Contains(words, StringComparison.Ordinal)).Standing;

    private static Report Conclude(Func<HypothesisRun, float> unseenLoss)
    {
        HypothesisRun[] runs =
        [
            .. HypothesisVariants.All
                .Select(static variant => new HypothesisRun(
                    "",
                    variant.Network,
                    variant.Depth,
                    variant.Coder?.Letter,
                    variant.Frozen,
                    0,
                    [0.5f],
                    0,
                    variant.Coder is null ? null : 0.1,
                    variant.Info.Parameters.Sum(static parameter => (long)parameter.Count), 0))
                .Select(run => run with { UnseenLoss = unseenLoss(run) }),
        ];
        SpeedRun speed = new(
            "",
            0,
            [0],
            [
                .. HypothesisVariants.All.Select(
                    static variant => variant.TimeOf(0) with { Microseconds = variant.Coder is null ? 1000 : 1500 }),
            ]);
        CoderRun[] coders =
        [
            .. new[] { CoderKind.A, CoderKind.B }.Select(static kind => new CoderRun("", kind.Label, 0, 1, [0.5f], Coder.Exact)),
        ];
        return new PlainNetHypothesisExperiment().Conclude(settings, [.. runs, speed, .. coders]);
    }
}
