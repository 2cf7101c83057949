using NetGen.Experiments.Reporting;
using NetGen.Experiments.ResidualDepth;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Tests.Experiments.ResidualDepth;

/// <summary>Residual depth without files: what is planned is trained, and what follows is handed back.</summary>
internal sealed class DirectRun
{
    private static readonly ResidualDepthExperiment experiment = new();
    private readonly Settings settings;

    public DirectRun(int steps, params (string Name, string Value)[] options)
    {
        Dictionary<string, string> chosen = experiment.Options.ToDictionary(static option => option.Name, static option => option.Standard);
        foreach ((string name, string value) in options)
            chosen[name] = value;
        settings = new Settings(FirstSeed: 0, Seeds: 1, steps, Batch: 64, Folder: "", chosen);
        Runs =
        [
            .. experiment.Plan(settings).Select(static training => training.Run(static _ => { }, TestContext.Current.CancellationToken)),
        ];
    }

    public IReadOnlyList<TrainingRun> Runs { get; }

    public Report Conclude() => experiment.Conclude(settings, Runs);
}
