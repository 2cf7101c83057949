using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.PlainImages;

/// <content>What the source claims, and what became of it.</content>
internal sealed partial class PlainImagesExperiment
{
    private static readonly Way[] coders = [Way.CoderA, Way.CoderB, Way.CoderC];

    private static IEnumerable<Finding> Claims(PlainImagesComparison seen)
    {
        const double par = PlainImagesComparison.Par;
        int deepest = seen.Deepest;

        yield return Decide(
            "depth",
            "\"Eventual convergence failure in plain neural networks\": without residual connections the deepest network is behind by more "
                + "than 10 points, with norms and without.",
            Both(norm => PlainImagesComparison.Ahead(seen[Way.Residual, norm, deepest], seen[Way.Plain, norm, deepest]).Median > 0.1),
            Each(norm => $"{seen[Way.Plain, norm, deepest].Accuracy.AsPercent} against "
                + $"{seen[Way.Residual, norm, deepest].Accuracy.AsPercent} at {deepest} layers"));

        yield return Decide(
            "depth",
            "PNNH \"establishes a paradigm to support the training of deep plain neural nets devoid of residual connections\": with a "
                + "coder, the deepest network is ahead of the plain one.",
            coders.All(way => Both(norm =>
                PlainImagesComparison.Ahead(seen[way, norm, deepest], seen[Way.Plain, norm, deepest]).Median > par)),
            Each(norm => Accuracies(seen, norm, deepest)));

        foreach (Way way in coders)
        {
            yield return Decide(
                "depth",
                $"\"PNNH-enabled plain CNNs achieve on-par accuracy with ResNets\", judged by coder {way.Coder()}"
                    + (way == Way.CoderB ? ", which is half as wide, as the source's" : "")
                    + ": not more than a point behind at any depth, with norms and without.",
                Both(norm => seen.Depths.All(layers =>
                    PlainImagesComparison.Ahead(seen[way, norm, layers], seen[Way.Residual, norm, layers]).Median >= -par)),
                Each(norm => string.Join(", ", seen.Depths.Select(layers =>
                    $"{Points(PlainImagesComparison.Ahead(seen[way, norm, layers], seen[Way.Residual, norm, layers]))} at {layers}"))));
        }

        yield return Efficiency(seen);
        yield return Throughput(seen);

        yield return Rival(seen, Way.Dirac, "The identity inside each convolution (Zagoruyko and Komodakis 2017)");
        yield return Rival(seen, Way.RepVgg, "A branch that is folded away (Ding et al. 2021)");
        yield return Rival(seen, Way.Leaky, "The slope that the compiler solves for (Zhang et al. 2022)");
        yield return Folding(seen);

        yield return Decide(
            "survival",
            "\"ReLU non-linearities progressively eliminate negative neuron responses\": in the deepest plain network the share of what is "
                + "positive falls from the first layer to the last, before training.",
            Both(norm => Last(seen, Way.Plain, norm, false, static end => end.Survival).Median
                < seen[Way.Plain, norm, deepest].Over(static run => run.Start.Layers[0].Survival).Median - 0.05),
            Each(norm => $"{seen[Way.Plain, norm, deepest].Over(static run => run.Start.Layers[0].Survival).AsPercent} in layer 1, "
                + $"{Last(seen, Way.Plain, norm, false, static end => end.Survival).AsPercent} in the last"));

        yield return Decide(
            "survival",
            "\"A residual connection pushes up the mean of neuron responses and yields a higher portion of non-zero activations "
                + "surviving\".",
            Both(norm => MeanSurvival(seen, Way.Residual, norm).Median > MeanSurvival(seen, Way.Plain, norm).Median),
            Each(norm => $"over all layers {MeanSurvival(seen, Way.Residual, norm).AsPercent} survive with residual connections and "
                + $"{MeanSurvival(seen, Way.Plain, norm).AsPercent} without"));

        int violations = seen.All.Sum(static runs => runs.Runs.Sum(static run =>
            run.Start.Layers.Concat(run.End.Layers).Sum(static end => end.Violations)));
        yield return Decide(
            "survival",
            "The lower bound on survivors, mean² / (mean² + variance) for a mean above 0 (Chebyshev and Cantelli), holds for every "
                + "channel.",
            violations == 0,
            $"{violations:N0} channels of all layers of all networks are below it, before training or after it. It is a theorem; most "
                + "channels are far above it.");

        yield return Decide(
            "cosine",
            "Plain networks \"degenerate the input to random noise\": what two images become is more alike at the end of the deepest plain "
                + "network than of the residual one, before training.",
            Both(norm => Last(seen, Way.Plain, norm, false, static end => end.Cosine).Median
                > Last(seen, Way.Residual, norm, false, static end => end.Cosine).Median),
            Each(norm => $"the mean cosine is {Last(seen, Way.Plain, norm, false, static end => end.Cosine)} without and "
                + $"{Last(seen, Way.Residual, norm, false, static end => end.Cosine)} with residual connections"));

        if (seen[Way.Plain, true, deepest].First.Start.Remains.Count > 0)
        {
            yield return Decide(
                "remains",
                "Information lost in a plain network \"cannot be restored by the following layers\": before training, a linear readout "
                    + "of the last layer gets back less of an image than in the residual network, and less than with any coder.",
                coders.Prepend(Way.Residual)
                    .All(way => Math.Max(0, LastShare(seen, way, false)) > Math.Max(0, LastShare(seen, Way.Plain, false))),
                $"Of the variance of images it gets back {Shares(seen, after: false)}; after training {Shares(seen, after: true)} (one "
                    + "seed).");

            yield return Decide(
                "coder_path",
                "The coder \"preserves input information\": behind twenty passes of the coder alone more than 90 % of what its network's "
                    + "first layer tells can be read.",
                coders.All(way => PathShare(seen, way, false, ^1) > 0.9 * PathShare(seen, way, false, 0)),
                string.Join("; ", coders.Select(way => $"{way.Label()}: {Number.Percent(PathShare(seen, way, false, 0))} in front of it, "
                    + $"{Number.Percent(PathShare(seen, way, false, ^1))} behind twenty")) + " (one seed).");
        }

        yield return seen.Task.Name.StartsWith("CIFAR", StringComparison.Ordinal)
            ? Open("The source's numbers on CIFAR-10 and CIFAR-100.", "They could not be had, so nothing can be held against them.")
            : Open("The source's results on CIFAR-10 and CIFAR-100.", "This run is on Fashion-MNIST; --data takes a folder of CIFAR's "
                + "binary files.");
        yield return Open("The source's results on ImageNet.", "The images are not at hand, and it is far beyond this machine.");
        yield return Open(
            "The dissimilarity between an image and what is left of it, in units of DISTS.",
            "DISTS is made of a network trained on ImageNet, which is not at hand; the share of the variance that a linear readout gets "
                + "back stands in its place.");
    }

