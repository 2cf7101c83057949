using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <content>What the source claims and what seems plausible, each with the measurement that decides it.</content>
internal sealed partial class PlainNetHypothesisExperiment
{
    /// <summary>Up to which ratio two losses count as on a par.</summary>
    private const double Par = 1.5;

    private static string Answer(IReadOnlyList<HypothesisComparison> depths, Settings settings) =>
        "This is a reconstruction. The source (arXiv 2402.08645) splits every layer into a learner and an autoencoder with shared "
        + "weights, the coder; how the two are joined, whether the coder is trained on with the layers, "
        + "how a learner starts and how the input enters, it leaves open or says in formulas that were not at hand; "
        + "what was chosen stands under Set-up. Measured on Distant Identity, with frozen coders: "
        + string.Join(" ", depths.Select(Measured))
        + $" (An answer of zeros has 1/3; {Number.Count(settings.Steps, "step")}, {Number.Count(settings.Seeds, "seed")}.) "
        + $"In these steps {Expected(depths)}";

    private static string Measured(HypothesisComparison depth) =>
        $"At {depth.Depth} layers the loss on unseen vectors ends at {depth.A.UnseenLoss} with coder A, {depth.B.UnseenLoss} with B "
        + $"and {depth.C.UnseenLoss} with C, "
        + $"at {depth.Plain.UnseenLoss} in plain layers and {depth.PlainDense.UnseenLoss} in plain layers of one matrix, "
        + $"at {depth.Residual.UnseenLoss} in residual layers and {depth.ResidualZero.UnseenLoss} in residual layers with a zero start.";

    private static string Expected(IReadOnlyList<HypothesisComparison> depths) =>
        $"coder A {Trains(depths, static depth => depth.A)}, coder C {Trains(depths, static depth => depth.C)}; "
        + $"the plain network of equal width {Trains(depths, static depth => depth.Plain)}, the one of one matrix a layer "
        + $"{Trains(depths, static depth => depth.PlainDense)}.";

    /// <summary>At which depths a network trains, in words.</summary>
    internal static string Trains(IReadOnlyList<HypothesisComparison> depths, Func<HypothesisComparison, HypothesisRuns> network)
    {
        int[] trained = [.. depths.Where(depth => network(depth).Trains).Select(static depth => depth.Depth)];
        int[] failed = [.. depths.Select(static depth => depth.Depth).Except(trained)];
        return (trained, failed) switch
        {
            ([], _) => $"does not train at {string.Join(" or ", failed)} layers",
            (_, []) => $"trains at {string.Join(" and ", trained)} layers",
            _ => $"trains at {string.Join(" and ", trained)} layers, not at {string.Join(" or ", failed)}",
        };
    }

