using NetGen.Experiments.Attention;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.PlainAttention;

/// <summary>How the variants learn, and what goes along their streams.</summary>
internal static class PlainFigures
{
    private static readonly bool[] beforeAndAfter = [false, true];

    private static readonly PlainVariant[] coders =
        [PlainVariants.Residual, PlainVariants.Plain, .. PlainVariants.Halved, PlainVariants.BothC];

    /// <summary>Those whose streams are shown: what has a coder that loses nothing has the stream of the residual one.</summary>
    private static readonly PlainVariant[] streams = [.. PlainVariants.Skips, .. PlainVariants.Halved];

    /// <summary>The training loss, with and without skips on the left, with coders on the right.</summary>
    public static Figure Learning(PlainComparison seen) => new(
        "learning",
        "Without the skip around attention it costs "
            + Each(seen, static group => group.MedianCost(PlainVariants.NoAttentionSkip)) + ", without that around the feed-forward part "
            + Each(seen, static group => group.MedianCost(PlainVariants.NoFeedForwardSkip)),
        "Training loss, cross-entropy in nats, as means over stretches of steps. Left: with and without skips; right: with a coder in the "
            + "place of a skip, beside the two that have every skip and none. Coder 2D is not shown: it lies upon the residual network. "
            + $"The title tells of what is held out. {seen.Images.Residual.LinesAndBands}",
        Columns: 2,
        [
            .. from runs in seen.Groups
               from variants in (IReadOnlyList<PlainVariant>[])[PlainVariants.Skips, coders]
               select Losses($"{runs.Name}, {(variants == coders ? "coders" : "skips")}", runs.Of(variants)),
        ])
    {
        Subtitle = "Training loss by step, with and without skips and with coders in their place",
    };

    /// <summary>How alike positions are along the stream.</summary>
    public static Figure Likeness(PlainComparison seen) => ByStage(
        "likeness",
        "Before training, two positions behind the last block have a mean cosine of "
            + Each(seen, static group => LastLikeness(group[PlainVariants.Residual]))
            + " in residual networks, and without the skip around attention of "
            + Each(seen, static group => LastLikeness(group[PlainVariants.NoAttentionSkip])),
        "Likeness of positions by part",
        new Axis("mean cosine") { Holds = [0, 1] },
        "Mean cosine between two positions of an example in the stream",
        seen,
        static stage => stage.Likeness);

    public static Figure Rank(PlainComparison seen) => ByStage(
        "rank",
        "After training, the positions of an example behind the last block differ in "
            + Each(seen, static group => Number.Short(group[PlainVariants.Residual].AtLast(true, static stage => stage.Rank).Median))
            + " directions in residual networks, and without any skip in "
            + Each(seen, static group => Number.Short(group[PlainVariants.Plain].AtLast(true, static stage => stage.Rank).Median)),
        "Effective rank of positions by part",
        new Axis("effective rank"),
        "In how many directions the positions of an example differ from their mean, (Σλ)² / Σλ² over the eigenvalues of their covariance: "
            + "however little they differ",
        seen,
        static stage => stage.Rank);

    public static Figure Gradient(PlainComparison seen) => ByStage(
        "gradient",
        "After training, the gradient in front of the first block is "
            + Each(seen, static group => Number.Short(group[PlainVariants.Residual].GradientAtFirst(true).Median))
            + " times the one behind the last in residual networks, and without any skip "
            + Each(seen, static group => Number.Short(group[PlainVariants.Plain].GradientAtFirst(true).Median)),
        "Gradient by part",
        new Axis("norm of dL/dh", Scale.Log),
        "Frobenius norm of the gradient that arrives at the stream, over examples, positions and columns",
        seen,
        static stage => stage.Gradient);

    public static Figure Entropy(PlainComparison seen) => Panels(
        "entropy",
        "After training, heads have "
            + Each(seen, static group => Number.Percent(group[PlainVariants.Residual].MeanEntropy(true).Median))
            + " of the entropy of looking everywhere alike in residual networks, and without the skip around attention "
            + Each(seen, static group => Number.Percent(group[PlainVariants.NoAttentionSkip].MeanEntropy(true).Median)),
        "Entropy of heads by block",
        "Mean entropy of the looks of a block's heads, as a share of that of looking everywhere alike",
        seen,
        static (runs, end) => new Chart(
            Title(runs, end),
            new Axis("block") { Ticks = Counted(1, runs.Residual.Blocks) },
            new Axis("share of the bound"),
            [.. runs.Of(streams).Select(variant => variant.Entropy(end))],
            []));

