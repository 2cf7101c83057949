using NetGen.Experiments.Attention;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.PlainAttention;

/// <content>What is claimed elsewhere and what the source asks, each with the measurement that decides it.</content>
internal sealed partial class PlainAttentionExperiment
{
    /// <summary>From this mean cosine on positions count as alike.</summary>
    private const double Alike = 0.9;

    /// <summary>Up to so many points of accuracy, or bits a character, two networks count as on a par.</summary>
    private const double ParOfPoints = 1;
    private const double ParOfBits = 0.05;

    /// <summary>Up to this difference two losses count as the same.</summary>
    private const double SameLoss = 1e-3;

    /// <summary>A number counts as the one that was claimed within this factor of it.</summary>
    private const double Near = 2;

    private static IEnumerable<Finding> Claims(PlainComparison seen) =>
        [.. ClaimsOfSkips(seen), .. ClaimsOfStreams(seen), .. ClaimsOfCoders(seen), .. NotMeasured(seen)];

    private static IEnumerable<Finding> ClaimsOfSkips(PlainComparison seen)
    {
        SeedSpread mixer = seen.Images.CostBeside(PlainVariants.MixerNoSkip, PlainVariants.Mixer);

        yield return Decide(
            "learning",
            "Removing the skip around attention costs 22 points of accuracy (arXiv 2505.01996, of CIFAR-10).",
            IsNear(seen.Images.Cost(PlainVariants.NoAttentionSkip), 22),
            $"{FigureTitles.Sentence(Cost(seen, PlainVariants.NoAttentionSkip))} "
                + $"The claim counts as holding within a factor of {Near}, on images.");

        yield return Decide(
            "learning",
            "Removing the skip around the feed-forward part costs 2 points (the same source).",
            IsNear(seen.Images.Cost(PlainVariants.NoFeedForwardSkip), 2),
            $"{FigureTitles.Sentence(Cost(seen, PlainVariants.NoFeedForwardSkip))} "
                + $"Removing both costs {CostAlone(seen, PlainVariants.Plain)}. "
                + $"The claim counts as holding within a factor of {Near}, on images.");

        yield return Decide(
            "mixer",
            "Removing the skip around the convolution of a convolution mixer costs 0.2 points (the same source).",
            IsNear(mixer, 0.2),
            $"It costs {seen.Images.InWords(mixer)}; less than nothing is a gain. The mixer here stands in for one of depthwise "
                + "convolutions, which the language does not have: its convolutions are full ones of 3 x 3, in the place of attention.");

        yield return Decide(
            "learning",
            "Attention needs its skip more than the feed-forward part does, and a convolution least (the same source).",
            seen.Groups.All(static group => MoreThanFeedForward(group))
                && seen.Images.Cost(PlainVariants.NoFeedForwardSkip).Median > mixer.Median,
            $"What it costs to remove it is {CostAlone(seen, PlainVariants.NoAttentionSkip)} for attention, "
                + $"{CostAlone(seen, PlainVariants.NoFeedForwardSkip)} for the feed-forward part, and "
                + $"{seen.Images.InWords(mixer)} for the mixer's convolution.");

        yield return Decide(
            "learning",
            "Transformers without skips train about five times slower (arXiv 2302.10322, of ones that are made for it).",
            seen.Groups.All(static group => group[PlainVariants.Plain].StepsOver(group.Residual).Median is > 5 / Near and < 5 * Near),
            "To the training loss at which the network without skips ends, it takes "
                + Each(seen, static group => $"{group[PlainVariants.Plain].StepsOver(group.Residual)}")
                + " times as many steps as the residual one; without the skip around attention alone, "
                + Each(seen, static group => $"{group[PlainVariants.NoAttentionSkip].StepsOver(group.Residual)}")
                + $". The claim counts as holding within a factor of {Near}. The source's networks change attention and start so that they "
                + "train well; these only leave skips out.");
    }

