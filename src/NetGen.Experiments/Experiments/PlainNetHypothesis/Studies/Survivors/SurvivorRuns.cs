using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>The looks at one network over seeds.</summary>
/// <param name="Activation">The activation of its layers.</param>
/// <param name="Network">Whether it is plain or residual.</param>
/// <param name="Runs">One look for each seed.</param>
internal sealed record SurvivorRuns(SurvivingActivation Activation, string Network, IReadOnlyList<SurvivorRun> Runs)
    : RunGroup<SurvivorRun>(Activation.Name, Activation.Ink, Runs)
{
    /// <summary>Its name among all.</summary>
    public string Name => $"{Label}, {Network}";

    public int Depth => Runs[0].Layers.Count;

    /// <summary>How many neurons survive less often than their bounds say.</summary>
    public int Violations(SurvivorShare share) => Runs.Sum(run => run.Layers.Sum(row => share.Of(row).Violations));

    /// <summary>A number of the last layer.</summary>
    public SeedSpread Last(Func<SurvivorRow, double> value) => Over(run => value(run.Layers[^1]));

    /// <summary>A number, as its mean over all layers.</summary>
    public SeedSpread Mean(Func<SurvivorRow, double> value) => Over(run => run.Layers.Average(value));

    /// <summary>A number of every layer.</summary>
    public Series ByLayer(Func<SurvivorRow, double> value) =>
        Line(Enumerable.Range(1, Depth), (run, index) => value(run.Layers[index]), marked: false);
}
