using System.Diagnostics;

namespace NetGen.Experiments.Tests.Commands;

/// <summary>What a command tells while it works is not what it works for: where that cannot be written, it goes on.</summary>
public sealed class LostOutputTests
{
    private const string FullDisk = "/dev/full";

    [Theory]
    [InlineData("distant-identity", "--setup", "fair", "--seeds", "1", "--steps", "1")]
    [InlineData("step", "ResMLP", "--batch", "1")]
    public void Command_writes_its_files_though_its_output_is_lost(params string[] arguments)
    {
        using TemporaryFolder folder = new();
        (int exitCode, string error) = Run("> /dev/full", [.. arguments, "--out", folder.File("out")]);
        Assert.Equal((0, ""), (exitCode, error));
        Assert.True(File.Exists(folder.File("out")) || File.Exists(folder.File("out/report.html")));
    }

    [Theory]
    [InlineData("list")]
    [InlineData("inspect", "ResMLP", "--graph", "dot")]
    public void Command_that_is_for_its_output_says_that_it_is_lost(params string[] arguments)
    {
        (int exitCode, string error) = Run("> /dev/full", arguments);
        Assert.Equal(1, exitCode);
        Assert.StartsWith("The output could not be written: ", Assert.Single(error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void Message_that_is_lost_is_no_reason_to_crash() =>
        Assert.Equal((1, ""), Run("> /dev/full 2> /dev/full", "distant-identity", "--seeds", "0"));

    private static (int ExitCode, string Error) Run(string redirection, params string[] arguments)
    {
        Assert.SkipUnless(File.Exists(FullDisk), "There is no device here that is a full disk.");
        using Process program = Process.Start(
            new ProcessStartInfo("sh", ["-c", $"exec \"$@\" {redirection}", "sh", .. Shell.Program, .. arguments])
            {
                RedirectStandardError = true,
            })!;
        string error = program.StandardError.ReadToEnd();
        program.WaitForExit();
        return (program.ExitCode, error);
    }
}