    private static IEnumerable<Finding> ClaimsOfStreams(PlainComparison seen)
    {
        PlainVariant[] unskipped = [PlainVariants.NoAttentionSkip, PlainVariants.Plain];

        yield return Decide(
            "likeness",
            "It is the skip around attention that keeps positions apart: before training their mean cosine behind the last block is above "
                + $"{Alike} without it, and below it where only that around the feed-forward part is missing.",
            seen.Groups.All(group => unskipped.All(variant => LastLikeness(group[variant], end: false) > Alike)
                && LastLikeness(group[PlainVariants.NoFeedForwardSkip], end: false) < Alike),
            $"It is {Likenesses(seen, PlainVariants.NoAttentionSkip, false)} without it, "
                + $"{Likenesses(seen, PlainVariants.NoFeedForwardSkip, false)} without that around the feed-forward part, "
                + $"{Likenesses(seen, PlainVariants.Residual, false)} with both.");

        yield return Decide(
            "likeness",
            $"Training undoes it: after it, the mean cosine without the skip around attention is below {Alike}.",
            seen.Groups.All(group => unskipped.All(variant => LastLikeness(group[variant], end: true) < Alike)),
            $"It is {Likenesses(seen, PlainVariants.NoAttentionSkip, true)} after training, and without any skip "
                + $"{Likenesses(seen, PlainVariants.Plain, true)}.");

        yield return Decide(
            "rank",
            "Positions that are alike also differ in fewer directions: behind the last block the effective rank is lower without the skip "
                + "around attention than with it, before training and after it.",
            seen.Groups.All(static group => FewerDirections(group, end: false) && FewerDirections(group, end: true)),
            $"It is {Ranks(seen, PlainVariants.NoAttentionSkip, false)} without it and {Ranks(seen, PlainVariants.Residual, false)} with "
                + $"it before training; {Ranks(seen, PlainVariants.NoAttentionSkip, true)} and "
                + $"{Ranks(seen, PlainVariants.Residual, true)} after it. The rank is of what is left when the mean of all positions is "
                + "taken away, however small.");

        yield return Decide(
            "entropy",
            "Heads stay broader without the skip around attention than with it.",
            seen.Groups.All(static group =>
                group[PlainVariants.NoAttentionSkip].MeanEntropy(true).Median > group.Residual.MeanEntropy(true).Median),
            $"After training they have {Each(seen, static group => group[PlainVariants.NoAttentionSkip].MeanEntropy(true).AsPercent)} of "
                + "the entropy of looking everywhere alike without it, and "
                + $"{Each(seen, static group => group.Residual.MeanEntropy(true).AsPercent)} with it.");

        yield return Decide(
            "gradient",
            "Without skips the gradient vanishes on its way to the first block: before training less than a tenth of it arrives there.",
            seen.Groups.All(static group => group[PlainVariants.Plain].GradientAtFirst(false).Median < 0.1),
            "What arrives there is, of what is let in behind the last block, "
                + $"{Each(seen, static group => $"{group[PlainVariants.Plain].GradientAtFirst(false)}")} before training and "
                + $"{Each(seen, static group => $"{group[PlainVariants.Plain].GradientAtFirst(true)}")} after it without skips, and "
                + $"{Each(seen, static group => $"{group.Residual.GradientAtFirst(false)}")}, then "
                + $"{Each(seen, static group => $"{group.Residual.GradientAtFirst(true)}")} with them.");
    }

