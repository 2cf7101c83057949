using NetGen.Experiments.Measuring;
using NetGen.Experiments.Networks;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.ResidualDepth;

/// <content>What the source of this experiment says, and what became of it from each start.</content>
internal sealed partial class ResidualDepthExperiment
{
    private const double LeastExpected = 1e-3;
    private const double MostExpected = 1e-1;

    /// <summary>In which share of the steps a gradient has to be in a range to count as staying there.</summary>
    private const double Nearly = 0.95;

    private static readonly IReadOnlyList<Claim> claims =
    [
        new("\"A 50-layer MLP without residuals fails to train\".", Plain, "loss_curves", static plain => (
            !plain.Learned, $"After {Number.Count(plain.Steps, "step")} its loss over all examples is {plain.MeanLoss}; "
                + $"always answering with the mean gives {plain.LossOfMean}.")),

        new("\"Gradient norm at layer 1 drops below 1e-7 within ~100 steps (vanished).\"", Plain, "grad_norm", static plain => (
            plain.Runs.All(static run => run.VanishedAt <= 100),
            $"It does in {plain.VanishedIn}, and {plain.VanishedShare.AsPercent} of all steps are below; "
                + $"its least is {plain.LeastGradient}.")),

        new("\"Loss decreases for ~50 steps, then plateaus.\"", Plain, "loss_curves", static plain => (
            plain.Runs.All(
                static run =>
                    Around50(run) < 0.9 * run.LossOfMean && -run.LateSlope.PerStep * DeepRun.LateSteps(run.Steps) < 0.1 * Around50(run)),
            $"Around step 50 it is {plain.Over(Around50)}, the mean of ten steps; always answering with the mean gives "
                + $"{plain.LossOfMean}. {LateSlopes(plain)}")),

        new("The gradient vanishes because it is multiplied down through 50 layers.", Plain, "gradient_by_block", static plain => (
            plain.Runs.All(static run => run.Start[0].GradientNorm < 1e-3 * run.Start[^1].GradientNorm),
            $"Before training the gradient is {plain.Over(static run => run.Start[0].GradientNorm)} in the first block and "
                + $"{plain.Over(static run => run.Start[^1].GradientNorm)} in the last. "
                + $"The spread over inputs in front of the last block goes from {plain.LastSpread(after: false)} before training to "
                + $"{plain.LastSpread(after: true)} after it.")),

        new("\"With residual: the same architecture trains fine.\"", Residual, "loss_curves", static residual => (
            residual.Learned, $"After {Number.Count(residual.Steps, "step")} its loss over all examples is {residual.MeanLoss}, "
                + $"after {residual.InitialLoss} in the first step.")),

        new("\"With residual: gradient norm at layer 1 stays in [1e-3, 1e-1].\"", Residual, "grad_norm", static residual => (
            residual.Over(ExpectedShare).Min >= Nearly,
            $"It is there in {residual.Over(ExpectedShare).AsPercent} of the steps ({Number.Percent(Nearly)} at every seed would do); "
                + $"its least is {residual.LeastGradient}, its greatest {residual.Over(static run => run.GradientNorms.Max())}.")),
    ];

    /// <summary>Every claim is judged from both starts: the source's, and the one with W₂ scaled.</summary>
    private static IEnumerable<Finding> Claims(Settings settings, DeepComparison seen)
    {
        foreach (Claim claim in claims)
        {
            foreach ((string family, string option) in new[] { (GainAlone, "gain"), (Scaled(settings), "scaled") })
            {
                DeepRuns? runs = seen.Variants.SingleOrDefault(runs => runs.Label == claim.Network && runs.Family == family);
                yield return claim.Decide(
                    family,
                    runs,
                    $"It needs {useResidual.Name} both or {(claim.Network == Residual ? "true" : "false")}, "
                        + $"and {start.Name} both or {option}.");
            }
        }

        if (!settings[small])
        {
            TrainingMemory plan = TrainingMemory.Of(Residual256.Info, BatchRows(settings));
            yield return new Finding(
                "\"Hidden 256 × 4× expansion × 50 blocks is ~13M params. Should be ~50 MiB.\"", Standing.DoesNotHold,
                $"Each block has 256 · 1024 weights twice: {Residual256.Info.ParameterCount:N0} parameters, "
                    + $"{TrainingMemory.InMegabytes(plan.Parameters)} MB, and {TrainingMemory.InMegabytes(plan.Total)} MB in training.");
        }
    }

    private static double Around50(DeepRun run) => run.Losses.Take(50).TakeLast(10).Average();

    private static double ExpectedShare(DeepRun run) => run.ShareOfSteps(LeastExpected, MostExpected);

    /// <summary>The slope of the late steps, seed by seed.</summary>
    private static string LateSlopes(DeepRuns runs) =>
        $"In the last {Number.Count(DeepRun.LateSteps(runs.Steps), "step")} the loss changes by "
        + $"{string.Join(", ", runs.Runs.Select(static run => run.LateSlope))} a step"
        + (runs.Runs.Count > 1 ? ", seed by seed (± its standard error)." : " (± its standard error).");

    /// <summary>A statement of the source about one of the networks, and the measurement that decides it.</summary>
    private sealed record Claim(string Text, string Network, string Figure, Func<DeepRuns, (bool Holds, string Measured)> Measure)
    {
        public Finding Decide(string family, DeepRuns? runs, string needs)
        {
            string text = $"{Text} (Start: {family}.)";
            if (runs is null)
                return new Finding(text, Standing.NotMeasured, needs) { Figure = Figure };

            (bool holds, string measured) = Measure(runs);
            return new Finding(text, holds ? Standing.Holds : Standing.DoesNotHold, measured) { Figure = Figure };
        }
    }
}
