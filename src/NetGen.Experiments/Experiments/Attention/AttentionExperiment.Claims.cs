using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Attention;

/// <content>What is said of attention, and what became of it.</content>
internal sealed partial class AttentionExperiment
{
    private const double NearUniform = 0.95;
    private const double Sharp = 0.7;
    private const double Broad = 0.9;
    private const double Even = 10;
    private const double Alike = 0.9;

    private static IEnumerable<Finding> Claims(AttentionComparison seen)
    {
        yield return Decide(
            "head_entropy",
            $"Heads begin by looking nearly everywhere alike: before training the entropy of each is above {Number.Percent(NearUniform)} "
                + "of its bound.",
            seen.Both.All(static runs => Shares(runs, end: false).Min() > NearUniform),
            $"The least share of a head is {Each(seen, static runs => Number.Percent(Shares(runs, end: false).Min()))}.");

        yield return Decide(
            "head_entropy",
            $"Training sharpens some heads and leaves others broad: below {Number.Percent(Sharp)} of the bound and above "
                + $"{Number.Percent(Broad)}.",
            seen.Both.All(static runs => Shares(runs, end: true).Min() < Sharp && Shares(runs, end: true).Max() > Broad),
            $"Shares are {Each(seen, static runs => Range(Shares(runs, end: true)))}.");

        yield return Decide(
            "watched",
            "Most heads on images come to look at clothes more than at the background around them.",
            OnClothes(seen) > Watched(seen.Vision).Count() / 2,
            $"{OnClothes(seen)} of {Watched(seen.Vision).Count()} do. Patches with clothes get, of the looks of single heads, "
                + $"{InTimes(seen)} times what they would by chance.");

        yield return Decide(
            "watched",
            "A head on text comes to look at the character before, with most of its weight.",
            seen.Reading.Over(static run => run.End.Heads.Max(static head => head.Watched)).Median > 0.5,
            $"Of one head {seen.Reading.Over(static run => run.End.Heads.Max(static head => head.Watched)).AsPercent} goes there; "
                + $"by chance it would be {Number.Percent(seen.Reading.First.End.Heads[0].ByChance)}.");

        yield return Decide(
            "likeness",
            "Without residual connections, attention makes positions alike (Dong et al. 2021): before training the mean cosine between two "
                + $"of them is above {Alike} behind the last part, and with residual connections below it.",
            LastLikeness(seen.Plain, end: false).Median > Alike && LastLikeness(seen.Vision, end: false).Median < Alike,
            $"It is {LastLikeness(seen.Plain, end: false)} without them and {LastLikeness(seen.Vision, end: false)} with them; after "
                + $"training, {LastLikeness(seen.Plain, end: true)} and {LastLikeness(seen.Vision, end: true)}.");

        yield return Decide(
            "accuracy",
            "With residual connections the network on images names more right than without them.",
            seen.Accuracy.Median > seen.PlainAccuracy.Median,
            $"After {Number.Count(seen.Recipe.Epochs, "epoch")} it is {seen.Accuracy.AsPercent} with them and "
                + $"{seen.PlainAccuracy.AsPercent} without them.");

        yield return Decide(
            "signal",
            "Where residual connections are, the stream grows part by part, before training.",
            seen.Both.All(static runs => runs.Over(static run => Falls(run.Start)).Max == 0),
            "From the first part to the last one its standard deviation grows by a factor of "
                + $"{Each(seen, static runs => $"{runs.Growth(end: false, static stage => stage.Signal)}")}; after training, of "
                + $"{Each(seen, static runs => $"{runs.Growth(end: true, static stage => stage.Signal)}")}.");

        yield return Decide(
            "gradient",
            $"With residual connections, gradients stay within a factor of {Even} from the first part to the last one, before training and "
                + "after it.",
            seen.Both.All(static runs => Evenness(runs, false).Median < Even && Evenness(runs, true).Median < Even),
            "The greatest norm over the least one is, before training and after it, "
                + $"{Each(seen, static runs => $"{Evenness(runs, false)}, then {Evenness(runs, true)}")}; without residual connections it "
                + $"is {Evenness(seen.Plain, false)}, then {Evenness(seen.Plain, true)}.");

        yield return Decide(
            "bits_per_character",
            "The network on text knows more than pairs of characters do.",
            seen.Bits.Median < seen.Text.BitsOfPairs,
            $"It needs {seen.Bits} bits for a character of text that is held out, pairs {Number.Short(seen.Text.BitsOfPairs)} and single "
                + $"characters {Number.Short(seen.Text.BitsAlone)}.");
    }

    /// <summary>How sharp each head is: its entropy over its bound.</summary>
    private static double[] Shares(TransformerRuns runs, bool end) =>
        [.. runs.ByHead(end, static head => head.Share).SelectMany(static layer => layer)];

    /// <summary>How much each head looks at what it is asked about, in units of chance.</summary>
    private static IEnumerable<SeedSpread> Watched(TransformerRuns runs) => Enumerable.Range(0, runs.First.End.Heads.Count)
        .Select(index => runs.Over(run => run.End.Heads[index].Watched / run.End.Heads[index].ByChance));

    private static int OnClothes(AttentionComparison seen) => Watched(seen.Vision).Count(static head => head.Median > 1);

    /// <summary>How alike positions are behind the last part.</summary>
    private static SeedSpread LastLikeness(TransformerRuns runs, bool end) => runs.Over(run => run.At(end).Stages[^1].Likeness);

    private static string InTimes(AttentionComparison seen) =>
        Range([.. Watched(seen.Vision).Select(static head => head.Median)], Number.Short);

    private static SeedSpread Evenness(TransformerRuns runs, bool end) => runs.Ratio(end, static stage => stage.Gradient);

    /// <summary>At how many parts the stream has less than in front of them.</summary>
    private static double Falls(Look look) =>
        look.Stages.Zip(look.Stages.Skip(1)).Count(static pair => pair.Second.Signal < pair.First.Signal);

    private static string Range(double[] values, Func<double, string>? write = null)
    {
        write ??= Number.Percent;
        return $"{write(values.Min())} to {write(values.Max())}";
    }

    private static string Each(AttentionComparison seen, Func<TransformerRuns, string> number) =>
        string.Join(" and ", seen.Both.Select(runs => $"{number(runs)} ({runs.Label})"));

    private static Finding Decide(string figure, string claim, bool holds, string evidence) =>
        new(claim, holds ? Standing.Holds : Standing.DoesNotHold, evidence) { Figure = figure };
}
