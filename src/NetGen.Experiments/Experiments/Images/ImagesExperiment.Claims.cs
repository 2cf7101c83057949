using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Images;

/// <content>What is known of these images and networks, and what became of it.</content>
internal sealed partial class ImagesExperiment
{
    private const double Even = 10;

    private static IEnumerable<Finding> Claims(ImageComparison seen)
    {
        yield return Reaches(seen, seen.Plain, Benchmark.Plain);
        yield return Reaches(seen, seen.Residual, Benchmark.BatchNorm);

        yield return Decide(
            "accuracy",
            $"After as many epochs, {seen.Residual.Label} names more right than {seen.Plain.Label}.",
            seen.Residual.Accuracy.Median > seen.Plain.Accuracy.Median,
            $"After {Number.Count(seen.Recipe.Epochs, "epoch")} it is {seen.Residual.Accuracy.AsPercent} against "
                + $"{seen.Plain.Accuracy.AsPercent}, with {seen.Residual.Network.ParameterCount:N0} parameters against "
                + $"{seen.Plain.Network.ParameterCount:N0}.");

        yield return Decide(
            "confusion",
            "Most mistakes are between tops: T-shirts, pullovers, dresses, coats and shirts.",
            seen.Networks.All(runs => seen.MistakesBetweenTops(runs).Median > 0.5),
            $"Of all mistakes {Each(seen, runs => seen.MistakesBetweenTops(runs).AsPercent)} are.");

        yield return Decide(
            "confusion",
            "Shirts are the hardest class.",
            seen.Networks.All(runs => seen.Classes[seen.HardestClass(runs)] == "Shirt"),
            $"Least often right is {Each(seen, runs => $"{seen.Classes[seen.HardestClass(runs)]}, "
                + $"{runs.Over(run => run.Recall(seen.HardestClass(runs))).AsPercent}")}.");

        yield return Decide(
            "gradient",
            "Signal and gradient are even from the first layer to the last, before training and after it.",
            seen.Networks.All(static runs => Evenness(runs, false) < Even && Evenness(runs, true) < Even),
            "The greatest norm of dL/dz over the least one is, before training and after it, "
                + $"{Each(seen, static runs => $"{Number.Short(Evenness(runs, false))}, then {Number.Short(Evenness(runs, true))}")}; "
                + $"{Even} would do.");
    }

    private static Finding Reaches(ImageComparison seen, ImageRuns runs, Benchmark benchmark)
    {
        Standing standing = runs.Accuracy.Median >= benchmark.Least ? Standing.Holds
            : seen.Recipe.Epochs >= Benchmark.Epochs ? Standing.DoesNotHold
            : Standing.NotMeasured;
        string reached = $"{runs.Label} is at {runs.Accuracy} after {Number.Count(seen.Recipe.Epochs, "epoch")} "
            + $"of {seen.Task.Training.Count:N0} images.";
        return new Finding(
            FormattableString.Invariant(
                $"{benchmark.Network} reach an accuracy of {benchmark.Least} to {benchmark.Most} (public benchmarks of Fashion-MNIST)."),
            standing,
            standing == Standing.NotMeasured
                ? $"{reached} Benchmarks are of whole trainings: {epochs.Name} {Benchmark.Epochs} counts as one."
                : reached)
        {
            Figure = "accuracy",
        };
    }

    /// <summary>The greatest gradient of a layer over the least one, as a median over seeds.</summary>
    private static double Evenness(ImageRuns runs, bool after) => runs.Over(run =>
    {
        IEnumerable<double> norms = (after ? run.End : run.Start).Select(static row => row.Gradient);
        double[] known = [.. norms.Where(static norm => !double.IsNaN(norm)).DefaultIfEmpty(double.NaN)];
        return known.Max() / known.Min();
    }).Median;

    private static string Each(ImageComparison seen, Func<ImageRuns, string> number) =>
        string.Join(" and ", seen.Networks.Select(runs => $"{number(runs)} ({runs.Label})"));

    private static Finding Decide(string figure, string claim, bool holds, string evidence) =>
        new(claim, holds ? Standing.Holds : Standing.DoesNotHold, evidence) { Figure = figure };
}
