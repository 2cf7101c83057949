using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>Where training fails, what is dead there, and what depth costs.</summary>
internal static class FailureFigures
{
    private const double Megabyte = 1e6;
    private const double LargestShown = 10;

    private static readonly Guide zeros = new(HypothesisRuns.LossOfZero, "zeros: 1/3");

    /// <summary>The loss against depth, a panel for each condition.</summary>
    public static Figure Losses(FailureComparison seen) => new(
        "failure_loss",
        "As declared, those that train reach "
            + string.Join(", ", FailingNetwork.All.Select(network => $"{Deepest(seen, network)} layers ({network.Label})")),
        "Loss on unseen vectors after training, by the number of layers. What is above 10 or no number leaves a gap. Coders are frozen. "
            + "Lines: medians over seeds; bands: the middle half.",
        Columns: 2,
        [
            .. Condition.All.Select(condition => new Chart(
                condition.Name + Missing(seen, condition),
                Depth(seen.Depths),
                new Axis("loss on unseen vectors", Scale.Log) { Holds = [0.02, 0.5] },
                [.. Under(seen, condition).Select(network => Line(seen, network, condition, Shown))],
                [zeros])),
        ])
    {
        Subtitle = "Loss by depth, from the declared start, with a falling rate, and from starts that hurt",
    };

    /// <summary>Dead outputs of each layer, before training and after it.</summary>
    public static Figure Dead(FailureComparison seen, int depth) => new(
        "failure_dead_units",
        $"As declared, after training, the share of dead outputs of the last of {depth} layers "
            + FigureTitles.Range(
                FailingNetwork.All.Select(network => (
                    network.Label, seen[network, depth, Condition.None].Over(static run => run.DeadAfter!.Outputs[^1]).Median))),
        $"Share of what each of {depth} layers hands on that is zero for every one of 256 unseen inputs. Layers that hold numbers that are "
            + "none leave gaps. Lines: medians over seeds; bands: the middle half.",
        Columns: 2,
        [
            .. from condition in Condition.All
               from moment in new (string Name, Func<HypothesisRun, DeadUnits> Dead)[]
               {
                   ("before training", static run => run.DeadBefore!), ("after training", static run => run.DeadAfter!),
               }
               select new Chart(
                   $"{condition.Name}, {moment.Name}",
                   new Axis("layer"),
                   new Axis("share of dead outputs") { Holds = [0, 1] },
                   [.. Under(seen, condition).Select(network => ByLayer(seen[network, depth, condition], moment.Dead))],
                   []),
        ])
    {
        Subtitle = $"Dead outputs by layer, in {depth} layers",
    };

    /// <summary>Memory and time against depth.</summary>
    public static Figure Cost(FailureComparison seen) => new(
        "failure_cost",
        $"At {seen.Depths[^1]} layers training takes "
            + string.Join(
                ", ",
                FailingNetwork.All.Select(
                    network => $"{Number.Short(seen.Deepest(network).Memory!.Total / Megabyte)} MB ({network.Label})")),
        "Memory as the compiler planned it; the least time of a step, the networks of a depth taking turns. "
            + "Lines: medians over seeds; bands: the middle half.",
        Columns: 2,
        [
            new Chart(
                "memory in training",
                Depth(seen.Depths),
                new Axis("MB", Scale.Log),
                [.. FailingNetwork.All.Select(network => Line(seen, network, Condition.None, static run => run.Memory!.Total / Megabyte))],
                []),
            new Chart(
                "time of a step",
                Depth(seen.Depths),
                new Axis("ms", Scale.Log),
                [
                    .. FailingNetwork.All.Select(network => Line(network, seen.Of(network, Condition.None)
                        .Select(static runs => Point.Over(runs.Variant.Depth, runs.Microseconds.Select(static time => time / 1000))))),
                ],
                []),
        ])
    {
        Subtitle = "What depth costs in memory and time, with coders and without",
    };

    /// <summary>The greatest depth at which a network trains.</summary>
    private static int Deepest(FailureComparison seen, FailingNetwork network) =>
        seen.Of(network, Condition.None).Where(static runs => runs.Trains).Select(static runs => runs.Variant.Depth).DefaultIfEmpty().Max();

    /// <summary>The networks that were looked at under a condition.</summary>
    private static IEnumerable<FailingNetwork> Under(FailureComparison seen, Condition condition) =>
        FailingNetwork.All.Where(network => seen.Of(network, condition).Any());

    private static double Shown(HypothesisRun run) => run.UnseenLoss < LargestShown ? run.UnseenLoss : double.NaN;

    /// <summary>What a panel does not show, in words.</summary>
    private static string Missing(FailureComparison seen, Condition condition)
    {
        string[] missing =
        [
            .. from network in Under(seen, condition)
               let depths = seen.Of(network, condition)
                   .Where(static runs => runs.Runs.Any(static run => double.IsNaN(Shown(run))))
                   .Select(static runs => runs.Variant.Depth)
                   .ToArray()
               where depths.Length > 0
               select $"{network.Label} at {string.Join(", ", depths)}",
        ];
        return missing.Length == 0 ? "" : $" (not shown: {string.Join("; ", missing)})";
    }

    private static Axis Depth(IReadOnlyList<int> depths) => new("layers", Scale.Log)
    {
        Ticks = [.. depths.Select(static depth => (double)depth)],
        Holds = [.. depths.Select(static depth => (double)depth)],
    };

    private static Series Line(FailureComparison seen, FailingNetwork network, Condition condition, Func<HypothesisRun, double> value) =>
        Line(network, seen.Of(network, condition).Select(runs => Point.Over(runs.Variant.Depth, runs.Runs.Select(value))));

    private static Series Line(FailingNetwork network, IEnumerable<Point> points) => new(network.Label, network.Ink, [.. points])
    {
        Marked = true,
        Dashed = network == FailingNetwork.Plain,
    };

    private static Series ByLayer(HypothesisRuns runs, Func<HypothesisRun, DeadUnits> dead) => new(
        runs.Label,
        runs.Ink,
        [
            .. Enumerable.Range(0, runs.Variant.Depth)
                .Select(layer => Point.Over(layer + 1, runs.Runs.Select(run => dead(run).Outputs[layer]))),
        ])
        {
            Dashed = runs.Dashed,
        };
}
