using NetGen.Experiments.Tests.Commands;
using NetGen.Experiments.Tests.Experiments.Images;

namespace NetGen.Experiments.Tests.Experiments.PlainAttention;

public sealed class PlainAttentionOptionTests
{
    [Theory]
    [InlineData("--epochs", "0", "--epochs expects a whole number from 1 to 1000; got '0'.")]
    [InlineData("--depth", "49", "--depth expects a whole number from 1 to 48; got '49'.")]
    [InlineData("--seeds", "0", "--seeds expects a whole number from 1")]
    public void Bad_option_is_refused_with_what_was_expected_and_what_came(string option, string value, string message)
    {
        using TemporaryFolder folder = new();
        Shell.Outcome outcome = TinyTransformers.Run("data", "--out", folder.Path, option, value);
        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Missing_set_is_an_error_that_says_how_to_get_it()
    {
        using TemporaryFolder folder = new();
        Shell.Outcome outcome = TinyTransformers.Run(folder.File("none"), "--out", folder.File("results"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith($"--data: Fashion-MNIST: expected in {folder.File("none")} the files ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("apt-get install dataset-fashion-mnist", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Part_of_another_set_is_an_error_that_names_what_is_missing()
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder.File("data_batch_1.bin"), [1]);
        Shell.Outcome outcome = TinyTransformers.Run(folder.Path, "--out", folder.File("results"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith($"--data: CIFAR-10: expected in {folder.Path} the files ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_that_cannot_be_cut_into_patches_are_refused()
    {
        using TemporaryFolder data = new();
        PatchImages.Write(data.Path, side: 14);
        Shell.Outcome outcome = TinyTransformers.Run(data.Path, "--out", data.File("results"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(
            "Expected images whose sides are multiples of 4, got images of [14, 14, 1].", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_text_is_refused()
    {
        using TemporaryFolder data = new();
        PatchImages.Write(data.Path);
        Shell.Outcome outcome = TinyTransformers.Run(data.Path, "--text", data.File("none.txt"), "--out", data.File("results"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("--text: Could not find file", outcome.Error, StringComparison.Ordinal);
    }
}
