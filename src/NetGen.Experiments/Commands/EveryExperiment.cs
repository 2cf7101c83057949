using NetGen.Experiments.Running;
using Spectre.Console;

namespace NetGen.Experiments.Commands;

/// <summary>Runs all experiments one after the other, each with its defaults, told only where its results go.</summary>
internal sealed class EveryExperiment(
    IReadOnlyList<Experiment> experiments, string folder, bool full, IAnsiConsole console, TextWriter error)
{
    /// <summary>Runs them, up to the first that fails or is stopped. Where one cannot run, none does.</summary>
    /// <returns>The exit code of the last that ran.</returns>
    public int Execute(CancellationToken stop)
    {
        ExperimentRun[] runs = [.. experiments.Select(Standard)];
        if (runs.Select(static run => run.Objection()).FirstOrDefault(static objection => objection is not null) is { } objection)
        {
            error.WriteLine(objection);
            return ExperimentRun.Failure;
        }

        for (int index = 0; index < runs.Length; index++)
        {
            console.WriteLine($"{(index == 0 ? "" : Environment.NewLine)}Experiment {index + 1} of {runs.Length}");
            int exitCode = runs[index].Execute(stop);
            if (exitCode == ExperimentRun.Success)
                continue;
            if (index + 1 < runs.Length)
                console.WriteLine($"Not run: {string.Join(", ", experiments.Skip(index + 1).Select(static left => left.Name))}.");
            return exitCode;
        }

        return ExperimentRun.Success;
    }

    private ExperimentRun Standard(Experiment experiment)
    {
        Settings settings = new(
            FirstSeed: 0, experiment.DefaultSeeds, experiment.DefaultSteps, experiment.DefaultBatch, Path.Combine(folder, experiment.Name),
            experiment.Options.ToDictionary(static option => option.Name, static option => option.Standard));
        return new ExperimentRun(experiment, settings, full, console, error);
    }
}
