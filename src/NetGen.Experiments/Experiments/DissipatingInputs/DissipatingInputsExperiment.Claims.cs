using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.DissipatingInputs;

/// <content>What the source of this experiment says, and what became of it.</content>
internal sealed partial class DissipatingInputsExperiment
{
    /// <summary>
    /// From this layer on a residual network has forgotten that its first input has negative numbers, unlike what a ReLU hands on.
    /// </summary>
    private const int Settled = 3;

    private const int Middle = 20;

    private static readonly Func<DissipationRow, double> survival = static row => row.Survival;
    private static readonly Func<DissipationRow, double> bound = static row => row.Bound;
    private static readonly Func<DissipationRow, double> cosine = static row => row.Cosine;
    private static readonly Func<DissipationRow, double> rank = static row => row.EffectiveRank;
    private static readonly Func<DissipationRow, double> variance = static row => row.Variance;
    private static readonly Func<DissipationRow, double> meanOverStd = static row => row.Mean / Math.Sqrt(row.Variance);

    internal static IEnumerable<Finding> Claims(DissipationComparison seen)
    {
        DissipationRuns plain = seen.Plain;
        DissipationRuns residual = seen.Residual;

        yield return Decide(
            "cosine",
            "In plain networks inputs dissipate with depth.",
            plain.Before(Deepest, cosine).Min > 0.9 && plain.Before(Deepest, rank).Max < plain.Before(1, rank).Min / 10,
            $"The mean cosine between outputs for different inputs is {plain.Before(1, cosine)} behind layer 1 and "
                + $"{plain.Before(Deepest, cosine)} behind layer {Deepest}; "
                + $"the directions in which outputs differ go from {plain.Before(1, rank)} to {plain.Before(Deepest, rank)}.");

        yield return Decide(
            "survival",
            "They do because \"ReLU non-linearities progressively eliminate negative neuron responses\".",
            plain.Before(Deepest, survival).Median < 0.9 * plain.Before(1, survival).Median,
            $"The share that survives is {plain.Before(1, survival)} in layer 1 and {plain.Before(Deepest, survival)} in layer {Deepest}.",
            "Every layer cuts off half, and none more than another: weights draw the signs anew. "
                + "What is lost is not neurons but the difference between inputs.");

        yield return Decide(
            "cosine",
            "Plain networks \"degenerate the input to random noise\".",
            plain.Before(Deepest, cosine).Max < 0.5,
            $"Behind layer {Deepest} outputs for different inputs have a mean cosine of {plain.Before(Deepest, cosine)}.",
            "It is no noise, which would differ from input to input, but nearly the same vector for every input.");

        yield return Decide(
            "remains",
            "Lost information \"cannot be restored by the following layers\" before training.",
            seen.Readouts[LayerKind.Plain]
                .Zip(seen.Readouts[LayerKind.Plain].Skip(1))
                .All(static pair => pair.Second.Share < pair.First.Share + 0.01),
            $"Of the variance of inputs a linear readout gets back {Shares(seen.Readouts[LayerKind.Plain])}.");

        yield return Decide(
            "survival",
            "\"A residual connection yields a higher portion of activations surviving the ReLU\".",
            residual.MeanFrom(Settled, survival).Min > plain.MeanFrom(Settled, survival).Max,
            $"From layer {Settled} on it is {residual.MeanFrom(Settled, survival)} in the residual network and "
                + $"{plain.MeanFrom(Settled, survival)} in the plain one.");

        yield return Decide(
            "pre_activations",
            "It \"pushes up the mean of neuron responses\".",
            residual.MeanFrom(Settled, meanOverStd).Min > plain.MeanFrom(Settled, meanOverStd).Max,
            $"From layer {Settled} on, the mean of a layer's pre-activations over their standard deviation is "
                + $"{residual.MeanFrom(Settled, meanOverStd)} in the residual network and "
                + $"{plain.MeanFrom(Settled, meanOverStd)} in the plain one.");

        yield return Decide(
            "survival",
            "It \"maintains a better lower bound of surviving neurons\".",
            residual.MeanFrom(Settled, bound).Min > plain.MeanFrom(Settled, bound).Max,
            $"From layer {Settled} on, the bound by layer is {residual.MeanFrom(Settled, bound)} in the residual network and "
                + $"{plain.MeanFrom(Settled, bound)} in the plain one.");

        int violations = seen.Runs.Sum(static run => run.Start.Concat(run.End).Sum(static row => row.Violations));
        long checks = seen.Runs.Sum(static run => 2L * run.Depth * run.Width);
        yield return Decide(
            "survival",
            "No neuron survives less often than its bound says.",
            violations == 0,
            $"Of {checks:N0} neurons, counted before and after training in every run, {violations:N0} are below their bound. "
                + "Over the inputs that mean and variance are taken of it is a theorem and no observation: "
                + $"how far above it they lie is what one learns. In layer {Deepest} of the plain network the bounds of its units have a "
                + $"mean of {plain.Before(Deepest, static row => row.NeuronBound)}, and {plain.Before(Deepest, survival)} survive.");

        yield return Decide(
            "pre_activations",
            "\"The variance of neuron responses remains comparable between plain and residual architectures\".",
            residual.Before(Deepest, variance).Median / plain.Before(Deepest, variance).Median is > 0.5 and < 2,
            $"In layer {Deepest} it is {plain.Before(Deepest, variance)} in the plain network and "
                + $"{residual.Before(Deepest, variance)} in the residual one, "
                + "where every layer multiplies it by "
                + Number.Short(
                    Math.Pow(
                        residual.Before(Deepest, variance).Median / residual.Before(Settled, variance).Median, 1.0 / (Deepest - Settled)))
                + ".");

        yield return Decide(
            "effective_rank",
            "Where more neurons survive, more is left of the input.",
            residual.Before(Middle, cosine).Max < plain.Before(Middle, cosine).Min
                && residual.Before(Middle, rank).Min > plain.Before(Middle, rank).Max,
            $"Behind layer {Middle} the cosine is {plain.Before(Middle, cosine)} in the plain network and "
                + $"{residual.Before(Middle, cosine)} in the residual one, the effective rank {plain.Before(Middle, rank)} and "
                + $"{residual.Before(Middle, rank)}; "
                + $"of the variance of inputs a linear readout gets back {Share(seen, LayerKind.Plain)} and "
                + $"{Share(seen, LayerKind.Residual)}.",
            "Surviving neurons alone do not keep inputs apart: with unscaled branches what is common to all inputs grows fastest. "
                + $"What helps is a small branch: started smaller by 1/√{Deepest} the rank behind layer {Deepest} is "
                + $"{seen.Scaled.Before(Deepest, rank)}, started at zero {seen.ZeroStart.Before(Deepest, rank)}.");

        DissipationRuns leaky = seen.Of(LayerKind.Plain, LeakyReLU);
        DissipationRuns parametric = seen.Of(LayerKind.Plain, PReLU);
        yield return Decide(
            "cosine",
            "\"Leaky ReLU preserves more information than ReLU\".",
            leaky.Before(Middle, cosine).Median < plain.Before(Middle, cosine).Median - 0.02,
            $"Behind layer {Middle} of plain networks the cosine is {plain.Before(Middle, cosine)} with ReLU, "
                + $"{leaky.Before(Middle, cosine)} with a slope of 0.01 and {parametric.Before(Middle, cosine)} with one of 0.25, "
                + $"the effective rank {plain.Before(Middle, rank)}, {leaky.Before(Middle, rank)} and {parametric.Before(Middle, rank)}.",
            "The usual slope of 0.01 changes next to nothing; it takes a larger one.");

        yield return Decide(
            "training",
            "It \"encourages convergence in very deep plain networks\".",
            leaky.UnseenLoss.Max < 0.95 * plain.UnseenLoss.Min,
            $"At depth {Deepest} the loss on unseen inputs ends at {plain.UnseenLoss} with ReLU, {leaky.UnseenLoss} with a slope of 0.01 "
                + $"and {parametric.UnseenLoss} with a learned slope that starts at 0.25.");

        IReadOnlyList<int> depths = seen.Depths(LayerKind.Plain);
        yield return Decide(
            "training",
            "Dissipating inputs bring \"eventual convergence failure\" to plain networks.",
            Learned(seen.Of(LayerKind.Plain, depth: depths[0])) && !Learned(plain),
            $"The loss on unseen inputs ends at {Losses(seen, LayerKind.Plain)} in plain networks and at "
                + $"{Losses(seen, LayerKind.Residual)} in residual ones; always answering with zeros has 1/3.");

        yield return Decide(
            "training",
            "Residual connections are the solution: where the plain network fails, the residual one trains.",
            !Learned(plain) && Learned(residual),
            $"At depth {Deepest} the loss on unseen inputs ends at {plain.UnseenLoss} in the plain network and at "
                + $"{residual.UnseenLoss} in the residual one. "
                + $"With branches smaller by 1/√{Deepest} it is {seen.Scaled.UnseenLoss}, and with branches that start at "
                + $"zero {seen.ZeroStart.UnseenLoss}.",
            $"With He-normal branches its first loss is {residual.InitialLoss}. "
                + "What trains is a residual network whose branches start small.");
    }

    /// <summary>Whether a network gets clearly below the loss of answering with zeros.</summary>
    private static bool Learned(DissipationRuns runs) => runs.UnseenLoss.Max < 0.9 * LossOfZero;

    private static string Losses(DissipationComparison seen, string kind) =>
        string.Join(", ", seen.Depths(kind).Select(depth => $"{seen.Of(kind, depth: depth).UnseenLoss} (depth {depth})"));

    private static string Share(DissipationComparison seen, string kind) =>
        Number.Percent(Math.Max(0, seen.Readouts[kind].Single(static readout => readout.Layer == Middle).Share));

    private static string Shares(IReadOnlyList<LayerReadout> readouts) =>
        string.Join(", ", readouts.Select(static readout => $"{Number.Percent(Math.Max(0, readout.Share))} behind layer {readout.Layer}"));

    private static Finding Decide(string figure, string claim, bool holds, string measured, string refutation = "") =>
        new(claim, holds ? Standing.Holds : Standing.DoesNotHold, holds ? measured : $"{measured} {refutation}".TrimEnd())
        {
            Figure = figure,
        };
}
