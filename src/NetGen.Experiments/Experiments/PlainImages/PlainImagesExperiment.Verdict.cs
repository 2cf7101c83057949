using NetGen.Experiments.Declaring;
using NetGen.Experiments.Images;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainImages;

/// <content>What follows from finished runs.</content>
internal sealed partial class PlainImagesExperiment
{
    public override Report Conclude(Settings settings, IReadOnlyList<TrainingRun> runs)
    {
        ImageTask task = Load(settings);
        PlainImagesComparison seen = new(
            task,
            Recipe(settings),
            [
                .. from network in Planned(settings)
                   let own = runs.OfType<PlainImageRun>().Where(run => run.Network == network.Name).ToArray()
                   where own.Length > 0
                   select new PlainImageRuns(network, own, PlainImageRun.SpeedOf(network.Name, runs), compiled[network].Ends),
            ]);
        return new Report(
            "Plain networks on images",
            Question,
            Answer(settings, seen),
            SetupTable(settings, seen),
            [Results(seen), Cost(seen), Coders(seen)],
            [
                LearningFigures.Depth(seen), .. LearningFigures.Frontier(seen), LearningFigures.Accuracy(seen),
                .. PictureFigures.Remains(seen), .. PictureFigures.CoderPath(seen),
                LayerFigures.Survival(seen), LayerFigures.Cosine(seen), LayerFigures.Rank(seen), LayerFigures.Gradient(seen),
            ],
            [.. Claims(seen)],
            [.. Conventions(seen)])
        {
            Leads = ["depth", "remains"],
            Passages = [.. Passages()],
        };
    }

    private static string Answer(Settings settings, PlainImagesComparison seen) =>
        $"Of {Math.Min(PlainImagesRecipe.TestImages, seen.Task.Test.Count):N0} test images of {seen.Task.Name}, networks of {seen.Deepest} "
        + $"layers name right: {Medians(seen, norm: true)} with batch norm; {Medians(seen, norm: false)} without norms "
        + $"({Number.Count(seen.Recipe.Epochs, "epoch")} of {seen.Task.Training.Count:N0} images, median of "
        + $"{Number.Count(settings.Seeds, "seed")}). PNNH is a reconstruction: the source (arXiv 2402.08645) has no public code, and its "
        + "formulas were not at hand.";

    private static string Medians(PlainImagesComparison seen, bool norm) => string.Join(", ", seen.Whole(norm, seen.Deepest)
        .Select(static runs => $"{runs.Label} {Number.Percent(runs.Accuracy.Median)}"));

    private static Table SetupTable(Settings settings, PlainImagesComparison seen) => new(
        "Set-up",
        ["what", "how"],
        [
            [
                "network",
                "a 3 × 3 convolution, three stages of 16, 32 and 64 channels, a mean over all pixels, a Linear (He et al. 2016); "
                    + (settings[full] ? "images in their full size" : "the first convolution makes images half as high and wide"),
            ],
            ["layer", "two 3 × 3 convolutions; batch norm behind each, or no norm at all; ReLU behind the first, and at the end"],
            [
                "residual",
                "h' = ReLU(h + f(h)); a projection where images get smaller. Without norms the second convolution starts at zero "
                    + "(Zhang et al. 2019)",
            ],
            ["plain", "h' = ReLU(f(h)), Kaiming normal"],
            [
                "PNNH",
                "h' = ReLU(f(h) + D ReLU(E h + e) + d) for each pixel; E, e, D, d shared by all layers of a stage and frozen. "
                    + "Layers that make images smaller have no coder. Without norms the second convolution starts at zero",
            ],
            ["coder A", "as wide as h; E orthogonal, D = Eᵀ, then trained alone on rectified normal vectors"],
            ["coder B", "half as wide, as the source's; begun and trained in the same way"],
            [
                "coder C",
                $"half as wide, not trained: E = [I, -I], e = {StageCoders.Reach}, D = [I; -I], d = [-{StageCoders.Reach}; "
                    + $"{StageCoders.Reach}]; keeps h₊ - h₋ where it is at least -{StageCoders.Reach}. Stages begin with a CReLU of "
                    + "half the channels",
            ],
            [
                "RepVGG",
                "each 3 × 3 convolution with a 1 × 1 one and the identity beside it, a batch norm behind each; folded to one convolution "
                    + "for prediction (Ding et al. 2021)",
            ],
            [
                "DiracNet",
                "a x + conv(NCReLU(x), b W / |W|) for each 3 × 3 convolution, a from 1 and b from 0.1 learned for each channel: the "
                    + "convolution of NCReLU(x) with a [I, I] + b W / |W| (Zagoruyko and Komodakis 2017)",
            ],
            [
                "plain, leaky",
                "plain, with the slope of LeakyReLUs and the start that the compiler advises (Zhang et al. 2022) where "
                    + $"{Mending.Setting}; networks.json has what it made of the declaration",
            ],
            [
                "training",
                $"Adam, the rate rises to {Number.Short(seen.Recipe.LearningRate)} in the first fifth of the steps and falls to 0 along "
                    + $"half a cosine; batches of {seen.Recipe.Batch}, {Number.Count(seen.Recipe.Epochs, "epoch")} of "
                    + $"{seen.Task.Training.Count:N0} images; gradients longer than {PlainImagesRecipe.LongestGradient} are shortened "
                    + "to it",
            ],
            ["seeds", settings.SeedsInWords],
        ]);

