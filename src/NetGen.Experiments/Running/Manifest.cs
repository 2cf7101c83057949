using System.Reflection;

namespace NetGen.Experiments.Running;

/// <summary>How results came about, and which files hold them: <c>manifest.json</c>.</summary>
internal sealed record Manifest(
    string Experiment,
    string Command,
    IReadOnlyDictionary<string, string> Options,
    IReadOnlyList<int> Seeds,
    int PlannedRuns,
    int FinishedRuns,
    IReadOnlyDictionary<string, string> Versions,
    MachineInfo Machine,
    DateTimeOffset Started,
    double TrainingSeconds,
    IReadOnlyList<string> Files)
{
    /// <summary>The manifest of a run whose files are still to be written. It leaves out the folder: results do not depend on it.</summary>
    public static Manifest Of(
        Experiment experiment,
        Settings settings,
        int planned,
        IReadOnlyList<TrainingRun> runs,
        DateTimeOffset started,
        TimeSpan training)
    {
        Dictionary<string, string> options = new(settings.Options)
        {
            ["--seed"] = $"{settings.FirstSeed}",
            ["--seeds"] = $"{settings.Seeds}",
        };
        if (experiment.TakesSteps)
            options["--steps"] = $"{settings.Steps}";
        options["--batch"] = $"{settings.Batch}";
        foreach (IdleOption idle in experiment.Idle(settings))
            options.Remove(idle.Name);
        return new Manifest(
            experiment.Name,
            string.Join(
                ' ',
                [
                    experiment.Name,
                    .. settings.Arguments.Select(static argument => $"'{argument}'"),
                    .. options.Select(static option => $"{option.Key} {option.Value}"),
                ]),
            options,
            [.. runs.Select(static run => run.Seed).Distinct()],
            planned,
            runs.Count,
            new Dictionary<string, string>
            {
                ["NetGen"] = typeof(INetwork).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
                [".NET"] = Environment.Version.ToString(),
            },
            MachineInfo.Here,
            started,
            Math.Round(training.TotalSeconds, 3),
            []);
    }
}
