using NetGen.Experiments.Running;
using Spectre.Console;

namespace NetGen.Experiments.Commands;

/// <summary>Runs all experiments one after the other, each as it runs when it is told nothing but where its results go.</summary>
internal sealed class EveryExperiment(IReadOnlyList<Experiment> experiments, string folder, IAnsiConsole console, TextWriter error)
{
    /// <summary>Runs them, up to the first that fails or is stopped.</summary>
    /// <returns>The exit code of the last that ran.</returns>
    public int Execute(CancellationToken stop)
    {
        for (int index = 0; index < experiments.Count; index++)
        {
            Experiment experiment = experiments[index];
            console.WriteLine($"{(index == 0 ? "" : Environment.NewLine)}Experiment {index + 1} of {experiments.Count}");
            Settings settings = new(
                FirstSeed: 0, experiment.DefaultSeeds, experiment.DefaultSteps, experiment.DefaultBatch, Path.Combine(folder, experiment.Name),
                experiment.Options.ToDictionary(static option => option.Name, static option => option.Standard));
            int exitCode = new ExperimentRun(experiment, settings, console, error).Execute(stop);
            if (exitCode == 0)
                continue;
            if (index + 1 < experiments.Count)
                console.WriteLine($"Not run: {string.Join(", ", experiments.Skip(index + 1).Select(static left => left.Name))}.");
            return exitCode;
        }

        return 0;
    }
}
