using System.Runtime.InteropServices;
using NetGen.Experiments;
using NetGen.Experiments.Commands;
using Spectre.Console;

IAnsiConsole console = AnsiConsole.Console;
if (Console.IsOutputRedirected)
{
    console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No });
    console.Profile.Width = 200;
}

using CancellationTokenSource stop = new();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return CommandLine
    .Create([new DistantIdentity(), new ResidualDepth(), new DissipatingInputs(), new PlainNetHypothesis(), new SignalPropagation()], console, stop.Token)
    .Parse(args)
    .Invoke(new() { ProcessTerminationTimeout = null });

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
