using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Images;

/// <summary>The runs of one variant: their numbers over seeds, and how they are shown.</summary>
/// <param name="Label">The name beside their lines.</param>
/// <param name="Ink">Their colour.</param>
/// <param name="Network">Their network.</param>
/// <param name="Runs">One run for each seed.</param>
internal sealed record ImageRuns(string Label, Ink Ink, NetworkInfo Network, IReadOnlyList<ImageRun> Runs)
    : RunGroup<ImageRun>(Label, Ink, Runs)
{
    /// <summary>Losses are shown as means over stretches, of which there are at most so many: those of single batches are noise.</summary>
    private const int MostStretches = 100;

    /// <summary>The run that pictures are of.</summary>
    public ImageRun First => Runs[0];

    public SeedSpread Accuracy => Over(static run => run.Accuracy);

    public SeedSpread TestLoss => Over(static run => run.TestLoss);

    /// <summary>The mean loss of the last tenth of the steps.</summary>
    public SeedSpread LateLoss => Over(static run => run.Losses.TakeLast(Math.Max(1, run.Steps / 10)).Average());

    public Series AccuracyByEpoch => Line(First.Epochs, static run => run.Epochs, marked: true);

    public Series GlancesByEpoch => Line(First.Glances, static run => run.Glances, marked: false);

    public Series MeanLosses
    {
        get
        {
            int stretch = (First.Steps + MostStretches - 1) / MostStretches;
            return Line(
                Enumerable.Range(1, First.Steps / stretch).Select(end => end * stretch),
                (run, index) => run.Losses.Skip(index * stretch).Take(stretch).Average(),
                marked: false);
        }
    }

    /// <summary>A number of every layer that has it.</summary>
    /// <param name="after">Whether after training, or before it.</param>
    /// <param name="value">The number.</param>
    /// <param name="expected">What the compiler expects of a layer before training.</param>
    public Series ByLayer(bool after, Func<LayerRow, double> value, Func<LayerInfo, double> expected)
    {
        int[] known = [.. First.Start.Where(row => !double.IsNaN(value(row))).Select(static row => row.Layer)];
        return Line(known, (run, index) => value((after ? run.End : run.Start)[known[index] - 1]), marked: true) with
        {
            Label = after ? "after training" : "before training",
            Ink = after ? Ink.Blue : Ink.Vermillion,
            Dashed = !after,
            Predicted = after ? [] : [.. known.Select(Expected).Where(static point => !double.IsNaN(point.Y))],
        };

        Point Expected(int layer) => Point.At(layer, expected(Network.Layers[layer - 1]));
    }

    private Series Line(IReadOnlyList<Check> places, Func<ImageRun, IReadOnlyList<Check>> checks, bool marked) => new(
        Label, Ink, [.. places.Select((place, index) => Point.Over(place.Epoch, Runs.Select(run => checks(run)[index].Accuracy)))])
    {
        Marked = marked,
        Runs = Runs.Count > 1
            ? [.. Runs.Select(run => (IReadOnlyList<double>)[.. checks(run).Select(static check => check.Accuracy)])]
            : [],
    };
}