    /// <summary>What coders lose of the streams that they code.</summary>
    public static Figure CoderLoss(PlainComparison seen) => Panels(
        "coder_loss",
        "Coder B, in both parts, loses "
            + Each(seen, static group => Number.Percent(group[PlainVariants.Both].MeanLost(false).Median))
            + " of a stream before training, and "
            + Each(seen, static group => Number.Percent(group[PlainVariants.Both].MeanLost(true).Median)) + " after it",
        "What coders lose of the stream, by the part that it gets past",
        "1 - R² of coder B on the stream in front of each part that it is in; C and 2D lose next to nothing, as the table has it. "
            + "Odd places: in front of the feed-forward part; even ones: in front of attention",
        seen,
        static (runs, end) => new Chart(
            Title(runs, end),
            new Axis("part in front of which it is measured") { Ticks = Counted(0, 2 * runs.Residual.Blocks - 1) },
            new Axis("1 - R²") { Holds = [0, 1] },
            [.. runs.Of(PlainVariants.Halved).Select(variant => variant.Lost(end))],
            []));

    /// <summary>The convolution mixer.</summary>
    public static Figure Mixer(PlainComparison seen)
    {
        IReadOnlyList<PlainRuns> mixers = seen.Images.Of(PlainVariants.Mixers);
        return new Figure(
            "mixer",
            "A mixer of full convolutions names "
                + $"{Number.Percent(mixers[0].Score.Median)} right with the skip around its convolution, and "
                + $"{Number.Percent(mixers[1].Score.Median)} without it",
            "Left: training loss, as means over stretches of steps. Right: mean cosine between two positions in the stream, after "
                + $"training. 0: in front of the first block; odd numbers: behind the convolution. {mixers[0].LinesAndBands}",
            Columns: 2,
            [
                Losses("training loss", mixers),
                new Chart(
                    "likeness of positions, after training",
                    new Axis("part") { Ticks = Counted(0, 2 * mixers[0].Blocks) },
                    new Axis("mean cosine") { Holds = [0, 1] },
                    [.. mixers.Select(static runs => runs.ByStage(end: true, static stage => stage.Likeness))],
                    []),
            ])
        {
            Subtitle = "A mixer of convolutions with and without the skip around them",
        };
    }

    private static Figure ByStage(
        string name,
        string title,
        string subtitle,
        Axis axis,
        string caption,
        PlainComparison seen,
        Func<StageRow, double> value) => Panels(
        name,
        title,
        subtitle,
        $"{caption}. 0: in front of the first block; odd numbers: behind attention; even ones: behind the feed-forward part",
        seen,
        (runs, end) => new Chart(
            Title(runs, end),
            new Axis("part") { Ticks = Counted(0, 2 * runs.Residual.Blocks) },
            axis,
            [.. runs.Of(streams).Select(variant => variant.ByStage(end, value))],
            []));

    private static Figure Panels(
        string name, string title, string subtitle, string caption, PlainComparison seen, Func<PlainGroup, bool, Chart> panel) => new(
        name,
        title,
        $"{caption}. Over {Look.Images} test images and {Look.Windows} windows of text. {seen.Images.Residual.LinesAndBands}",
        Columns: 2,
        [
            .. from runs in seen.Groups
               from end in beforeAndAfter
               select panel(runs, end),
        ])
    {
        Subtitle = subtitle,
    };

    private static Chart Losses(string title, IReadOnlyList<PlainRuns> variants) => new(
        title, new Axis("step"), new Axis("cross-entropy", Scale.Log), [.. variants.Select(static runs => runs.MeanLosses)], []);

    private static string LastLikeness(PlainRuns runs) => Number.Short(runs.AtLast(end: false, static stage => stage.Likeness).Median);

    private static string Title(PlainGroup runs, bool end) => $"{runs.Name}, {(end ? "after" : "before")} training";

    private static double[] Counted(int from, int to) => [.. Enumerable.Range(from, to - from + 1).Select(static number => (double)number)];

    private static string Each(PlainComparison seen, Func<PlainGroup, string> number) =>
        string.Join(" and ", seen.Groups.Select(group => $"{number(group)} ({group.Name})"));
}
