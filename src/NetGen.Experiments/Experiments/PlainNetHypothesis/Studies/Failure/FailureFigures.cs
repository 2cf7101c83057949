using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>Where training fails, what is dead there, and what depth costs.</summary>
internal static class FailureFigures
{
    private const double Megabyte = 1e6;

    private static readonly Guide zeros = new(HypothesisRuns.LossOfZero, "zeros: 1/3");

    /// <summary>The loss against depth, a panel for each start.</summary>
    public static Figure Losses(FailureComparison seen) => new(
        "failure_loss",
        $"As declared, the median loss on unseen vectors at {seen.Depths[^1]} layers "
            + FigureTitles.Range(
                FailingNetwork.All.Select(network => (network.Label, seen[network, seen.Depths[^1], HurtStart.None].UnseenLoss.Median))),
        "Loss on unseen vectors after training, by the number of layers. What blew up, to NaN or ∞, leaves a gap. Coders are frozen. "
            + "Lines: medians over seeds; bands: the middle half.",
        Columns: 2,
        [
            .. HurtStart.All.Prepend(HurtStart.None).Select(start => new Chart(
                start.Name,
                Depth(seen.Depths),
                new Axis("loss on unseen vectors", Scale.Log) { Holds = [0.1, 1] },
                [.. FailingNetwork.All.Select(network => Line(seen, network, start, static run => run.UnseenLoss))],
                [zeros])),
        ])
    {
        Subtitle = "Loss by depth, from the declared start and from starts that hurt",
    };

    /// <summary>Dead outputs of each layer, before training and after it.</summary>
    public static Figure Dead(FailureComparison seen, int depth) => new(
        "failure_dead_units",
        $"Before training, with b₁ = b₂ = -1, the share of dead outputs of the last of {depth} layers "
            + FigureTitles.Range(
                FailingNetwork.All.Select(network => (
                    network.Label, seen[network, depth, HurtStart.AllOff].Over(static run => run.DeadBefore!.Outputs[^1]).Median))),
        $"Share of what each of {depth} layers hands on that is zero for every one of 256 unseen inputs. Layers that hold numbers that are "
            + "none leave gaps. Lines: medians over seeds; bands: the middle half.",
        Columns: 2,
        [
            .. from start in HurtStart.All.Prepend(HurtStart.None)
               from moment in new (string Name, Func<HypothesisRun, DeadUnits> Dead)[]
               {
                   ("before training", static run => run.DeadBefore!), ("after training", static run => run.DeadAfter!),
               }
               select new Chart(
                   $"{start.Name}, {moment.Name}",
                   new Axis("layer"),
                   new Axis("share of dead outputs") { Holds = [0, 1] },
                   [.. FailingNetwork.All.Select(network => ByLayer(seen[network, depth, start], moment.Dead))],
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
                    network => $"{Number.Short(seen.Deepest(network).TrainingBytes / Megabyte)} MB ({network.Label})")),
        "Memory as the compiler planned it; the least time of a step, the networks of a depth taking turns. "
            + "Lines: medians over seeds; bands: the middle half.",
        Columns: 2,
        [
            new Chart(
                "memory in training",
                Depth(seen.Depths),
                new Axis("MB", Scale.Log),
                [.. FailingNetwork.All.Select(network => Line(seen, network, HurtStart.None, static run => run.TrainingBytes / Megabyte))],
                []),
            new Chart(
                "time of a step",
                Depth(seen.Depths),
                new Axis("ms", Scale.Log),
                [
                    .. FailingNetwork.All.Select(network => Line(network, seen.Of(network, HurtStart.None)
                        .Select(static runs => Point.Over(runs.Variant.Depth, runs.Microseconds.Select(static time => time / 1000))))),
                ],
                []),
        ])
    {
        Subtitle = "What depth costs in memory and time, with coders and without",
    };

    private static Axis Depth(IReadOnlyList<int> depths) => new("layers", Scale.Log)
    {
        Ticks = [.. depths.Select(static depth => (double)depth)],
        Holds = [.. depths.Select(static depth => (double)depth)],
    };

    private static Series Line(FailureComparison seen, FailingNetwork network, HurtStart start, Func<HypothesisRun, double> value) =>
        Line(network, seen.Of(network, start).Select(runs => Point.Over(runs.Variant.Depth, runs.Runs.Select(value))));

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
