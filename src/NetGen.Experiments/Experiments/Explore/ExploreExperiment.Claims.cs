using NetGen.Experiments.Data;
using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Explore;

/// <content>What is said of each network, each statement with the measurement that decides it.</content>
internal sealed partial class ExploreExperiment
{
    /// <summary>By which factor a measured deviation may be off.</summary>
    private const double NearDeviation = 1.25;

    /// <summary>How far a measured cosine may be off.</summary>
    private const double NearCosine = 0.1;

    /// <summary>By which factor a measured gradient may be off.</summary>
    private const double NearGradient = 2;

    private static IEnumerable<Finding> Claims(ExploreComparison seen)
    {
        foreach (ExploredRuns runs in seen.Networks)
        {
            yield return Decide(
                "explore_loss",
                seen.HasClasses
                    ? $"{runs.Label} learns: with every seed its loss on unseen images ends below that of guessing."
                    : $"{runs.Label} learns: with every seed its loss on unseen examples ends below half of that of an answer of zeros.",
                runs.UnseenLoss.Max < (seen.HasClasses ? seen.Task.Ignorance.Y : Uniform.Variance / 2),
                $"{Number.Short(seen.Task.Ignorance.Y)} ({seen.Task.Ignorance.Label.Split(':')[0]}), {runs.UnseenLoss} ({runs.Label})"
                    + (seen.HasClasses ? $"; {runs.Accuracy.AsPercent} named right." : "."));

            yield return Within(
                "explore_signal",
                $"{runs.Label}: pre-activations start as spread as the compiler expects, within a factor of {NearDeviation}.",
                runs.GreatestFactor(static layer => layer.PreActivationStd), NearDeviation, "Of all layers the greatest factor",
                runs.Chance > 1
                    ? " What is expected is the limit of infinite width: in plain ReLU layers as wide as these, a single draw of weights "
                        + $"is off by a factor of about {Number.Short(runs.Chance)} for an input (Hanin and Nica 2020)."
                    : "");
            yield return Within(
                "explore_gradient",
                $"{runs.Label}: the gradient of every layer, relative to the last, starts as the compiler expects, within a factor of "
                    + $"{NearGradient}.",
                runs.GreatestFactor(static layer => layer.GradientRatio), NearGradient, "Of all layers the greatest factor");
            yield return Within(
                "explore_cosine",
                $"{runs.Label}: inputs start as alike as the compiler expects, within a cosine of {NearCosine}.",
                runs.GreatestDifference(static layer => layer.Cosine), NearCosine, "Of all layers the greatest difference");
        }
    }

    /// <summary>A statement on a number, which is not a number where nothing is expected.</summary>
    private static Finding Within(string figure, string claim, double found, double bound, string what, string why = "") =>
        double.IsNaN(found)
            ? new Finding(claim, Standing.NotMeasured, "Nothing is expected of its layers.") { Figure = figure }
            : Decide(
                figure, claim, found <= bound,
                $"{what}, as a median over seeds: {Number.Short(found)}.{(found <= bound ? "" : why)}");

    private static Finding Decide(string figure, string claim, bool holds, string evidence) =>
        new(claim, holds ? Standing.Holds : Standing.DoesNotHold, evidence) { Figure = figure };
}