    private static IEnumerable<Finding> ClaimsOfCoders(PlainComparison seen)
    {
        yield return Decide(
            "learning",
            "PNNH: plain transformers with it \"achieve on-par accuracy\" with residual ones (the source's choice: in the feed-forward "
                + "part).",
            OnPar(seen, PlainVariants.FeedForward),
            $"With coder B, half as wide as the stream, as the source has it: {Cost(seen, PlainVariants.FeedForward)} "
                + $"Without any coder leaving out the skip costs {CostAlone(seen, PlainVariants.NoFeedForwardSkip)}. {Par}");

        yield return Decide(
            "learning",
            "PNNH in the place of attention's skip is on a par with it (the source's third open question).",
            OnPar(seen, PlainVariants.Attention),
            $"With coder B: {Cost(seen, PlainVariants.Attention)} Without any coder leaving out the skip costs "
                + $"{CostAlone(seen, PlainVariants.NoAttentionSkip)}. {Par}");

        yield return Decide(
            "learning",
            "PNNH in both is on a par: a transformer without any residual connection.",
            OnPar(seen, PlainVariants.Both),
            $"With coder B: {Cost(seen, PlainVariants.Both)} With C, which loses nothing of what is above -{PathCoder.Shift}, it costs "
                + $"{CostAlone(seen, PlainVariants.BothC)}; without skips or coders {CostAlone(seen, PlainVariants.Plain)}. {Par}");

        yield return Decide(
            "learning",
            "A coder that loses nothing is a residual connection by another name: with coder 2D no step's loss is more than "
                + $"{Number.Tick(SameLoss)} from that of the residual network.",
            seen.Groups.All(static group => Difference(group) <= SameLoss),
            $"The greatest difference is {Each(seen, static group => Number.Short(Difference(group)))}; the first "
                + $"{Each(seen, static group => $"{FirstDifference(group)}")} steps are the same number by number, from every seed. What "
                + "can differ is the gradient where a number of the stream is exactly zero: neither of its two ReLUs lets it through.");

        yield return Decide(
            "coder_loss",
            "The source's coder, half as wide as what it codes and trained alone, preserves it: it loses less than a tenth.",
            Coders(seen, PathCoder.B).Max < 0.1,
            $"Of normal vectors it loses {Coders(seen, PathCoder.B).AsPercent}: independent numbers cannot be told by half as many. "
                + "Of the streams that it codes in both parts it loses "
                + $"{Each(seen, static group => group[PlainVariants.Both].MeanLost(false).AsPercent)} before training, as what has been "
                + "through it once lies where it loses little.");

        yield return Decide(
            "coder_loss",
            "Training moves the stream to where the coder keeps it: after it, coder B loses less of it than before, in whichever parts it "
                + "is.",
            seen.Groups.All(static group =>
                group.Of(PlainVariants.Halved).All(static runs => runs.MeanLost(true).Median < runs.MeanLost(false).Median)),
            "It loses " + string.Join("; ", PlainVariants.Halved.Select(
                variant => $"in {variant.Place} {Each(seen, group => group[variant].MeanLost(false).AsPercent)} before training, "
                    + $"{Each(seen, group => group[variant].MeanLost(true).AsPercent)} after it")) + ".");

        yield return Decide(
            "learning",
            "PNNH holds across domains (the source's second next check): on images and on text alike, with coder B in both parts more than "
                + "half of what is lost without skips is kept.",
            seen.Groups.All(static group => group.Cost(PlainVariants.Both).Median < group.Cost(PlainVariants.Plain).Median / 2),
            $"{FigureTitles.Sentence(Cost(seen, PlainVariants.Both))} "
                + $"Without skips or coders it costs {CostAlone(seen, PlainVariants.Plain)}.");

        yield return new Finding(
            "\"Up to 2x more parameter efficient than ResNets\".",
            Standing.NotMeasured,
            string.Join(" ", seen.Groups.Select(static group =>
                $"On {group.Name}: {group[PlainVariants.FeedForward].Info.ParameterCount:N0} parameters with coder B, "
                    + $"{group.Residual.Info.ParameterCount:N0} residual."))
                + " A coder's parameters come on top; smaller learners were not tried here, but on images of plain-images.");

        yield return Decide(
            "Training is \"up to 0.3x faster\" (another copy of the source has 0.3 %).",
            seen.Groups.All(static group => group[PlainVariants.FeedForward].SlowerThan(group.Residual).Median < 1),
            "A step takes, with coder B in the feed-forward part, "
                + $"{Each(seen, static group => $"{group[PlainVariants.FeedForward].SlowerThan(group.Residual)}")} times as long as a step "
                + "of the residual network, and in both parts "
                + $"{Each(seen, static group => $"{group[PlainVariants.Both].SlowerThan(group.Residual)}")}. A coder's two "
                + "matrices are multiplied at every position; a residual connection adds.");
    }

