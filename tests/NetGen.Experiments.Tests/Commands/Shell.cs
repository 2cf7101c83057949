using System.CommandLine;
using System.Diagnostics;
using NetGen.Experiments.Commands;
using NetGen.Experiments.DistantIdentity;
using NetGen.Experiments.Running;
using Spectre.Console;

namespace NetGen.Experiments.Tests.Commands;

/// <summary>The program, called as from a command line, with what it writes.</summary>
internal static class Shell
{
    /// <summary>What starts the program as a process of its own.</summary>
    public static IReadOnlyList<string> Program { get; } =
    [
        Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
        Path.Join(AppContext.BaseDirectory, "NetGen.Experiments.dll"),
    ];

    public static Outcome Run(IReadOnlyList<Experiment> experiments, CancellationToken stop, params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = 200;
        int exitCode = CommandLine.Create(experiments, console, () => stop)
            .Parse(arguments)
            .Invoke(new InvocationConfiguration { Output = output, Error = error });
        return new Outcome(exitCode, output.ToString(), error.ToString());
    }

    public static Outcome Run(params string[] arguments) => Run([new DistantIdentityExperiment()], CancellationToken.None, arguments);

    public static void Send(string signal, Process program)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", $"{program.Id}"]);
        kill.WaitForExit();
    }

    public sealed record Outcome(int ExitCode, string Output, string Error);
}
