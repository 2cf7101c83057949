using NetGen.Experiments.Measuring;
using NetGen.Experiments.Networks;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments;

/// <content>What the source of this experiment says, and what became of it.</content>
internal sealed partial class ResidualDepth
{
    private static IEnumerable<Finding> Claims(Settings settings, DeepComparison seen)
    {
        DeepRuns? plain = seen.Variants.SingleOrDefault(static runs => runs.Label == Plain);
        DeepRuns? residual = seen.Variants.SingleOrDefault(static runs => runs.Label == Residual);

        yield return Decide("loss_curves", "\"A 50-layer MLP without residuals fails to train\".", "--use-residual both or false", plain, static plain => (
            !plain.Learned, $"Its loss over all examples ends at {plain.MeanLoss}; always answering with the mean gives {Number.Short(plain.Runs[0].LossOfMean)}."));
        yield return Decide("grad_norm", "\"Gradient norm at layer 1 drops below 1e-7 within ~100 steps (vanished).\"", "--use-residual both or false", plain, static plain => (
            plain.Runs.All(static run => run.VanishedAt <= 100),
            plain.VanishedAt is { } step ? $"It does at step {step}; its least is {plain.LeastGradient}." : $"Its least is {plain.LeastGradient}."));
        yield return Decide("loss_curves", "\"Loss decreases for ~50 steps, then plateaus.\"", "--use-residual both or false", plain, static plain => (
            plain.Runs.All(static run => run.Losses.Take(50).TakeLast(10).Average() < 0.9 * run.LossOfMean),
            $"Around step 50 it is {plain.Over(static run => run.Losses.Take(50).TakeLast(10).Average())}, the mean of ten steps; always answering with the mean gives {Number.Short(plain.Runs[0].LossOfMean)}."));
        yield return Decide("gradient_by_block", "The gradient vanishes because it is multiplied down through 50 layers.", "--use-residual both or false", plain, static plain => (
            plain.Runs.All(static run => run.Start[0].GradientNorm < 1e-3 * run.Start[^1].GradientNorm),
            $"Before training the gradient is {plain.Over(static run => run.Start[0].GradientNorm)} in the first block and {plain.Over(static run => run.Start[^1].GradientNorm)} in the last. "
                + $"The spread over inputs in front of the last block goes from {plain.LastSpread(after: false)} before training to {plain.LastSpread(after: true)} after it."));
        yield return Decide("loss_curves", "\"With residual: the same architecture trains fine.\"", "--use-residual both or true", residual, static residual => (
            residual.Learned, $"Its loss over all examples ends at {residual.MeanLoss}, after {residual.InitialLoss} in the first step."));
        yield return Decide("grad_norm", "\"With residual: gradient norm at layer 1 stays in [1e-3, 1e-1].\"", "--use-residual both or true", residual, static residual => (
            residual.Runs.All(static run => run.GradientNorms.All(static norm => norm is >= 1e-3 and <= 1e-1)),
            $"Its least is {residual.LeastGradient}, its greatest {residual.Over(static run => run.GradientNorms.Max())}."));
        if (!settings[small])
        {
            TrainingMemory plan = TrainingMemory.Of(Residual256.Info, BatchRows(settings));
            yield return new Finding(
                "\"Hidden 256 × 4× expansion × 50 blocks is ~13M params. Should be ~50 MiB.\"", Standing.DoesNotHold,
                $"Each block has 256 · 1024 weights twice: {Residual256.Info.ParameterCount:N0} parameters, {TrainingMemory.InMegabytes(plan.Parameters)} MB, and {TrainingMemory.InMegabytes(plan.Total)} MB in training.");
        }
    }

    private static Finding Decide(string figure, string claim, string needs, DeepRuns? runs, Func<DeepRuns, (bool Holds, string Measured)> measure)
    {
        if (runs is null)
            return new Finding(claim, Standing.NotMeasured, $"It needs {needs}.") { Figure = figure };

        (bool holds, string measured) = measure(runs);
        return new Finding(claim, holds ? Standing.Holds : Standing.DoesNotHold, measured) { Figure = figure };
    }
}
