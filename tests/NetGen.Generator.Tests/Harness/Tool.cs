using System.Diagnostics;

namespace NetGen.Generator.Tests;

/// <summary>A program beside the tests, run in a process of its own.</summary>
internal static class Tool
{
    /// <param name="name">Its name.</param>
    /// <param name="arguments">What it is given.</param>
    /// <param name="setting">A variable of its environment, <c>name=value</c>.</param>
    /// <returns>The lines that it wrote.</returns>
    public static async Task<string[]> Run(string name, string[] arguments, string? setting = null)
    {
        string program = Path.Combine(AppContext.BaseDirectory, $"{name}.dll");
        ProcessStartInfo start = new("dotnet", [program, .. arguments]) { RedirectStandardOutput = true };
        if (setting?.Split('=') is [var variable, var value])
            start.Environment[variable] = value;
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
