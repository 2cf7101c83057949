using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Measuring;

/// <summary>The runs of one network in one set-up: their numbers over seeds, and how they are shown.</summary>
/// <param name="Label">The name beside their lines.</param>
/// <param name="Ink">Their colour.</param>
/// <param name="Runs">One run for each seed.</param>
internal record RunGroup<TRun>(string Label, Ink Ink, IReadOnlyList<TRun> Runs)
    where TRun : TrainingRun
{
    /// <summary>Whether their lines are dashed.</summary>
    public bool Dashed { get; init; }

    public SeedSpread InitialLoss => Over(static run => run.InitialLoss);

    public SeedSpread FinalLoss => Over(static run => run.FinalLoss);

    /// <summary>What lines and bands of a figure stand for.</summary>
    public string LinesAndBands =>
        Runs.Count > 1 ? $"Lines: median of {Runs.Count} seeds; bands: the middle half; thin lines: single seeds." : "One seed.";

    public SeedSpread Over(Func<TRun, double> value) => SeedSpread.Of(Runs.Select(value));

    /// <summary>The loss of every step.</summary>
    public Series Losses => Line(Enumerable.Range(1, Runs[0].Steps), static (run, index) => run.Losses[index], marked: false);

    /// <summary>The same as means over so many stretches of steps, for losses of single batches that are noise.</summary>
    public Series LossesOver(int stretches)
    {
        int stretch = Math.Max(1, Runs[0].Steps / stretches);
        return Line(
            Enumerable.Range(1, Runs[0].Steps / stretch).Select(end => end * stretch),
            (run, index) => run.Losses.Skip(index * stretch).Take(stretch).Average(),
            marked: false);
    }

    /// <summary>What theory expects at places, from 1 on. A place for which it has no number is left out.</summary>
    public static IReadOnlyList<Point> Prediction(IEnumerable<double> values) =>
        [.. values.Select(static (value, index) => Point.At(index + 1, value)).Where(static point => !double.IsNaN(point.Y))];

    /// <summary>A line through places, with a value for each place of each run.</summary>
    public Series Line(IEnumerable<int> places, Func<TRun, int, double> value, bool marked) => new(
        Label, Ink, [.. places.Select((place, index) => Point.Over(place, Runs.Select(run => value(run, index))))])
    {
        Dashed = Dashed,
        Marked = marked,
        Runs = Runs.Count > 1 ? [.. Runs.Select(run => (IReadOnlyList<double>)[.. places.Select((_, index) => value(run, index))])] : [],
    };
}
