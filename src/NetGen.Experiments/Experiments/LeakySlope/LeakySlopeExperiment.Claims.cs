using NetGen.Experiments.Declaring;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.LeakySlope;

/// <content>What is claimed of the slope, each claim with the measurement that decides it.</content>
internal sealed partial class LeakySlopeExperiment
{
    /// <summary>How far from what is expected a measured cosine may be.</summary>
    private const double Near = 0.1;

    private static IEnumerable<Finding> Claims(SlopeComparison seen, Mending[] mended)
    {
        yield return Decide(
            "slope_cosine",
            "The declarations that the compiler mends earn no warning any more.",
            mended.All(static mending => mending.WarningsAfter == 0),
            $"Of {Number.Count(mended.Length, "plain declaration")}, each with a warning, "
                + $"{mended.Count(static mending => mending.WarningsAfter == 0)} have none after the code fix "
                + $"({Mending.Setting}).");

        yield return Decide(
            "slope_cosine",
            $"Where inputs have nothing in common, their cosine in front of the last layer is within {Near} of the one that was solved "
                + "for.",
            seen.Depths.All(depth => IsNear(seen.Of(SlopeTask.Identity, depth, SlopeKind.Leaky))),
            Each(seen.Depths, depth => Cosines(seen.Of(SlopeTask.Identity, depth, SlopeKind.Leaky)))
                + " Layers of 64 are narrow for the theory, the more so the deeper.");

        foreach (SlopeTask task in SlopeTask.All)
        {
            yield return Decide(
                "slope_learning",
                $"{task.Title}: a plain network trains at every depth with the slope, and with ReLUs at none.",
                seen.Depths.All(
                    depth => seen.Of(task, depth, SlopeKind.Leaky).Trains && !seen.Of(task, depth, SlopeKind.Plain).Trains),
                Outcomes(seen, task, SlopeKind.Plain, SlopeKind.Leaky));

            yield return Decide(
                "slope_learning",
                $"{task.Title}: at every depth the slope does better than ReLUs.",
                seen.Depths.All(depth => seen.Of(task, depth, SlopeKind.Leaky).Beats(seen.Of(task, depth, SlopeKind.Plain))),
                Outcomes(seen, task, SlopeKind.Plain, SlopeKind.Leaky));

            foreach ((SlopeKind other, string name) in new[]
                { (SlopeKind.Residual, "a residual connection"), (SlopeKind.Pnnh, "a layer of the hypothesis") })
            {
                yield return Decide(
                    "slope_learning",
                    $"{task.Title}: at every depth the slope does as well as {name}, or better.",
                    seen.Depths.All(depth => seen.Of(task, depth, SlopeKind.Leaky).IsAsGoodAs(seen.Of(task, depth, other))),
                    Outcomes(seen, task, other, SlopeKind.Leaky));
            }
        }
    }

    private static bool IsNear(SlopeRuns runs) => Math.Abs(runs.LastCosine.Median - runs.ExpectedCosine!.Value) < Near;

    private static string Cosines(SlopeRuns runs) => $"{runs.LastCosine} measured, {Number.Short(runs.ExpectedCosine!.Value)} expected";

    private static string Outcomes(SlopeComparison seen, SlopeTask task, SlopeKind first, SlopeKind second) =>
        $"{(task.IsIdentity ? "Loss on unseen vectors" : "Test images named right")}: " + Each(seen.Depths, depth =>
            string.Join(", ", new[] { first, second }.Select(kind => seen.Of(task, depth, kind))
                .Select(static runs => $"{runs.Outcome} ({runs.Label})")));

    private static string Each(IReadOnlyList<int> depths, Func<int, string> of) =>
        string.Join("; ", depths.Select(depth => $"{depth} layers: {of(depth)}")) + ".";

    private static Finding Decide(string figure, string claim, bool holds, string evidence) =>
        new(claim, holds ? Standing.Holds : Standing.DoesNotHold, evidence) { Figure = figure };
}
