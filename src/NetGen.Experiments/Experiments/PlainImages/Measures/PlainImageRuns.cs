using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.PlainImages;

/// <summary>The runs of one network: their numbers over seeds, and how they are shown.</summary>
/// <param name="Network">The network.</param>
/// <param name="Runs">One run for each seed.</param>
/// <param name="Speed">How long it takes; null where that was not measured.</param>
/// <param name="Ends">What the compiler expects of its layers.</param>
internal sealed record PlainImageRuns(ImageNetwork Network, IReadOnlyList<PlainImageRun> Runs, SpeedRow? Speed, LayerEnds Ends)
    : RunGroup<PlainImageRun>(Network.Label, Network.Way.Ink(), Runs)
{
    public PlainImageRun First => Runs[0];

    public SeedSpread Accuracy => Over(static run => run.Accuracy);

    public SeedSpread TrainLoss => Over(static run => run.TrainLoss);

    /// <summary>The share of test images that is named right, by epoch.</summary>
    public Series AccuracyByEpoch =>
        Line(Enumerable.Range(1, First.Epochs), static (run, index) => run.TestAccuracy[index], marked: true);

    /// <summary>A number of every layer.</summary>
    /// <param name="after">Whether after training, or before it.</param>
    /// <param name="value">The number, of a layer and the last one.</param>
    /// <param name="expected">What the compiler expects of it before training.</param>
    public Series ByLayer(
        bool after, Func<LayerEnd, LayerEnd, double> value, Func<ExpectedSignal, ExpectedSignal, double>? expected) => Line(
            Enumerable.Range(1, Ends.Count), (run, index) => value(run.At(after).Layers[index], run.At(after).Layers[^1]), marked: false)
        with
        {
            // What is expected is the declared start, and coders are put in behind it.
            Predicted = after || expected is null || Network.Way.Coder() is not null
                ? []
                : Prediction(Enumerable.Range(1, Ends.Count).Select(layer => expected(Ends.Expected(layer), Ends.Expected(Ends.Count)))),
            Runs = [],
        };

    /// <summary>A number of the last layer.</summary>
    public SeedSpread Last(bool after, Func<LayerEnd, double> value) => Over(run => value(run.At(after).Layers[^1]));
}
