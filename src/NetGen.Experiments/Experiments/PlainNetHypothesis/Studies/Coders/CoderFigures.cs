using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>What the design of a coder does to what it loses, and to the layers that use it.</summary>
internal static class CoderFigures
{
    private static readonly Guide zeros = new(HypothesisRuns.LossOfZero, "zeros: 1/3");

    /// <summary>Every coder as a point: what it loses, and what the layers end at.</summary>
    public static Figure Design(IReadOnlyList<(string Name, CodedRuns[] Coders)> factors, HypothesisRuns residual, int depth) => new(
        "coder_design",
        "The median loss on unseen vectors "
            + FigureTitles.Range(
                factors.SelectMany(static factor => factor.Coders).Select(static one => (one.Label, one.Layers.UnseenLoss.Median))),
        $"Each point is a coder, the median of {Number.Count(residual.Runs.Count, "seed")}: what it loses of rectified normal vectors, and "
            + $"the loss on unseen vectors of {depth} layers that use it, frozen. In each panel one thing is changed; \"base\" is the same "
            + "coder in all. Dotted: an answer of zeros, and a residual network that starts alike.",
        Columns: 2,
        [
            .. factors.Select(factor => new Chart(
                factor.Name,
                new Axis("1 - R² of the coder alone", Scale.Log),
                new Axis("loss on unseen vectors", Scale.Log)
                {
                    Holds = [.. All(factors).Select(static one => one.Layers.UnseenLoss.Median)],
                },
                [.. factor.Coders.Select(Dot)],
                [zeros, new Guide(residual.UnseenLoss.Median, "residual")])),
        ])
    {
        Subtitle = "What coders lose alone, and the loss of the layers that use them",
    };

    /// <summary>The loss of every step.</summary>
    public static Figure Training(IReadOnlyList<(string Name, CodedRuns[] Coders)> factors, HypothesisRuns residual, int depth) => new(
        "coder_training",
        $"{All(factors).DistinctBy(static one => one.Label).Count(static one => one.Layers.Trains)} of "
            + $"{All(factors).DistinctBy(static one => one.Label).Count()} coders let {depth} layers train: "
            + "they end below half the loss of zeros at every seed",
        $"Loss of each step's batch before its update, {depth} layers, coders frozen. {residual.LinesAndBands}",
        Columns: 2,
        [
            .. factors.Select(factor => new Chart(
                factor.Name,
                new Axis("step"),
                new Axis("mean squared error", Scale.Log),
                [residual.Losses, .. factor.Coders.Select(static one => one.Layers.Losses)],
                [zeros])),
        ])
    {
        Subtitle = "Training loss by step, one thing changed in each panel",
    };

    private static IEnumerable<CodedRuns> All(IReadOnlyList<(string Name, CodedRuns[] Coders)> factors) =>
        factors.SelectMany(static factor => factor.Coders);

    private static Series Dot(CodedRuns one) => new(
        one.Label, one.Layers.Ink, [Point.Over(one.Alone.Median, one.Layers.Runs.Select(static run => (double)run.UnseenLoss))])
        {
            Marked = true,
        };
}
