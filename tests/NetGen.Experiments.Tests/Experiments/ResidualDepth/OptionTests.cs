using System.Text.Json;
using NetGen.Experiments.ResidualDepth;
using NetGen.Experiments.Tests.Commands;

namespace NetGen.Experiments.Tests.Experiments.ResidualDepth;

public sealed class OptionTests
{
    [Theory]
    [InlineData("--use-residual", "yes", "--use-residual expects one of both, true, false; got 'yes'.")]
    [InlineData("--study", "width", "--study expects one of none, norm, activation, depth, rate, zero, kinds; got 'width'.")]
    [InlineData("--start", "kaiming", "--start expects one of both, gain, scaled; got 'kaiming'.")]
    [InlineData("--lr", "fast", "--lr expects a number from 1E-07 to 1; got 'fast'.")]
    [InlineData("--lr", "2", "--lr expects a number from 1E-07 to 1; got '2'.")]
    [InlineData("--gain", "-1", "--gain expects a number from 0 to 100; got '-1'.")]
    [InlineData("--w2-scale", "NaN", "--w2-scale expects a number from 0 to 100; got 'NaN'.")]
    [InlineData("--log-every", "0", "--log-every expects a whole number from 1 to 1000; got '0'.")]
    [InlineData("--steps", "0", "--steps expects a whole number from 1 to 1000000; got '0'.")]
    public void Bad_option_is_refused_with_what_was_expected_and_what_came(string option, string value, string message)
    {
        using TemporaryFolder folder = new();
        Shell.Outcome outcome = SmallPair.Run("--small", "--out", folder.Path, option, value);
        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("--small", "true")]
    [InlineData("--use-residual", "true")]
    [InlineData("--start", "gain")]
    public void Study_is_refused_beside_an_option_that_chooses_networks(string option, string value)
    {
        using TemporaryFolder folder = new();
        Shell.Outcome outcome = SmallPair.Run("--study", "norm", "--out", folder.Path, option, value);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(
            "--study norm chooses its networks, all of width 64: expected none of --use-residual, --start and --small beside it.",
            outcome.Error,
            StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void One_network_can_be_chosen_and_its_gradient_logged_less_often()
    {
        using TemporaryFolder folder = new();
        Shell.Outcome outcome = SmallPair.Run(
            "--small",
            "--use-residual",
            "true",
            "--start",
            "scaled",
            "--seeds",
            "1",
            "--steps",
            "5",
            "--log-every",
            "2",
            "--out",
            folder.Path);
        Assert.Equal(0, outcome.ExitCode);
        using JsonDocument norms = JsonDocument.Parse(File.ReadAllText(folder.File("grad_norms.json")));
        JsonProperty only = Assert.Single(norms.RootElement.EnumerateObject());
        Assert.Equal(SmallPair.ScaledResidual, only.Name);
        Assert.Equal([1, 3, 5], only.Value.GetProperty("steps").Deserialize<int[]>()!);
        Assert.Contains(
            "It needs --use-residual both or false, and --start both or scaled.",
            File.ReadAllText(folder.File("README.md")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Options_decide_how_the_networks_start_and_learn()
    {
        IReadOnlyList<float> losses = Losses();
        Assert.Equal(losses, Losses());
        Assert.NotEqual(losses[0], Losses(("--gain", "1"))[0]);
        Assert.NotEqual(losses[0], Losses(("--w2-scale", "1"))[0]);
        Assert.Equal(losses[0], Losses(("--lr", "1e-3"))[0]);
        Assert.NotEqual(losses[1], Losses(("--lr", "1e-3"))[1]);

        static IReadOnlyList<float> Losses(params (string, string)[] options) =>
            Assert.Single(
                new DirectRun(steps: 2, [("--small", "true"), ("--use-residual", "true"), ("--start", "scaled"), .. options]).Runs).Losses;
    }

    // Stopped before it begins: what it would have trained stands in its first line.
    [Theory]
    [InlineData("12 trainings of 300 steps")]
    [InlineData("24 trainings of 500 steps", "--study", "kinds")]
    [InlineData("24 trainings of 7 steps", "--study", "kinds", "--steps", "7")]
    public void Study_takes_the_steps_that_its_question_needs_unless_told_otherwise(string planned, params string[] options)
    {
        using TemporaryFolder folder = new();
        Shell.Outcome outcome = Shell.Run(
            [new ResidualDepthExperiment()], new CancellationToken(canceled: true), ["residual-depth", "--out", folder.Path, .. options]);
        Assert.Contains($"residual-depth: {planned}.", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Readme_that_no_run_has_written_is_left_alone()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("README.md"), "of a project");
        Shell.Outcome outcome = SmallPair.Run("--small", "--steps", "1", "--out", folder.Path);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains($"'{folder.File("README.md")}' was written by no run", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("of a project", File.ReadAllText(folder.File("README.md")));
    }
}
