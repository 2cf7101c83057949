using NetGen.Experiments.Reporting;
using NetGen.Experiments.ResidualDepth;

namespace NetGen.Experiments.Tests.Experiments.ResidualDepth;

public sealed class StudyTests
{
    public static TheoryData<string> Names => [.. DepthStudies.All.Select(static study => study.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Study_trains_its_variants_draws_them_and_says_what_was_seen(string name)
    {
        DirectRun run = new(steps: 2, ("--study", name));
        DeepVariant[] variants = [.. DepthStudies.All.Single(study => study.Name == name).Variants(default)];
        Assert.Equal(variants.Select(static variant => variant.Name), run.Runs.Select(static training => training.Setup));

        Report report = run.Conclude();
        Passage seen = Assert.Single(report.Passages);
        Assert.Equal("What was seen", seen.Head);
        Assert.Matches(@"\d", seen.Text);
        Assert.Equal(
            ["loss_curves", "grad_norm", "input_spread", "pre_activation_gradient", "gradient_by_block"],
            report.Figures.Select(static figure => figure.Name));
        Assert.All(report.Figures, figure =>
        {
            int moments = figure.Name is "input_spread" or "pre_activation_gradient" or "gradient_by_block" ? 2 : 1;
            Assert.Equal(moments * variants.Length, figure.Panels.Cast<Chart>().Sum(static chart => chart.Series.Count));
            Assert.Equal(moments * variants.Select(static variant => variant.Family).Distinct().Count(), figure.Panels.Count);
        });
    }

    [Fact]
    public void Kinds_are_all_that_the_language_has() => Assert.Equal(
        Enum.GetNames<Shortcut>(),
        DepthStudies.All.Single(static study => study.Name == "kinds").Variants(default).Select(static variant => variant.Label));

    [Fact]
    public void Claim_that_one_norm_before_all_blocks_keeps_the_gradient_alive_is_contradicted_by_what_it_measures()
    {
        Finding claim = Assert.Single(new DirectRun(steps: 1, ("--study", "norm")).Conclude().Findings);
        Assert.Contains("Pre-LN before the entire chain", claim.Claim, StringComparison.Ordinal);
        Assert.Equal(Standing.DoesNotHold, claim.Standing);
    }
}