    private static Finding Efficiency(PlainImagesComparison seen)
    {
        const string claim = "\"Up to 2x more parameter efficient than ResNets\": where learners shrink, a network with a coder has, of "
            + "half the parameters or fewer, the accuracy of the whole residual network, and the residual network with its learners "
            + "shrunk alike has not.";
        IReadOnlyList<PlainImageRuns> residual = seen.Frontier(Way.Residual);
        if (residual.Count < 2)
            return Open(claim, $"Learners shrink at {ImageNetworks.FrontierDepth} layers alone.");
        double whole = residual[^1].Accuracy.Median - PlainImagesComparison.Par;
        long half = residual[^1].First.Parameters / 2;
        return Decide(
            "frontier",
            claim,
            ImageNetworks.FrontierWays.Where(static way => way != Way.Residual).Any(way => Reaches(seen.Frontier(way)))
                && !Reaches(residual),
            string.Join(" ", ImageNetworks.FrontierWays.Select(way => FigureTitles.Sentence(way.Label()) + ": "
                + string.Join(", ", seen.Frontier(way).Select(static runs => $"{runs.Accuracy.AsPercent} of "
                + $"{runs.First.Parameters:N0}")) + ".")));

        bool Reaches(IReadOnlyList<PlainImageRuns> frontier) =>
            frontier.Any(runs => runs.First.Parameters <= half && runs.Accuracy.Median >= whole);
    }

    private static Finding Rival(PlainImagesComparison seen, Way way, string claim)
    {
        claim = $"{claim} does without a shortcut in prediction: {way.Label()} is ahead of the plain network at its greatest depth here.";
        PlainImageRuns[] rivals = [.. ImageNetworks.Norms.Select(norm => seen.Ladder(way, norm).LastOrDefault()).OfType<PlainImageRuns>()];
        if (rivals.Length == 0)
            return Open(claim, "There is none at this depth.");
        return Decide(
            "depth",
            claim,
            rivals.All(rival => PlainImagesComparison.Ahead(rival, PlainBeside(rival)).Median > PlainImagesComparison.Par),
            string.Join("; ", rivals.Select(rival =>
                $"{rival.Accuracy.AsPercent} against {PlainBeside(rival).Accuracy.AsPercent} ({rival.Network.Setup})")) + ".");

        PlainImageRuns PlainBeside(PlainImageRuns rival) => seen[Way.Plain, rival.Network.Norm, rival.Network.Shape.Depth];
    }

