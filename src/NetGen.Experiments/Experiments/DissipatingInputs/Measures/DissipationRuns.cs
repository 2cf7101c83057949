using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.DissipatingInputs;

/// <summary>The runs of one network: numbers of its layers over seeds.</summary>
/// <param name="Label">The name beside their lines.</param>
/// <param name="Ink">Their colour.</param>
/// <param name="Runs">One run for each seed.</param>
internal sealed record DissipationRuns(string Label, Ink Ink, IReadOnlyList<DissipationRun> Runs)
    : RunGroup<DissipationRun>(Label, Ink, Runs)
{
    public int Depth => Runs[0].Depth;

    public SeedSpread UnseenLoss => Over(static run => run.UnseenLoss);

    /// <summary>A number of a layer, counted from 1, before training.</summary>
    public SeedSpread Before(int layer, Func<DissipationRow, double> value) => Over(run => value(run.Start[layer - 1]));

    /// <summary>A number of a layer, counted from 1, after training.</summary>
    public SeedSpread After(int layer, Func<DissipationRow, double> value) => Over(run => value(run.End[layer - 1]));

    /// <summary>A number before training, as its mean over all layers from one on.</summary>
    public SeedSpread MeanFrom(int layer, Func<DissipationRow, double> value) => Over(run => run.Start.Skip(layer - 1).Average(value));

    /// <summary>What theory predicts of a layer, counted from 1, before training.</summary>
    public double Predicted(int layer, Func<DissipationRow, double?> value) => value(Runs[0].Start[layer - 1]) ?? double.NaN;

    /// <summary>A number of every layer.</summary>
    /// <param name="after">Whether after training, or before it.</param>
    /// <param name="value">What was measured.</param>
    /// <param name="predicted">What theory predicts of it at the start, where it predicts anything.</param>
    public Series ByLayer(bool after, Func<DissipationRow, double> value, Func<DissipationRow, double?>? predicted = null) =>
        Line(Enumerable.Range(1, Depth), (run, index) => value((after ? run.End : run.Start)[index]), marked: false) with
        {
            Predicted = predicted is null ? [] : Prediction(Enumerable.Range(1, Depth).Select(layer => Predicted(layer, predicted))),
        };
}
