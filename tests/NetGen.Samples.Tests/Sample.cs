using System.Diagnostics;
using System.Reflection;

namespace NetGen.Samples.Tests;

/// <summary>Programs that tests run, and the command <c>dotnet</c>.</summary>
internal static class Sample
{
    /// <summary>The command <c>dotnet</c>.</summary>
    public static string Dotnet { get; } =
        Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";

    /// <summary>Where the projects of samples lie.</summary>
    public static string Projects { get; } = Setting("Samples");

    /// <summary>What this project was built as, and with it the projects that a sample refers to: <c>Release</c> or <c>Debug</c>.</summary>
    public static string Configuration { get; } = Setting("Configuration");

    /// <summary>Runs the build of a sample that this project refers to.</summary>
    public static Task<Outcome> Run(string name, params IEnumerable<string> arguments) =>
        Execute(Dotnet, [Path.Join(AppContext.BaseDirectory, $"{name}.dll"), .. arguments]);

    /// <summary>Builds or publishes a sample as a user would, with no warning. The projects that it refers to are built already.</summary>
    public static async Task Make(string command, string name, params IEnumerable<string> options)
    {
        Outcome outcome = await Execute(
            Dotnet,
            [
                command, Path.Join(Projects, name), "-c", Configuration, "-warnaserror", "--disable-build-servers",
                "-p:BuildProjectReferences=false", "-p:RestoreRecursive=false", .. options,
            ]);
        Assert.True(outcome.ExitCode == 0, $"dotnet {command} {name}\n{outcome.Output}{outcome.Error}");
    }

    public static async Task<Outcome> Execute(string program, IEnumerable<string> arguments)
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        using Process process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> error = process.StandardError.ReadToEndAsync(stop);
        string output = await process.StandardOutput.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        return new Outcome(process.ExitCode, output, await error);
    }

    private static string Setting(string key) =>
        typeof(Sample).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == key).Value!;
}
