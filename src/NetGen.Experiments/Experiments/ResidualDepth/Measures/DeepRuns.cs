using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.ResidualDepth;

/// <summary>The runs of one variant: their numbers over seeds, and how they are shown.</summary>
/// <param name="Label">The name beside their lines.</param>
/// <param name="Family">The panel that they stand in.</param>
/// <param name="Ink">Their colour.</param>
/// <param name="Runs">One run for each seed.</param>
/// <param name="Expected">What the compiler expects of them; null where they did not start as their network is declared.</param>
internal sealed record DeepRuns(string Label, string Family, Ink Ink, IReadOnlyList<DeepRun> Runs, ExpectedBlocks? Expected = null)
    : RunGroup<DeepRun>(Label, Ink, Runs)
{
    /// <summary>What single precision, 6e-8, leaves of a spread of zero after many operations.</summary>
    private const double Rounding = 1e-6;

    /// <summary>Their name among all.</summary>
    public string Name => Family.Length > 0 ? $"{Label}, {Family}" : Label;

    public int BlockCount => Runs[0].Start.Count;

    public SeedSpread MeanLoss => Over(static run => run.MeanLoss);

    public SeedSpread FirstGradient => Over(static run => run.GradientNorms[0]);

    public SeedSpread LastGradient => Over(static run => run.GradientNorms[^1]);

    public SeedSpread LeastGradient => Over(static run => run.GradientNorms.Min());

    /// <summary>The spread of what comes into the last block.</summary>
    public SeedSpread LastSpread(bool after) => Over(run => (after ? run.End : run.Start)[^1].InputSpread);

    /// <summary>
    /// Whether the loss, after the steps they took, is below half the loss of always answering with the mean. More steps may change that.
    /// </summary>
    public bool Learned => Over(static run => run.MeanLoss / run.LossOfMean).Median < 0.5;

    /// <summary>The loss of always answering with the mean.</summary>
    public SeedSpread LossOfMean => Over(static run => run.LossOfMean);

    /// <summary>Whether the first block's gradient vanished in any run.</summary>
    public bool Vanished => Runs.Any(static run => run.VanishedAt is not null);

    /// <summary>In how many of the runs it vanished and in which steps, in words.</summary>
    public string VanishedIn
    {
        get
        {
            int[] steps = [.. Runs.Select(static run => run.VanishedAt).OfType<int>().Order()];
            string when = steps is [] ? "" : steps[0] == steps[^1] ? $", step {steps[0]}" : $", steps {steps[0]} to {steps[^1]}";
            return $"{steps.Length} of {Number.Count(Runs.Count, "seed")}{when}";
        }
    }

    /// <summary>The share of all logged steps in which the gradient is vanished.</summary>
    public SeedSpread VanishedShare => Over(static run => run.ShareOfSteps(0, DeepRun.Vanished));

    /// <summary>How many steps they took.</summary>
    public int Steps => Runs[0].Steps;

    /// <summary>
    /// By which factor the spread of what comes in changes from block to block, as a geometric mean over the blocks where it is above
    /// rounding.
    /// </summary>
    public SeedSpread SpreadFactor(bool after) => Over(run => SpreadFactor(after ? run.End : run.Start));

    /// <summary>By which factor the gradient changes from a block to the one before it, as a geometric mean over all of them.</summary>
    public SeedSpread GradientFactor(bool after) => Over(run => GradientFactor(after ? run.End : run.Start));

    /// <summary>The gradient of the first block at every step that was logged.</summary>
    public Series Gradients => Line(Runs[0].LoggedSteps, static (run, index) => run.GradientNorms[index], marked: false);

    /// <summary>By which factor dL/dz changes from a block to the one before it, as a geometric mean over all of them.</summary>
    public SeedSpread PreActivationGradientFactor =>
        Over(static run => 1 / Factor([.. run.Start.Select(static block => block.PreActivationGradientNorm)]));

    /// <summary>A number of every block.</summary>
    /// <param name="after">Whether after training, or before it.</param>
    /// <param name="value">What was measured.</param>
    /// <param name="expected">What theory expects at the start of a block, counted from 1, where it expects anything.</param>
    public Series ByBlock(bool after, Func<BlockRow, double> value, Func<int, double>? expected) =>
        Line(Enumerable.Range(1, BlockCount), (run, index) => value((after ? run.End : run.Start)[index]), marked: false) with
        {
            Predicted = expected is null ? [] : Prediction(Enumerable.Range(1, BlockCount).Select(expected)),
        };

    /// <inheritdoc cref="SpreadFactor(bool)"/>
    public static double SpreadFactor(IReadOnlyList<BlockRow> blocks) =>
        Factor([.. blocks.Select(static block => block.InputSpread).TakeWhile(static spread => spread > Rounding)]);

    /// <inheritdoc cref="GradientFactor(bool)"/>
    public static double GradientFactor(IReadOnlyList<BlockRow> blocks) =>
        1 / Factor([.. blocks.Select(static block => block.GradientNorm)]);

    private static double Factor(double[] values) =>
        values.Length > 1 ? Math.Pow(values[^1] / values[0], 1.0 / (values.Length - 1)) : double.NaN;
}