    private static IEnumerable<Finding> NotMeasured(PlainComparison seen) =>
    [
        new(
            "PNNH \"on CIFAR-10/100 and ImageNet\".", Standing.NotMeasured,
            $"This run is on {seen.Tasks.Images.Name}; --data takes a folder of CIFAR-10 or CIFAR-100, and nothing here reads ImageNet."),
        new(
            "PNNH on speech (the source's second next check).", Standing.NotMeasured,
            "There are no data of speech here. Text is the only other domain than images."),
        new(
            "A start made for it closes the gap of networks without skips (arXiv 2510.00345).", Standing.NotMeasured,
            "All variants start with the weights of the residual network, so that they differ in nothing but what their names say."),
    ];

    private static bool MoreThanFeedForward(PlainGroup group) =>
        group.Cost(PlainVariants.NoAttentionSkip).Median > group.Cost(PlainVariants.NoFeedForwardSkip).Median;

    private static bool IsNear(SeedSpread cost, double claimed) => cost.Median > claimed / Near && cost.Median < claimed * Near;

    private static bool OnPar(PlainComparison seen, PlainVariant variant) =>
        seen.Images.Cost(variant).Median < ParOfPoints && seen.Text.Cost(variant).Median < ParOfBits;

    private static string Par => $"On a par: up to {ParOfPoints} point and {ParOfBits} bits.";

    private static double LastLikeness(PlainRuns runs, bool end) => runs.AtLast(end, static stage => stage.Likeness).Median;

    private static SeedSpread LastRank(PlainRuns runs, bool end) => runs.AtLast(end, static stage => stage.Rank);

    private static bool FewerDirections(PlainGroup group, bool end) =>
        LastRank(group[PlainVariants.NoAttentionSkip], end).Median < LastRank(group.Residual, end).Median;

    private static string Likenesses(PlainComparison seen, PlainVariant variant, bool end) =>
        Each(seen, group => $"{group[variant].AtLast(end, static stage => stage.Likeness)}");

    private static string Ranks(PlainComparison seen, PlainVariant variant, bool end) =>
        Each(seen, group => $"{LastRank(group[variant], end)}");

    /// <summary>The greatest difference of a step's loss between the network with coder 2D and the residual one.</summary>
    private static double Difference(PlainGroup group) => group[PlainVariants.BothTwice]
        .Beside(group.Residual, static (own, others) => own.Losses.Zip(others.Losses, static (a, b) => Math.Abs((double)a - b)).Max())
        .Max;

    /// <summary>After how many steps they differ for the first time, from any seed.</summary>
    private static int FirstDifference(PlainGroup group) => (int)group[PlainVariants.BothTwice]
        .Beside(
            group.Residual,
            static (own, others) => own.Losses.Zip(others.Losses).TakeWhile(static pair => pair.First == pair.Second).Count())
        .Min;

    private static SeedSpread Coders(PlainComparison seen, PathCoder coder) =>
        SeedSpread.Of(seen.Coders.Where(loss => loss.Coder == coder.Letter).Select(static loss => loss.Error));

    private static string Cost(PlainComparison seen, PlainVariant variant) =>
        $"it costs {CostAlone(seen, variant)}: {Each(seen, group => group.Score(group[variant]))} beside "
            + $"{Each(seen, group => group.Score(group.Residual))}.";

    private static string CostAlone(PlainComparison seen, PlainVariant variant) => Each(seen, group => group.CostInWords(variant));

    private static string Each(PlainComparison seen, Func<PlainGroup, string> number) =>
        string.Join(" and ", seen.Groups.Select(group => $"{number(group)} ({group.Name})"));

    private static Finding Decide(string figure, string claim, bool holds, string evidence) =>
        Decide(claim, holds, evidence) with { Figure = figure };

    private static Finding Decide(string claim, bool holds, string evidence) =>
        new(claim, holds ? Standing.Holds : Standing.DoesNotHold, evidence);
}
