using System.Diagnostics;

namespace NetGen.Benchmarks.FreshProcess;

/// <summary>This program, started anew.</summary>
internal static class FreshProcess
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>The numbers that it printed, one a line.</returns>
    public static double[] Run(params string[] arguments)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!, [.. Program(), .. arguments]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(static line => double.Parse(line, CultureInfo.InvariantCulture))]
            : throw new InvalidOperationException($"Expected a process that ends well, got exit code {process.ExitCode}: {output}");
    }

    // The host is the program's own, or dotnet, which wants to know the program.
    private static string[] Program() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
}
