using NetGen.Experiments.Images;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Tests.Experiments.Images;

/// <summary>The experiment on a few small images, without files: what is planned is trained, and what follows is handed back.</summary>
internal sealed class DirectRun
{
    private static readonly ImagesExperiment experiment = new();
    private readonly Settings settings;

    public DirectRun(string data, int seeds, params (string Name, string Value)[] options)
    {
        Dictionary<string, string> chosen = experiment.Options.ToDictionary(static option => option.Name, static option => option.Standard);
        foreach ((string name, string value) in options.Prepend(("--epochs", "1")).Prepend(("--examples", "100")).Prepend(("--data", data)))
            chosen[name] = value;
        settings = new Settings(FirstSeed: 4, seeds, Steps: 1, Batch: 32, Folder: "", chosen);
        Runs =
        [
            .. experiment.Plan(settings).Select(static training => training.Run(static _ => { }, TestContext.Current.CancellationToken)),
        ];
    }

    public IReadOnlyList<TrainingRun> Runs { get; }

    public Report Conclude() => experiment.Conclude(settings, Runs);
}
