using System.Globalization;
using NetGen.Experiments.Tests;

namespace NetGen.Samples.Tests;

public sealed class MicroGptTests
{
    [Fact]
    public async Task Loss_falls()
    {
        (_, string output, _) = await Run("--steps", "500");

        double[] losses = [.. Rows(output).Select(static row => double.Parse(row[1], CultureInfo.InvariantCulture))];
        Assert.Equal(10, losses.Length);
        Assert.InRange(losses[0], 2.5, Math.Log(27));
        Assert.InRange(losses[^1], 2, losses[0] - 0.2);
    }

    [Fact]
    public async Task It_writes_twenty_new_names_and_the_same_again()
    {
        (int exitCode, string output, string error) = await Run("--steps", "300", "--seed", "7");

        Assert.Equal((0, ""), (exitCode, error));
        string[] names = NewWords(output);
        Assert.Equal(20, names.Length);
        Assert.Distinct(names);
        Assert.All(names, static name => Assert.Matches("^[a-z]{1,16}$", name));
        Assert.Equal(names, NewWords((await Run("--steps", "300", "--seed", "7")).Output));
    }

    [Fact]
    public async Task It_reads_other_words_and_says_what_it_leaves_out()
    {
        using TemporaryFolder folder = new();
        string words = folder.File("words.txt");
        await File.WriteAllTextAsync(
            words, "Anna\r\n\r\nanna\r\n  otto\r\nJosé\r\nMary Ann\r\nhippopotomonstrosesquippedaliophobia\r\n",
            TestContext.Current.CancellationToken);

        string output = (await Run("--text", words, "--steps", "2000")).Output;

        Assert.Contains("learn from 3 words", output, StringComparison.Ordinal);
        Assert.Contains("2 more are left out, because they have other letters than a to z.", output, StringComparison.Ordinal);
        Assert.Contains("Written as well, but not new: ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--steps", "0", "--steps expects a whole number from 1 to 100000000; got '0'.")]
    [InlineData("--seed", "one", "--seed expects a whole number from 0 to 2147483647; got 'one'.")]
    [InlineData("--text", "nowhere.txt", "--text expects a file with words of the letters a to z; got 'nowhere.txt'. Could not find file")]
    public async Task What_is_wrong_is_refused_with_what_was_expected(string option, string given, string message)
    {
        (int exitCode, string output, string error) = await Run(option, given);

        Assert.Equal(1, exitCode);
        Assert.StartsWith(message, error, StringComparison.Ordinal);
        Assert.DoesNotContain("parameters", output, StringComparison.Ordinal);
    }

    private static string[][] Rows(string output) =>
    [
        .. output.Split('\n')
            .SkipWhile(static line => !line.Contains("µs a step", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(static line => line.Length > 0)
            .Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
    ];

    private static string[] NewWords(string output) =>
    [
        .. output.Split('\n')
            .SkipWhile(static line => !line.EndsWith("new words:", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(static line => line.Length > 0)
            .SelectMany(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
    ];

    private static Task<Outcome> Run(params string[] arguments) => Sample.Run("MicroGpt", arguments);
}
