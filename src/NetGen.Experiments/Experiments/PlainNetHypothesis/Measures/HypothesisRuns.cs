using NetGen.Experiments.Data;
using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>The runs of one variant over seeds.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Runs">One run for each seed.</param>
/// <param name="Microseconds">How long a step takes, for each seed.</param>
internal sealed record HypothesisRuns(HypothesisVariant Variant, IReadOnlyList<HypothesisRun> Runs, IReadOnlyList<double> Microseconds)
    : RunGroup<HypothesisRun>(Variant.Label, Variant.Ink, Runs)
{
    /// <summary>The loss of an answer that is always zero, E[y²] for y ~ U(-1, 1).</summary>
    public const double LossOfZero = Uniform.Variance;

    public SeedSpread UnseenLoss => Over(static run => run.UnseenLoss);

    /// <summary>The mean loss of the last tenth of the steps.</summary>
    public SeedSpread TrainLoss => Over(static run => run.TrainLoss);

    /// <summary>What the coder loses after training; for networks that have one.</summary>
    public SeedSpread CoderError => Over(static run => run.CoderError ?? double.NaN);

    public SeedSpread StepMicroseconds => SeedSpread.Of(Microseconds);

    /// <summary>Its name among all.</summary>
    public string Name => Variant.Coder is null ? Label : $"PNNH, {Label}";

    public long Parameters => Runs[0].Parameters;

    public long SharedParameters => Runs[0].SharedParameters;

    /// <summary>
    /// How many times as long a step takes as a step of another network, seed by seed: the networks of a seed took turns.
    /// </summary>
    public SeedSpread SlowerThan(HypothesisRuns other) =>
        SeedSpread.Of(Microseconds.Zip(other.Microseconds, static (own, others) => own / others));

    /// <summary>
    /// Whether it trains in the steps it had: every seed ends, on unseen vectors, below half the loss of always answering with zeros.
    /// </summary>
    // A loss that is no number is below nothing.
    public bool Trains => Runs.All(static run => run.UnseenLoss < LossOfZero / 2);
}
