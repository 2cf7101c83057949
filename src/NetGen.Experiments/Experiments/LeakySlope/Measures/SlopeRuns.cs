using NetGen.Experiments.Data;
using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.LeakySlope;

/// <summary>The runs of one network over seeds.</summary>
/// <param name="Declared">The network.</param>
/// <param name="Runs">One run for each seed.</param>
internal sealed record SlopeRuns(SlopeNetwork Declared, IReadOnlyList<SlopeRun> Runs)
    : RunGroup<SlopeRun>(Declared.Label, Declared.Ink, Runs)
{
    /// <summary>Losses of images are shown as means over so many stretches of steps: those of single batches are noise.</summary>
    private const int Stretches = 30;

    /// <summary>With ten classes, this is five times what guessing reaches.</summary>
    public const double Known = 0.5;

    public SeedSpread TrainLoss => Over(static run => run.TrainLoss);

    public SeedSpread UnseenLoss => Over(static run => run.UnseenLoss);

    public SeedSpread Accuracy => Over(static run => run.TestAccuracy ?? double.NaN);

    public SeedSpread StepMicroseconds => Over(static run => run.StepMicroseconds);

    public long Parameters => Runs[0].Parameters;

    /// <summary>How alike inputs are in front of the last layer, at the start.</summary>
    public SeedSpread LastCosine => Over(static run => run.Layers[^1].Cosine);

    /// <summary>The same as the compiler expects it.</summary>
    public double? ExpectedCosine => Runs[0].Layers[^1].Expected;

    /// <summary>
    /// Whether it has learned in the steps it had, with every seed: half of the images are named right, or the loss over unseen vectors is
    /// below half of that of an answer of zeros.
    /// </summary>
    public bool Trains =>
        Declared.Task.IsIdentity ? UnseenLoss.Max < Uniform.Variance / 2 : Accuracy.Min > Known;

    /// <summary>What tells how well it does.</summary>
    public string Outcome => Declared.Task.IsIdentity ? $"{UnseenLoss}" : Accuracy.AsPercent;

    /// <summary>Whether it does better than another, as a median over seeds.</summary>
    public bool Beats(SlopeRuns other) => Declared.Task.IsIdentity
        ? UnseenLoss.Median < other.UnseenLoss.Median
        : Accuracy.Median > other.Accuracy.Median;

    /// <summary>Whether it does as well as others, or better. What ended in no number does not.</summary>
    public bool IsAsGoodAs(SlopeRuns other) => Declared.Task.IsIdentity
        ? UnseenLoss.Median <= other.UnseenLoss.Median
        : Accuracy.Median >= other.Accuracy.Median;

    /// <summary>The loss by step.</summary>
    public Series Curve => Declared.Task.IsIdentity ? Losses : LossesOver(Stretches);

    /// <summary>How alike inputs are behind every layer, at the start, beside what is expected.</summary>
    public Series Cosines => Line(
        Enumerable.Range(1, Runs[0].Layers.Count), static (run, index) => run.Layers[index].Cosine, marked: false) with
    {
        Predicted = Prediction(Runs[0].Layers.Select(static layer => layer.Expected ?? double.NaN)),
    };
}