    private static Finding Folding(PlainImagesComparison seen)
    {
        const string claim = "RepVGG's branches and DiracNet's identities fold away: what is left predicts the same to a ten-thousandth "
            + "of its greatest output, in less time.";
        PlainImageRuns[] folded = [.. seen.All.Where(static runs => runs.First.Folded is not null)];
        if (folded.Length == 0)
            return Open(claim, "At this depth there is none of them.");
        if (folded.Any(static runs => runs.Speed is null))
            return Open(claim, "Times were not measured in this run.");
        return Decide(
            claim,
            folded.All(static runs => runs.Runs.All(static run => run.Folded!.Difference < 1e-4 * run.Folded.Greatest)
                && runs.Speed!.FoldedMicroseconds < runs.Speed.PredictMicroseconds),
            string.Join(" ", folded.Select(static runs => $"{runs.Label}, {runs.Network.Setup}: {runs.First.Parameters:N0} parameters "
                + $"become {runs.First.Folded!.Parameters:N0}; outputs up to {Number.Short(runs.First.Folded.Greatest)} differ by at most "
                + $"{runs.Over(static run => run.Folded!.Difference)}; a prediction takes {Ratio(runs.Speed!)} of the time.")));

        static string Ratio(SpeedRow speed) => Number.Percent(speed.FoldedMicroseconds!.Value / speed.PredictMicroseconds);
    }

    private static Finding Throughput(PlainImagesComparison seen)
    {
        const string claim = "\"Up to 0.3x faster training speed compared to ResNets\" in one copy of the source, 0.3 % in another: a "
            + "step with a coder takes less time than with a residual connection, judged at the greatest depth, where most layers "
            + "have one.";
        if (seen.All.Any(static runs => runs.Speed is null))
            return Open(claim, "Times were not measured in this run.");
        return Decide(
            "depth",
            claim,
            coders.Any(way => Slower(seen, way, seen.Deepest) < 1),
            "With norms, a step takes "
                + string.Join("; ", coders.Select(way => string.Join(", ", seen.Depths.Select(layers =>
                    $"{Number.Short(Slower(seen, way, layers))}")) + $" times as long with {way.Label()}"))
                + $", at {string.Join(", ", seen.Depths)} layers. Where images get smaller, the residual network has a projection that the "
                + "others lack.");
    }

    /// <summary>How many times as long a step takes as a step of the residual network, with norms.</summary>
    private static double Slower(PlainImagesComparison seen, Way way, int layers) =>
        seen[way, true, layers].Speed!.StepMicroseconds / seen[Way.Residual, true, layers].Speed!.StepMicroseconds;

    private static SeedSpread Last(PlainImagesComparison seen, Way way, bool norm, bool after, Func<LayerEnd, double> value) =>
        seen[way, norm, seen.Deepest].Last(after, value);

    private static SeedSpread MeanSurvival(PlainImagesComparison seen, Way way, bool norm) =>
        seen[way, norm, seen.Deepest].Over(static run => run.Start.Layers.Average(static end => end.Survival));

    private static double LastShare(PlainImagesComparison seen, Way way, bool after) =>
        seen[way, true, seen.Deepest].First.At(after).Remains[^1].Share;

    private static double PathShare(PlainImagesComparison seen, Way way, bool after, Index pass)
    {
        IReadOnlyList<Remains> path = seen[way, true, seen.Deepest].First.At(after).CoderPath;
        return path[pass.GetOffset(path.Count)].Share;
    }

    private static string Shares(PlainImagesComparison seen, bool after) => string.Join(", ", seen.WaysOf(true).Select(way =>
        $"{Number.Percent(Math.Max(0, LastShare(seen, way, after)))} ({way.Label()})"));

    private static string Accuracies(PlainImagesComparison seen, bool norm, int depth) => string.Join(", ", seen.Whole(norm, depth).Select(
        static runs => $"{runs.Accuracy.AsPercent} ({runs.Label})"));

    private static string Points(SeedSpread ahead) =>
        $"{Number.Tick(Math.Round(Math.Abs(100 * ahead.Median), 1))} points {(ahead.Median < 0 ? "behind" : "ahead")}";

    private static bool Both(Func<bool, bool> holds) => holds(true) && holds(false);

    private static string Each(Func<bool, string> number) => $"With norms {number(true)}; without, {number(false)}.";

    private static Finding Open(string claim, string why) => new(claim, Standing.NotMeasured, why);

    private static Finding Decide(string figure, string claim, bool holds, string evidence) =>
        Decide(claim, holds, evidence) with { Figure = figure };

    private static Finding Decide(string claim, bool holds, string evidence) =>
        new(claim, holds ? Standing.Holds : Standing.DoesNotHold, evidence);
}
