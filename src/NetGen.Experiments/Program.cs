using System.Runtime.InteropServices;
using NetGen.Experiments;
using NetGen.Experiments.Commands;
using Spectre.Console;

if (Console.IsOutputRedirected)
    AnsiConsole.Profile.Width = 200;

using CancellationTokenSource stop = new();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return CommandLine
    .Create([new DistantIdentity()], AnsiConsole.Console, Console.Out, stop.Token)
    .Parse(args)
    .Invoke(new() { ProcessTerminationTimeout = null });

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
