using NetGen.Experiments.Data;
using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.ResidualDepth;

/// <content>The five questions that the source of this experiment ends with, answered by the numbers of the run.</content>
internal sealed partial class ResidualDepthExperiment
{
    private static IEnumerable<Passage> Answers(Settings settings, IReadOnlyList<DeepVariant> variants, DeepComparison seen)
    {
        DeepRuns[] plain = [.. seen.Variants.Where(static runs => runs.Label == Plain)];
        DeepRuns[] residual = [.. seen.Variants.Where(static runs => runs.Label == Residual)];
        if (plain.Length > 0)
        {
            yield return new Passage("1. Did the run without residual connections train at all?", FromEachStart(plain, DidItTrain));
            yield return new Passage("2. At what step did its layer-1 gradient vanish?", FromEachStart(plain, WhenDidItVanish));
        }

        if (residual.Length > 0)
        {
            yield return new Passage(
                "3. In what range does the gradient stay with residual connections?",
                "The Jacobian of a block is I + f', so a part of the gradient goes straight from the head to the first block. "
                    + "How much of it is f' on top, the picture of all blocks shows. "
                    + FromEachStart(residual, InWhatRange));
        }

        if (plain.Length > 0)
            yield return new Passage(
                "4. What would 100 blocks without residual connections do?",
                $"Predictions from this run; --study depth trains 100 blocks. {FromEachStart(plain, TwiceTheDepth)}");
        if (residual.Length > 0)
            yield return new Passage("5. What if the last weight of each block started at zero?", LastWeightsZero(settings, variants));
    }

    private static string FromEachStart(IEnumerable<DeepRuns> starts, Func<DeepRuns, string> answer) =>
        string.Join(" ", starts.Select(runs => $"Start with {runs.Family}: {answer(runs)}"));

    private static string DidItTrain(DeepRuns plain) =>
        $"{(plain.Learned ? "yes" : $"not in {Number.Count(plain.Steps, "step")}")}. "
        + $"Its loss is {plain.InitialLoss} in the first step and {plain.FinalLoss} in the last; over all examples it ends at "
        + $"{plain.MeanLoss}, and always answering with the mean gives "
        + $"{plain.LossOfMean}. {LateSlopes(plain)}";

    private static string WhenDidItVanish(DeepRuns plain)
    {
        if (!plain.Vanished)
            return $"it did not: it begins at {plain.FirstGradient}, its least is {plain.LeastGradient}, "
                + $"and it ends at {plain.LastGradient}.";

        return $"it falls below 1e-7 in {plain.VanishedIn}, and {plain.VanishedShare.AsPercent} of all steps are below. "
            + $"It begins at {plain.FirstGradient}, its least is {plain.LeastGradient}, and it ends at {plain.LastGradient}. "
            + $"From block to block on its way back it is multiplied by {plain.GradientFactor(after: false)} before training and by "
            + $"{plain.GradientFactor(after: true)} after it"
            + (plain.Expected is null
                ? "; "
                : $" (dL/dz before training by {Known(plain.PreActivationGradientFactor)}, where the compiler expects "
                    + $"{Known(plain.Expected.GradientFactor)}); ")
            + $"what tells inputs apart, on its way forward, by {plain.SpreadFactor(after: false)} and {plain.SpreadFactor(after: true)}. "
            + (plain.GradientFactor(after: false).Min > 0.9
                ? "So it is not the starting weights that take the gradient, but training: every step of Adam moves all weights alike, "
                    + "all inputs are mapped to one common vector, and the norms divide by it."
                : "So the starting weights take it already.");
    }

    private static string InWhatRange(DeepRuns residual)
    {
        double least = residual.Runs.Min(static run => run.GradientNorms.Min());
        double most = residual.Runs.Max(static run => run.GradientNorms.Max());
        return $"between {Number.Short(least)} and {Number.Short(most)}, and in {residual.Over(ExpectedShare).AsPercent} of the steps "
            + "between 1e-3 and 1e-1, as the source expects; "
            + $"from block to block on its way back the gradient is multiplied by {residual.GradientFactor(after: false)} before training "
            + $"and {residual.GradientFactor(after: true)} after it.";
    }

    private static string TwiceTheDepth(DeepRuns plain)
    {
        SeedSpread gradient = plain.Over(static run => Math.Pow(DeepRuns.GradientFactor(run.Start), 99));
        SeedSpread spread = plain.Over(static run => Math.Pow(DeepRuns.SpreadFactor(run.End), 99));
        return $"before training the gradient is multiplied by {plain.GradientFactor(after: false)} from block to block, "
            + $"through 100 blocks by {gradient}; {(gradient.Min > 1e-3 ? "it does not vanish there" : "it vanishes there already")}. "
            + $"After as much training as here, what tells inputs apart, multiplied by {plain.SpreadFactor(after: true)} from block to "
            + $"block, would come down to {spread} of the signal, were it not for rounding: in single precision less than "
            + "about 1e-7 cannot be told apart.";
    }

    private static string LastWeightsZero(Settings settings, IReadOnlyList<DeepVariant> variants)
    {
        DeepVariant residual = variants.First(static variant => variant.Label == Residual);
        float[] inputs = new WaveTask(DataStream.Of(settings.FirstSeed)).Inputs[..(2 * DeepVariant.InspectedExamples)];
        float[] zero = Answers(residual.Start.Gain);
        float[] other = Answers(2 * residual.Start.Gain);
        return "Every block then adds exactly 0, and the output is what the head makes of the first Linear alone, whatever the rest of "
            + "the blocks holds. Measured: with all first weights of blocks doubled, the largest change of the output "
            + $"for {DeepVariant.InspectedExamples} inputs is {Number.Short(zero.Zip(other, static (a, b) => Math.Abs(a - b)).Max())}, "
            + $"while the outputs differ between inputs with a standard deviation of {Number.Short(UnitSpread.StdBetweenRows(zero, 1))}. "
            + "The network begins as a shallow one, at any depth: signal and gradient pass unchanged, and each block comes in as its last "
            + "weight grows. --study zero trains it, with and without residual connections.";

        float[] Answers(float gain) =>
            (residual with { Start = residual.Start with { Gain = gain, LastScale = 0 } }).AnswersAtStart(settings.FirstSeed, inputs);
    }
}
