using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.ResidualDepth;

/// <content>What follows from finished runs.</content>
internal sealed partial class ResidualDepthExperiment
{
    private const string Title = "Residual depth";

    public override Report Conclude(Settings settings, IReadOnlyList<TrainingRun> runs)
    {
        IReadOnlyList<DeepVariant> variants = Variants(settings);
        DeepComparison seen = new([.. variants.Select(variant => variant.Of(runs.Cast<DeepRun>()))]);
        DepthStudy? chosen = ChosenStudy(settings);
        return new Report(
            chosen is null ? Title : $"{Title}: {chosen.Name}",
            chosen is null ? Question : chosen.Question,
            $"{seen.Outcome} ({Number.Count(settings.Seeds, "seed")}.)",
            SetupTable(variants),
            [Results(seen), Expected(seen), Memory(settings, variants, seen)],
            [
                BlockFigures.Losses(seen.Variants),
                BlockFigures.FirstGradient(seen.Variants),
                BlockFigures.InputSpread(seen.Variants),
                BlockFigures.PreActivationGradients(seen.Variants),
                BlockFigures.BlockGradients(seen.Variants),
            ],
            [.. chosen is null ? Claims(settings, seen) : chosen.Findings(seen)],
            [
                $"Task: y = sin(3 x₁) cos(3 x₂) for {WaveTask.Examples:N0} examples with x uniform on (-1, 1)², shuffled anew each "
                    + $"epoch. Training: Adam, {Number.Count(settings.Steps, "step")} of {settings.Batch} examples, "
                    + (settings.Seeds == 1
                        ? $"seed {settings.FirstSeed}."
                        : $"seeds {settings.FirstSeed} to {settings.FirstSeed + settings.Seeds - 1}."),
                "Weights of blocks start normal with a standard deviation of gain / sqrt(fan_in), the last ones of each block times the "
                    + "W₂ scale; the first Linear has gain 1, the head 0.1. Biases start at 0. "
                    + "Gain alone is the start that the source asks for, Kaiming's with the gain of GELU.",
                "Choices of this run, on which the source is silent: the task above, Adam and its learning rate, batches, the factor on "
                    + "the head, and W₂ scaled by 1/√50 in the other start, as deep residual networks often have it. "
                    + $"Each training runs on one thread, as the source has it; here {TrainingsAtOnce(settings)} ran side "
                    + "by side, which changes no number.",
                "Loss: mean squared error. Loss at the start and at the end: the first and the last batch, before its update. "
                    + "Loss over all: over all training examples, after the last step. "
                    + "To have learned is to be, then, below half the loss of always answering with the mean: "
                    + "what has not learned in so many steps may learn in more.",
                "Layer-1 gradient: the Frobenius norm of dL/dW of the first weight in the first block. "
                    + "It has vanished where it is below 1e-7.",
                "Expected, predicted: what the compiler knows of the declared start by the theory of wide networks; "
                    + "where an option makes the weights of a variant start otherwise, there is none. "
                    + "The theory takes inputs at right angles, as independent long vectors are; of two numbers, any two point any way.",
                "Spread over inputs: the standard deviation over examples of what comes into a block, divided by its root mean square.",
                SeedSpread.Convention,
                "Memory allocated counts what the start throws away again, too. losses.json and grad_norms.json hold the curves of the "
                    + "first seed, results.json every run. Beside each figure lie its data as JSON.",
            ])
        {
            Leads = ["loss_curves", "grad_norm"],
            Passages = [.. chosen is null ? Answers(settings, variants, seen) : [new Passage("What was seen", chosen.Seen(seen))]],
        };
    }

    private static Table SetupTable(IReadOnlyList<DeepVariant> variants) => new(
        "Set-up",
        ["variant", "network", "parameters", "learning rate", "gain", "W₂ scale"],
        [
            .. variants.Select(static variant => new[]
            {
                variant.Name, variant.Network.Name, $"{variant.Network.ParameterCount:N0}",
                Number.Short(variant.Start.LearningRate), Number.Short(variant.Start.Gain), Number.Short(variant.Start.LastScale),
            }),
        ]);

    private static Table Results(DeepComparison seen) => new(
        "Results",
        [
            "variant", "loss at the start", "loss at the end", "loss over all", "layer-1 gradient, first step", "last step", "vanished",
            "spread, last block, before", "after",
        ],
        [
            .. seen.Variants.Select(static runs => new[]
            {
                runs.Name, $"{runs.InitialLoss}", $"{runs.FinalLoss}", $"{runs.MeanLoss}", $"{runs.FirstGradient}", $"{runs.LastGradient}",
                runs.VanishedIn, $"{runs.LastSpread(after: false)}", $"{runs.LastSpread(after: true)}",
            }),
        ]);

    /// <summary>What the compiler expects of the declared starts, and what was measured of them.</summary>
    private static Table Expected(DeepComparison seen) => new(
        "Expected by the compiler, and measured before training",
        ["variant", "dL/dz from a block to the one before, expected", "measured", "spread, last block, expected", "measured"],
        [
            .. seen.Variants.Select(static runs => new[]
            {
                runs.Name, Known(runs.Expected?.GradientFactor), Known(runs.PreActivationGradientFactor),
                Known(runs.Expected?.InputSpread(runs.BlockCount)), Known(runs.LastSpread(after: false)),
            }),
        ]);

    private static string Known(double? value) => value is { } known ? Known(new SeedSpread(known, known, known, known)) : "-";

    /// <summary>With three decimals: fifty factors near 1 make a product that is not.</summary>
    private static string Known(SeedSpread spread) =>
        double.IsNaN(spread.Min) ? "-"
        : spread.Min == spread.Max ? FormattableString.Invariant($"{spread.Median:0.000}")
        : FormattableString.Invariant($"{spread.Median:0.000} [{spread.Min:0.000}, {spread.Max:0.000}]");

    private static Table Memory(Settings settings, IReadOnlyList<DeepVariant> variants, DeepComparison seen) => new(
        "Memory, in MB",
        ["network", "parameters", "gradients", "Adam's moments", "activations", "planned", "allocated"],
        [
            .. from pair in variants.Zip(seen.Variants).DistinctBy(static pair => pair.First.Network.Name)
               let plan = TrainingMemory.Of(pair.First.Network, BatchRows(settings))
               select new[]
               {
                   plan.Network, TrainingMemory.InMegabytes(plan.Parameters), TrainingMemory.InMegabytes(plan.Gradients),
                   TrainingMemory.InMegabytes(plan.Moments),
                   TrainingMemory.InMegabytes(plan.Activations), TrainingMemory.InMegabytes(plan.Total),
                   TrainingMemory.InMegabytes(pair.Second.Runs[0].AllocatedBytes),
               },
        ]);
}
