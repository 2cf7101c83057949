using NetGen.Experiments.Attention;
using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.PlainAttention;

/// <summary>The runs of one variant on images or on text.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Runs">One run for each seed.</param>
/// <param name="Microseconds">How long a step takes, for each seed.</param>
internal sealed record PlainRuns(PlainVariant Variant, IReadOnlyList<PlainRun> Runs, IReadOnlyList<double> Microseconds)
    : RunGroup<PlainRun>(Variant.Label, Variant.Ink, Runs)
{
    /// <summary>Losses are shown as means over stretches, of which there are at most so many: those of single batches are noise.</summary>
    private const int MostStretches = 40;

    public NetworkInfo Info => Runs[0].Info;

    public int Blocks => Runs[0].Declared.Depth;

    public SeedSpread Score => Over(static run => run.Score);

    public SeedSpread LateLoss => Over(static run => run.LateLoss);

    public SeedSpread StepMicroseconds => SeedSpread.Of(Microseconds);

    /// <summary>The training loss.</summary>
    public Series MeanLosses => Line(
        Enumerable.Range(1, Runs[0].Steps / Stretch).Select(end => end * Stretch), (run, index) => MeanLoss(run, index), marked: false);

    private int Stretch => (Runs[0].Steps + MostStretches - 1) / MostStretches;

    /// <summary>A number of every stage of the stream.</summary>
    public Series ByStage(bool end, Func<StageRow, double> value) => Line(
        Enumerable.Range(0, 2 * Blocks + 1), (run, stage) => value(run.Seen.At(end).Stages[stage]), marked: true);

    /// <summary>How sharp heads are, block by block.</summary>
    public Series Entropy(bool end) =>
        Line(Enumerable.Range(1, Blocks), (run, block) => run.Entropy(end)[block], marked: true);

    /// <summary>What the coder loses at the stages from which the stream goes past a part through it.</summary>
    public Series Lost(bool end)
    {
        int[] coded = [.. Enumerable.Range(0, 2 * Blocks).Where(stage => Runs[0].Declared.At(stage) == Around.Coder)];
        return Line(coded, (run, index) => run.Lost(end)[coded[index]]!.Value, marked: true);
    }

    /// <summary>The mean of that over all these stages.</summary>
    public SeedSpread MeanLost(bool end) => Over(run => run.Lost(end).OfType<double>().Average());

    /// <summary>A number behind the last part.</summary>
    public SeedSpread AtLast(bool end, Func<StageRow, double> value) => Over(run => value(run.Seen.At(end).Stages[^1]));

    /// <summary>The mean share of the entropy of looking everywhere alike, over all heads.</summary>
    public SeedSpread MeanEntropy(bool end) => Over(run => run.Entropy(end).Average());

    /// <summary>The gradient that arrives in front of the first block, over the one behind the last.</summary>
    public SeedSpread GradientAtFirst(bool end) => Over(run =>
        run.Seen.At(end).Stages[0].Gradient / run.Seen.At(end).Stages[^1].Gradient);

    /// <summary>A number of its run beside that of another, seed by seed.</summary>
    public SeedSpread Beside(PlainRuns other, Func<PlainRun, PlainRun, double> value) => SeedSpread.Of(Runs.Zip(other.Runs, value));

    /// <summary>How many times as long a step takes as a step of another, seed by seed: the networks of a seed took turns.</summary>
    public SeedSpread SlowerThan(PlainRuns other) =>
        SeedSpread.Of(Microseconds.Zip(other.Microseconds, static (own, others) => own / others));

    /// <summary>
    /// How many times as many steps it takes as another one to the loss at which it ends: its steps, over those behind which the mean loss
    /// of a stretch of the other is first as low. Where that is never so, it is 1.
    /// </summary>
    public SeedSpread StepsOver(PlainRuns other) => Beside(other, (own, others) =>
    {
        int stretches = own.Steps / Stretch;
        int reached = Enumerable.Range(0, stretches).FirstOrDefault(stretch => MeanLoss(others, stretch) <= own.LateLoss, stretches - 1);
        return (double)stretches / (reached + 1);
    });

    private double MeanLoss(PlainRun run, int stretch) => run.Losses.Skip(stretch * Stretch).Take(Stretch).Average();
}
