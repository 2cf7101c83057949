using System.CommandLine;
using NetGen.Experiments.Attention;
using NetGen.Experiments.Commands;
using NetGen.Experiments.DissipatingInputs;
using NetGen.Experiments.DistantIdentity;
using NetGen.Experiments.Explore;
using NetGen.Experiments.Images;
using NetGen.Experiments.LeakySlope;
using NetGen.Experiments.PlainAttention;
using NetGen.Experiments.PlainImages;
using NetGen.Experiments.PlainNetHypothesis;
using NetGen.Experiments.ResidualDepth;
using NetGen.Experiments.SignalPropagation;
using Spectre.Console;

LastingWriter output = new(Console.Out);
Console.SetOut(output);
Console.SetError(new LastingWriter(Console.Error));
IAnsiConsole console = AnsiConsole.Console;
if (Console.IsOutputRedirected)
{
    console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No });
    console.Profile.Width = 200;
}

using EndingSignals signals = new();
ParseResult command = CommandLine
    .Create(
        [
            new DistantIdentityExperiment(),
            new ResidualDepthExperiment(),
            new DissipatingInputsExperiment(),
            new PlainNetHypothesisExperiment(),
            new SignalPropagationExperiment(),
            new ImagesExperiment(),
            new AttentionExperiment(),
            new PlainImagesExperiment(),
            new PlainAttentionExperiment(),
            new LeakySlopeExperiment(),
            new ExploreExperiment(),
        ],
        console,
        signals.Listen)
    .Parse(args);

// A command that writes files has done what it is for once they are written; of others the output is all.
bool writesFiles = command.CommandResult.Command.Options.Any(static option => option.Name == CommandLine.Out);
int exitCode = signals.ExitCode(command.Invoke(new() { ProcessTerminationTimeout = null }));
if (exitCode != 0 || writesFiles || output.Failure is not { } failure)
    return exitCode;

Console.Error.WriteLine($"The output could not be written: {failure.Message}");
return ExperimentRun.Failure;
