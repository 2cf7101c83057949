using NetGen.Experiments.Tests.Commands;
using NetGen.Experiments.Tests.Experiments.Images;

namespace NetGen.Experiments.Tests.Experiments.Attention;

public sealed class AttentionOptionTests
{
    [Theory]
    [InlineData("--epochs", "0", "--epochs expects a whole number from 1 to 1000; got '0'.")]
    [InlineData("--steps", "0", "--steps expects a whole number from 1 to 1000000; got '0'.")]
    [InlineData("--lr", "fast", "--lr expects a number from 1E-06 to 10; got 'fast'.")]
    [InlineData("--text", " ", "--text expects the path of a file; got ' '.")]
    public void Bad_option_is_refused_with_what_was_expected_and_what_came(string option, string value, string message)
    {
        using TemporaryFolder folder = new();
        Shell.Outcome outcome = SmallTransformers.Run("data", "--out", folder.Path, option, value);
        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Missing_set_is_an_error_that_says_how_to_get_it()
    {
        using TemporaryFolder folder = new();
        Shell.Outcome outcome = SmallTransformers.Run(folder.File("none"), "--out", folder.File("results"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("--data: Fashion-MNIST: ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_text_is_refused() => Refuses("none.txt", text: null, "Could not find file");

    [Fact]
    public void Text_that_is_too_short_to_hold_some_of_it_out_is_refused() =>
        Refuses("short.txt", new string('a', 18_000), "Expected a text of at least 18497 characters, got 18000.");

    private static void Refuses(string name, string? text, string reason)
    {
        using TemporaryFolder data = new();
        PatchImages.Write(data.Path);
        if (text is not null)
            File.WriteAllText(data.File(name), text);
        Shell.Outcome outcome = SmallTransformers.Run(data.Path, "--text", data.File(name), "--out", data.File("results"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith($"--text: {reason}", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(data.File("results")));
    }
}