    private static Table Results(PlainImagesComparison seen) => new(
        "Results",
        ["layers", "norm", "network", "parameters", "accuracy", "after the first epoch", "late training loss"],
        [
            .. seen.All.Select(static runs => new[]
            {
                $"{runs.Network.Shape.Depth}", Norm(runs), runs.Label, $"{runs.First.Parameters:N0}", runs.Accuracy.AsPercent,
                runs.Over(static run => run.TestAccuracy[0]).AsPercent, $"{runs.TrainLoss}",
            }),
        ]);

    private static Table Cost(PlainImagesComparison seen) => new(
        "What it costs",
        [
            "layers", "norm", "network", "parameters", "of them trained", "a step, ms", "images a second", "a prediction, ms",
            "images a second", "folded, ms",
        ],
        [
            .. seen.All.Select(runs => new[]
            {
                $"{runs.Network.Shape.Depth}", Norm(runs), runs.Label, $"{runs.First.Parameters:N0}", $"{runs.First.Trained:N0}",
                Milliseconds(runs.Speed?.StepMicroseconds), Throughput(seen, runs.Speed?.StepMicroseconds),
                Milliseconds(runs.Speed?.PredictMicroseconds), Throughput(seen, runs.Speed?.PredictMicroseconds),
                Milliseconds(runs.Speed?.FoldedMicroseconds),
            }),
        ]);

    private static Table Coders(PlainImagesComparison seen) => new(
        "What coders lose alone, 1 - R²",
        ["coder", "16 channels", "32 channels", "64 channels"],
        [
            .. coders.Select(way => seen[way, true, seen.Deepest]).Select(static runs => (IReadOnlyList<string>)
            [
                runs.Network.Way.Coder()!,
                .. Enumerable.Range(0, ResNetShape.Stages).Select(stage => stage < runs.First.CoderErrors.Count
                    ? $"{runs.Over(run => run.CoderErrors[stage])}"
                    : "-"),
            ]),
        ]);

    private static IEnumerable<string> Conventions(PlainImagesComparison seen) =>
    [
        $"Accuracy: the share of the first {Math.Min(PlainImagesRecipe.TestImages, seen.Task.Test.Count):N0} test images whose most "
            + "probable class is theirs. Test images have no part in training. Late training loss: the mean over the last tenth of the "
            + "steps.",
        $"On a par: not more than {Number.Percent(PlainImagesComparison.Par)} of the images behind, as a median over seeds.",
        "Survival: the share of v, over images, pixels and channels, that is above 0 at the end of a layer, where h' = f(v). Bound: "
            + "the mean over channels of the least share that a channel's own mean and variance allow.",
        $"Cosine and rank: of what a layer hands on for {CompiledImageNetwork.Images} test images, all its numbers as one vector. The "
            + $"rank is (Σλ)² / Σλ² over the eigenvalues of their covariance, at most {CompiledImageNetwork.Images - 1}. Gradient: the "
            + "Frobenius norm of dL/dv.",
        $"Readout: ridge regression from all numbers of a layer to the pixels, fitted to four fifths of {seen.Gallery.Count} test images "
            + "and tried on the others. It reads no more than so many examples can teach it, the same for all networks.",
        "1 - R² of coders A and B is of rectified normal vectors, of C of the halves of normal ones behind a ReLU; never seen in training.",
        $"Time: all networks of a depth take turns, one batch of {seen.Recipe.Batch} each, on one thread, while another thread trains; "
            + "the least of all rounds counts, since other work on a machine only adds.",
        "Expected: what the compiler knows of the declared start. Coders are put in behind it, so nothing is expected of networks that "
            + "have one.",
        SeedSpread.Convention,
        "Pictures are of the first seed; results.json has every run, networks.json every declaration. Beside each figure lie its data "
            + "as JSON.",
    ];

    private static IEnumerable<Passage> Passages() =>
    [
        new("What the source says, and what it leaves open",
            "The source replaces the residual blocks of networks for CIFAR-10, CIFAR-100 and ImageNet by a learner, a block's "
                + "convolutions, and a coder, an autoencoder that shares its weights over layers and is half as wide as what it codes. "
                + "How the two are joined, where images get smaller, what a coder is trained on and how learners start is not told or "
                + "was not at hand; what was chosen stands under Set-up. No code of it is public, and no follow-up is known: these "
                + "numbers are of a reconstruction."),
    ];

    private static string Norm(PlainImageRuns runs) => runs.Network.Norm ? "batch" : "none";

    private static string Milliseconds(double? microseconds) => microseconds is { } time ? Number.Short(time / 1000) : "-";

    private static string Throughput(PlainImagesComparison seen, double? microseconds) =>
        microseconds is { } time ? $"{1e6 * seen.Recipe.Batch / time:N0}" : "-";
}
