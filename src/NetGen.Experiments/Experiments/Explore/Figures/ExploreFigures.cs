using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Explore;

/// <summary>How networks learn, and what goes on in their layers before and after.</summary>
internal static class ExploreFigures
{
    /// <summary>So many networks can be told one by one in a title.</summary>
    private const int Few = 3;

    public static Figure Loss(ExploreComparison seen) => new(
        "explore_loss",
        seen.Networks.Count <= Few
            ? string.Join("; ", seen.Networks.Select(static runs =>
                FigureTitles.Loss($"{runs.Label}'s loss", runs.InitialLoss, runs.FinalLoss)))
            : $"{seen.Ranked[0].Label} does best of {seen.Networks.Count}: {seen.OutcomeName} {seen.Outcome(seen.Ranked[0])}",
        $"{FigureTitles.Sentence(seen.Task.LossName)} of each step's batch before its update"
            + (seen.Task.Stretches is null ? "" : ", as means over stretches of steps")
            + $". Dotted: {seen.Task.Ignorance.Label}. {seen.Networks[0].LinesAndBands}",
        Columns: 1,
        [
            new Chart(
                "",
                new Axis("step"),
                new Axis(seen.Task.LossName, Scale.Log),
                [.. seen.Networks.Select(runs => seen.Task.Stretches is { } stretches ? runs.LossesOver(stretches) : runs.Losses)],
                [seen.Task.Ignorance]),
        ])
    {
        Subtitle = $"Training loss by step, {seen.Task.Title}",
    };

    public static Figure Gradient(ExploreComparison seen) => ByLayer(
        seen,
        "explore_gradient",
        "At the start, the gradient of the first layer over that of the last"
            + Told(seen, static runs => runs.OnNoise(runs.First, GradientOf)),
        "Norm of dL/dz of each layer over that of the last",
        "norm of dL/dz over the last layer's",
        Scale.Log,
        GradientOf);

    public static Figure Signal(ExploreComparison seen) => ByLayer(
        seen,
        "explore_signal",
        "At the start, the standard deviation of the last pre-activations"
            + Told(seen, static runs => runs.OnNoise(runs.Last, DeviationOf)),
        "Standard deviation of the pre-activations of each layer",
        "standard deviation of z",
        Scale.Log,
        DeviationOf);

    public static Figure Cosine(ExploreComparison seen) => ByLayer(
        seen,
        "explore_cosine",
        "At the start, the cosine of two inputs behind the last layer" + Told(seen, static runs => runs.OnNoise(runs.Last, CosineOf)),
        "Mean cosine between what each layer hands on for two different inputs",
        "cosine",
        Scale.Linear,
        CosineOf);

    private static double GradientOf(PropagationRow layer) => layer.GradientRatio;

    private static double DeviationOf(PropagationRow layer) => layer.PreActivationStd;

    private static double CosineOf(PropagationRow layer) => layer.Cosine;

    private static string Told(ExploreComparison seen, Func<ExploredRuns, double> value)
    {
        (string, double)[] all = [.. seen.Networks.Select(runs => (runs.Label, value(runs)))];
        return all.Length <= Few ? $": {FigureTitles.Each(all)}" : $" {FigureTitles.Range(all)}";
    }

    private static Figure ByLayer(
        ExploreComparison seen, string name, string title, string what, string axis, Scale scale, Func<PropagationRow, double> value)
    {
        Chart[] charts =
        [
            Chart("at the start, on noise", static run => run.Noise, predicted: true),
            Chart($"at the start, on {seen.Task.Title}", static run => run.Outcome.Start, predicted: false),
            Chart($"after training, on {seen.Task.Title}", static run => run.Outcome.End, predicted: false),
        ];
        double[] shared =
        [
            .. charts.SelectMany(static chart => chart.Series).SelectMany(static series => series.Points.Concat(series.Predicted))
                .SelectMany(static point => new[] { point.Low, point.High }).Where(double.IsFinite),
        ];
        return new Figure(
            name,
            title,
            $"{what}, with {ExploreTask.Inspected} examples: on normal inputs as they are declared, with a gradient at the output that is "
                + "noise, beside what the compiler expects (dotted grey); and on unseen examples, with the gradient of the loss. "
                + seen.Networks[0].LinesAndBands,
            Columns: charts.Length,
            [.. charts.Select(chart => chart with { Y = chart.Y with { Holds = shared } })])
        {
            Subtitle = $"{FigureTitles.Sentence(axis)} by layer, before and after training",
        };

        Chart Chart(string panel, Func<ExploredRun, IReadOnlyList<PropagationRow>> look, bool predicted) => new(
            panel,
            new Axis("layer") { Ticks = Ticks(seen) },
            new Axis(axis, scale),
            [.. seen.Networks.Select(runs => runs.ByLayer(look, value, predicted)).Where(static series => series.Points.Count > 0)],
            [])
        {
            PredictionLabel = "expected",
        };
    }

    /// <summary>The first layer and every second, fifth, tenth... so that there are few.</summary>
    private static IReadOnlyList<double> Ticks(ExploreComparison seen)
    {
        int layers = seen.Networks.Max(static runs => runs.Explored.Info.Layers.Length);
        int step = ((int[])[1, 2, 5, 10, 20, 50, 100]).FirstOrDefault(step => layers / step <= 8, 1000);
        return [.. Enumerable.Range(1, layers / step).Select(tick => (double)tick * step).Prepend(1).Distinct()];
    }
}
