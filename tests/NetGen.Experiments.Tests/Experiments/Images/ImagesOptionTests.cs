using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;
using NetGen.Experiments.Tests.Commands;
using NetGen.Plotting.Rendering;

namespace NetGen.Experiments.Tests.Experiments.Images;

public sealed class ImagesOptionTests
{
    [Theory]
    [InlineData("--epochs", "0", "--epochs expects a whole number from 1 to 1000; got '0'.")]
    [InlineData("--examples", "60001", "--examples expects a whole number from 1 to 60000; got '60001'.")]
    [InlineData("--lr", "fast", "--lr expects a number from 1E-06 to 10; got 'fast'.")]
    [InlineData("--steps", "5", "'--steps'")]
    public void Bad_option_is_refused_with_what_was_expected_and_what_came(string option, string value, string message)
    {
        using TemporaryFolder folder = new();
        Shell.Outcome outcome = PatchRun.Run("data", "--out", folder.Path, option, value);
        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Folder_that_is_none_is_refused() => Assert.Contains(
        "--data expects the path of a folder; got ' '.", PatchRun.Run(" ", "--epochs", "1").Error, StringComparison.Ordinal);

    [Fact]
    public void Missing_set_is_an_error_that_says_how_to_get_it()
    {
        using TemporaryFolder folder = new();
        Shell.Outcome outcome = PatchRun.Run(folder.File("none"), "--out", folder.File("results"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith($"--data: Fashion-MNIST: expected in {folder.File("none")} the files ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("got no such folder. ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("apt-get install dataset-fashion-mnist", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Damaged_file_is_refused_by_name()
    {
        using TemporaryFolder data = new();
        PatchImages.Write(data.Path);
        File.WriteAllBytes(data.File("t10k-labels-idx1-ubyte"), [1, 2, 3]);
        Shell.Outcome outcome = PatchRun.Run(data.Path, "--out", data.File("results"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith($"--data: {data.File("t10k-labels-idx1-ubyte")}: ", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(data.File("results")));
    }

    [Fact]
    public void Images_of_another_size_are_refused()
    {
        using TemporaryFolder data = new();
        PatchImages.Write(data.Path, side: 14);
        Shell.Outcome outcome = PatchRun.Run(data.Path, "--out", data.File("results"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("Expected images of [28, 28, 1], got images of [14, 14, 1].", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Batch_of_more_images_than_there_are_is_refused()
    {
        using TemporaryFolder data = new();
        PatchImages.Write(data.Path);
        Shell.Outcome outcome = PatchRun.Run(data.Path, "--examples", "10", "--out", data.File("results"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("--batch expects at most 10, as many as there are images; got 64.", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_decide_how_long_and_on_what_networks_are_trained()
    {
        using TemporaryFolder data = new();
        PatchImages.Write(data.Path);
        IReadOnlyList<TrainingRun> plain = new DirectRun(data.Path, seeds: 2).Runs;
        Assert.Equal([3, 3, 3, 3], plain.Select(static run => run.Losses.Count));
        Assert.Equal([4, 4, 5, 5], plain.Select(static run => run.Seed));
        Assert.NotEqual(plain[0].Losses[0], plain[2].Losses[0]);
        Assert.Equal(plain[0].Losses, Losses());
        Assert.Equal(6, Losses(("--epochs", "2")).Count);
        // The first step shows what came in, the second one what was learned from it.
        Assert.NotEqual(plain[0].Losses[0], Losses(("--augment", "true"))[0]);
        IReadOnlyList<float> slower = Losses(("--lr", "1e-3"));
        Assert.Equal(plain[0].Losses[0], slower[0]);
        Assert.NotEqual(plain[0].Losses[1], slower[1]);

        IReadOnlyList<float> Losses(params (string, string)[] options) => new DirectRun(data.Path, seeds: 1, options).Runs[0].Losses;
    }

    // At such a rate weights are beyond all numbers after a few steps, and so is what layers hand on.
    [Fact]
    public void Training_that_diverges_gets_a_report_like_others()
    {
        using TemporaryFolder data = new();
        PatchImages.Write(data.Path);
        Report report = new DirectRun(data.Path, seeds: 1, ("--lr", "10"), ("--examples", "640")).Conclude();
        Assert.All(report.Figures, static figure => Assert.NotEmpty(FigurePng.Draw(figure, Theme.Light)));
    }
}
