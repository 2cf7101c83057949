using System.Diagnostics;

namespace NetGen.Package.Tests;

/// <summary>The command <c>dotnet</c>.</summary>
internal static class Dotnet
{
    /// <summary>Runs it, and fails the test if it fails.</summary>
    /// <returns>What it writes.</returns>
    public static async Task<string> Run(string folder, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        (int exitCode, string output) = await TryRun(folder, arguments, environment);
        Assert.True(exitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{output}");
        return output;
    }

    public static async Task<(int ExitCode, string Output)> TryRun(
        string folder, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output.Trim());
    }
}