    private static IEnumerable<Finding> Claims(
        IReadOnlyList<HypothesisComparison> depths, IReadOnlyList<TrainingRun> runs, IReadOnlyList<CoderResult> coders)
    {
        HypothesisRuns Variant(string name, string? letter) =>
            HypothesisVariants.All.Single(
                variant => variant.Depth == HypothesisVariants.StudyDepth && variant.Network == name && variant.Coder?.Letter == letter)
                .Of(runs);

        HypothesisComparison deepest = depths[^1];
        HypothesisRuns fullRate = Variant("pnnh-full-rate", "A");
        HypothesisRuns slow = Variant("pnnh-slow", "A");
        HypothesisRuns own = Variant("pnnh-own", "A");
        HypothesisRuns untied = Variant("pnnh-untied", "A");
        HypothesisRuns head = Variant("pnnh-head", "C");
        HypothesisComparison studied = depths.Single(static depth => depth.Depth == HypothesisVariants.StudyDepth);

        yield return Decide(
            "training_loss",
            "The paradigm supports \"the training of deep plain neural nets devoid of residual connections\".",
            depths.All(static depth => depth.A.Trains && depth.C.Trains && !depth.Plain.Trains && !depth.PlainDense.Trains),
            $"In {Number.Count(runs.OfType<HypothesisRun>().First().Steps, "step")} {Expected(depths)}");

        yield return Decide(
            "training_loss",
            "Networks of the hypothesis \"achieve on-par accuracy with ResNets\".",
            depths.All(static depth => depth.A.UnseenLoss.Median < Par * depth.ResidualZero.UnseenLoss.Median),
            string.Join(" ", depths.Select(static depth =>
                $"At {depth.Depth} layers coder A ends at {depth.A.UnseenLoss}, B, which is as wide as the source's, "
                    + $"at {depth.B.UnseenLoss}, C at {depth.C.UnseenLoss}; "
                    + $"a residual network that starts alike ends at {depth.ResidualZero.UnseenLoss}. The claim is judged by A.")));

        yield return Decide(
            "coder_error",
            "The source's coder, half as wide as the layer and trained on rectified normal vectors, preserves the input.",
            coders.Where(static coder => coder.Coder == CoderKind.B.Label)
                .All(coder => coder.ByLayer[HypothesisVariants.StudyDepth - 1] < 0.1),
            $"It misses {Errors(coders, CoderKind.B.Label, static coder => coder.Error)} of the variance of rectified normal vectors, "
                + $"and behind {HypothesisVariants.StudyDepth} layers "
                + $"{Errors(coders, CoderKind.B.Label, static coder => coder.ByLayer[HypothesisVariants.StudyDepth - 1])} of the input's. "
                + "Independent numbers cannot be told by half as many. "
                + $"One as wide, A, misses {Errors(coders, CoderKind.A.Label, static coder => coder.Error)}; C, half as wide, "
                + $"misses {Errors(coders, CoderResult.Exact, static coder => coder.ByLayer[^1])} behind {CoderResult.Layers} layers, "
                + "because the two halves of what it codes are never positive together.");

        yield return Decide(
            "\"Up to 2x more parameter efficient than ResNets\".",
            depths.All(
                static depth =>
                    depth.A.Parameters < depth.ResidualZero.Parameters
                        && depth.A.UnseenLoss.Median < Par * depth.ResidualZero.UnseenLoss.Median),
            string.Join(" ", depths.Select(static depth =>
                $"At {depth.Depth} layers: {depth.A.Parameters:N0} parameters with coder A, {depth.C.Parameters:N0} with B or C, "
                    + $"{depth.ResidualZero.Parameters:N0} residual."))
                + " With a learner as wide as the residual branch the coder comes on top: a residual connection has no parameters.");

        yield return Decide(
            "\"Weight sharing in the coder improves parameter efficiency\".",
            own.Parameters > fullRate.Parameters,
            $"Coder A, one for each of {HypothesisVariants.StudyDepth} layers, makes {own.Parameters:N0} parameters, "
                + $"one for all {fullRate.Parameters:N0}.");

        yield return Decide(
            "\"Up to 0.3x faster training speed compared to ResNets\".",
            depths.Any(static depth => depth.A.SlowerThan(depth.Residual).Median < 1 || depth.C.SlowerThan(depth.Residual).Median < 1),
            string.Join(" ", depths.Select(static depth =>
                $"At {depth.Depth} layers a step takes {depth.A.StepMicroseconds} µs with coder A and {depth.C.StepMicroseconds} µs "
                + $"with C, {depth.Residual.StepMicroseconds} µs residual: "
                + $"{depth.A.SlowerThan(depth.Residual)} and {depth.C.SlowerThan(depth.Residual)} times as long."))
                + " A coder's two matrices are multiplied in every layer; a residual connection adds.");

        yield return Decide(
            "studies",
            "The coder preserves information while it is trained with the learners at the same rate.",
            fullRate.Trains,
            $"A coder A that is trained on ends at {fullRate.UnseenLoss}, with 1 - R² of {fullRate.CoderError}; "
                + $"at a hundredth of the rate at {slow.UnseenLoss}, frozen at {studied.A.UnseenLoss}.");

        yield return Decide(
            "studies",
            "A coder that is trained at the full rate breaks because the gradients of all layers add up in it.",
            own.Trains && !fullRate.Trains,
            $"Where every layer has a coder A of its own the loss ends at {own.UnseenLoss}, where they share it at {fullRate.UnseenLoss}. "
                + "Adam divides a gradient by its size: each number moves by about the learning rate in a step, shared or not.");

        yield return Decide(
            "coder_error",
            "A coder as wide as what it codes reconstructs it however its two matrices start.",
            untied.CoderError.Max < 0.01,
            $"Begun with D = Eᵀ it misses {studied.A.CoderError} of the variance after the same training, begun with two "
                + $"independent matrices {untied.CoderError}; "
                + $"the layers end at {studied.A.UnseenLoss} and {untied.UnseenLoss}.");

        yield return Decide(
            "studies",
            "The learners do nothing: behind an exact path the last Linear alone solves this task.",
            head.UnseenLoss.Median < Par * studied.C.UnseenLoss.Median,
            $"With coder C and all learners frozen at their start the loss ends at {head.UnseenLoss}, with trained learners at "
                + $"{studied.C.UnseenLoss}. (Given steps enough the last Linear can get to 0 alone.)");

        yield return Decide(
            "training_loss",
            "What the path loses is lost in training too: the deeper the network, the worse coder B does beside A.",
            deepest.B.UnseenLoss.Median / deepest.A.UnseenLoss.Median > studied.B.UnseenLoss.Median / studied.A.UnseenLoss.Median,
            $"Coder B ends at {studied.B.UnseenLoss} at {studied.Depth} layers and {deepest.B.UnseenLoss} at {deepest.Depth}, "
                + $"coder A at {studied.A.UnseenLoss} and {deepest.A.UnseenLoss}.");
    }

    private static Finding Decide(string figure, string claim, bool holds, string evidence) =>
        Decide(claim, holds, evidence) with { Figure = figure };

    private static Finding Decide(string claim, bool holds, string evidence) =>
        new(claim, holds ? Standing.Holds : Standing.DoesNotHold, evidence);

    private static SeedSpread Errors(IReadOnlyList<CoderResult> coders, string name, Func<CoderResult, double> value) =>
        SeedSpread.Of(coders.Where(coder => coder.Coder == name).Select(value));

    private static IEnumerable<Passage> Passages() =>
    [
        new("What the source says, and what it leaves open",
            "The source says: a layer is split into a learner and a coder; the coder is an autoencoder whose weights all layers share, "
            + "half as wide as the layer, taught by itself on rectified normal vectors; its learning rate may need care of its own. "
            + "Open, or without formulas at hand: how the two are joined (here they are added, in front of the layer's ReLU), "
            + "what the coder is made of (here one hidden ReLU layer, biases, a linear end), whether it is trained on "
            + "with the learners (here frozen; "
            + "a study varies it), how a learner starts (here with W₂ = 0, so that at first the coder's path is all there is), "
            + "and how the input enters (here as [ReLU(x); ReLU(-x)], which loses nothing). "
            + "The source trains on images; what is measured here is one task with vectors of 64 numbers, "
            + "and says nothing of accuracy on images."),
        new("What a coder is in place of a residual connection",
            "A residual connection hands on h itself; a coder multiplies h by two matrices in every layer, with a ReLU between them. "
            + "Where it reconstructs h, both leave the input as it came in before the learners speak, and gradients reach every layer. "
            + "But the coder does so only for vectors that it was made for, what it loses is lost once more in each layer, and it is made "
            + "of numbers that training can move."),
    ];
}
