using System.Text.Json;
using NetGen.Experiments.Tests.Commands;

namespace NetGen.Experiments.Tests.Experiments.Depth;

public sealed class OptionTests
{
    [Theory]
    [InlineData("--use-residual", "yes", "--use-residual expects one of both, true, false; got 'yes'.")]
    [InlineData("--study", "width", "--study expects one of none, norm, activation, depth, rate, zero, kinds; got 'width'.")]
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
    public void Study_is_refused_beside_an_option_that_chooses_networks(string option, string value)
    {
        using TemporaryFolder folder = new();
        Shell.Outcome outcome = SmallPair.Run("--study", "norm", "--out", folder.Path, option, value);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("--study norm chooses its networks, all of width 64: expected neither --use-residual nor --small beside it.", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void One_network_can_be_chosen_and_its_gradient_logged_less_often()
    {
        using TemporaryFolder folder = new();
        Shell.Outcome outcome = SmallPair.Run("--small", "--use-residual", "true", "--steps", "5", "--log-every", "2", "--out", folder.Path);
        Assert.Equal(0, outcome.ExitCode);
        using JsonDocument norms = JsonDocument.Parse(File.ReadAllText(folder.File("grad_norms.json")));
        JsonProperty only = Assert.Single(norms.RootElement.EnumerateObject());
        Assert.Equal("residual", only.Name);
        Assert.Equal([1, 3, 5], only.Value.GetProperty("steps").Deserialize<int[]>()!);
        Assert.Contains("It needs --use-residual both or false.", File.ReadAllText(folder.File("README.md")), StringComparison.Ordinal);
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
            Assert.Single(new DirectRun(steps: 2, [("--small", "true"), ("--use-residual", "true"), .. options]).Runs).Losses;
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
