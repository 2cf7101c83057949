using System.Text.Json;
using NetGen.Experiments.Tests.Commands;

namespace NetGen.Experiments.Tests.Experiments.DistantIdentity;

/// <summary>What a run starts from, and what it is measured on.</summary>
public sealed class SetupTests(TwoSeeds run)
{
    // For z = W x with x ~ U(-1, 1) and weights of variance scale² 2 / 64 the variance of z is 2/3 scale²; five standard errors of 64 x
    // 64 weights.
    [Theory]
    [InlineData("fair", 1 / 20.0, 1 / 20.0)]
    [InlineData("raw", 1, 1)]
    [InlineData("unfair", 1, 1 / 20.0)]
    [InlineData("scaled-branch", 1, 1)]
    [InlineData("near-zero", 0.01, 0.01)]
    public void First_layer_starts_with_the_spread_that_theory_gives(string setup, double plainSquare, double residualSquare)
    {
        foreach ((string network, double square) in new[] { ("PlainMLP", plainSquare), ("ResMLP", residualSquare) })
        {
            double expected = Math.Sqrt(2.0 / 3 * square);
            Assert.All(run.Of(setup, network), training => Assert.InRange(
                training.GetProperty("start").GetProperty("layers")[0].GetProperty("preActivationStd").GetDouble(),
                expected * 0.94,
                expected * 1.06));
        }
    }

    [Theory]
    [InlineData("fair", "0.224", "0.224")]
    [InlineData("raw", "1.00", "1.00")]
    [InlineData("unfair", "1.00", "0.224")]
    [InlineData("scaled-branch", "1.00", "1.00")]
    [InlineData("near-zero", "0.100", "0.100")]
    public void Report_tells_what_the_starting_weights_are_multiplied_by(string setup, string plain, string residual)
    {
        string row = Assert.Single(
            run.Read("report.md").Split('\n'), line => line.StartsWith($"| weights, {setup} |", StringComparison.Ordinal));
        string[] cells = row.Split(" | ");
        Assert.EndsWith($" {plain}", cells[1], StringComparison.Ordinal);
        Assert.EndsWith($" {residual} |", cells[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Report_tells_what_a_layer_computes_where_its_branch_is_scaled() =>
        Assert.Contains(
            "| layer, scaled-branch | x = ReLU(W x + b) | x = x + ReLU(W x + b) / √20 |",
            run.Read("report.md"),
            StringComparison.Ordinal);

    [Fact]
    public void Unseen_loss_is_not_that_of_the_last_batch()
    {
        foreach (JsonElement training in run.Results.GetProperty("runs").EnumerateArray())
            Assert.NotEqual(training.GetProperty("finalLoss").GetSingle(), training.GetProperty("unseenLoss").GetSingle());
    }

    // E[y²] = 1/3 for y ~ U(-1, 1); its standard error over 4096 x 64 unseen numbers is 6e-4, over a batch of 64 x 64 it is 5e-3.
    [Theory]
    [InlineData("fair")]
    [InlineData("near-zero")]
    public void Plain_network_has_the_unseen_loss_of_an_answer_of_zeros(string setup) =>
        Assert.All(
            run.Of(setup, "PlainMLP"),
            static training => Assert.InRange(training.GetProperty("unseenLoss").GetDouble(), 1 / 3.0 - 0.003, 1 / 3.0 + 0.003));

    [Theory]
    [InlineData("--seeds", "20")]
    [InlineData("--seed", "0")]
    [InlineData("--steps", "500")]
    [InlineData("--batch", "64")]
    [InlineData("--setup", "all")]
    [InlineData("--data", "fixed")]
    public void Help_shows_what_an_option_is_unless_told_otherwise(string option, string value)
    {
        string line = Assert.Single(
            Shell.Run("distant-identity", "--help").Output.Split('\n'),
            line => line.TrimStart().StartsWith($"{option} ", StringComparison.Ordinal));
        Assert.EndsWith($"[default: {value}]", line.TrimEnd(), StringComparison.Ordinal);
    }
}
