using NetGen.Data;
using NetGen.Experiments.Declaring;
using NetGen.Experiments.Images;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainImages;

/// <summary>
/// Plain networks on images: residual networks of 8, 20 and 56 layers, the same without their shortcuts, and with the coders of the Plain
/// Neural Net Hypothesis (arXiv 2402.08645) or other ways in their place. The networks are declared and compiled when it runs. Claims and
/// verdict stand in the other parts of this class.
/// </summary>
internal sealed partial class PlainImagesExperiment : Experiment
{
    private const string AllDepths = "all";

    private static readonly Folder data = new(
        "--data", "The folder of Fashion-MNIST's four files, or of CIFAR-10's or CIFAR-100's binary version.", FashionMnist.DebianFolder);
    private static readonly Choice depth = new(
        "--depth", "How deep networks are.", [AllDepths, .. ImageNetworks.Depths.Select(static depth => $"{depth}")]);
    private static readonly WholeNumber epochs = new("--epochs", "How often every image is seen.", 1, 1000, 2);
    private static readonly WholeNumber examples = new("--examples", "How many of the images to train with are taken.", 1, 60_000, 1280);
    private static readonly RealNumber learningRate = new("--lr", "Adam's highest learning rate.", 1e-6f, 1, 2e-3f);
    private static readonly Switch full = new(
        "--full-size", "The first stage has images in their full size, rather than half as high and wide: four times the work.");

    /// <summary>The networks of the last <see cref="Prepare"/>.</summary>
    private readonly Dictionary<ImageNetwork, CompiledImageNetwork> compiled = [];

    /// <summary>Their declarations.</summary>
    private readonly Dictionary<ImageNetwork, string> sources = [];

    public override string Name => "plain-images";

    public override string Question =>
        "Do deep networks of convolutions learn images without residual connections, and what of an image is left inside them?";

    public override IReadOnlyList<NetworkInfo> Networks => [];

    public override IReadOnlyList<ExperimentOption> Options => [data, depth, epochs, examples, learningRate, full];

    public override int DefaultSeeds => 3;

    public override bool TakesSteps => false;

    /// <summary>Steps follow from epochs.</summary>
    public override int DefaultSteps => 1;

    public override int DefaultBatch => 16;

    public override int LargestBatch => 1024;

    public override IReadOnlyList<string> OwnFiles =>
    [
        "networks.json", "figures/depth", "figures/accuracy", "figures/remains", "figures/coder_path", "figures/frontier",
        "figures/survival", "figures/cosine", "figures/rank", "figures/gradient",
    ];

    public override string? Objection(Settings settings) => ImageTask.ObjectionTo(
        data.Name, settings[data], settings[examples],
        images => images.ObjectionToBatch(settings.Batch));

    public override string Work(Settings settings, int trainings) =>
        $"{Number.Count(trainings, "training")} of {Number.Count(settings[epochs], "epoch")} of {settings[examples]:N0} images, and how "
            + "long steps take";

    public override IEnumerable<string> Prepare(Settings settings, IRunDisplay display, CancellationToken stop)
    {
        ImageTask task = Load(settings);
        foreach (int layers in DepthsOf(settings))
        {
            ImageNetwork[] declared = [.. ImageNetworks.Of(layers, settings[full])];
            PixelCoder[] autoencoders = [.. declared.SelectMany(StageCoders.Needed).Distinct()];
            Dictionary<ImageNetwork, float> slopes = [];
            foreach (ImageNetwork network in declared)
            {
                sources[network] = network.Source(task.Training.Shape, task.Training.Classes.Count);
                if (network.Way != Way.Leaky)
                    continue;
                Mending mending = Mending.Of(sources[network], network.Name, stop);
                (sources[network], slopes[network]) = (mending.After, mending.Slope);
            }

            CompiledNetworks networks = new();
            CompilationCost cost = networks.Add(
                $"{declared.Length} networks of {layers} layers",
                [.. declared.Select(static network => network.Name), .. autoencoders.Select(static coder => coder.Name)],
                [
                    .. declared.Select(network => sources[network]),
                    .. autoencoders.Select(static coder => coder.Source),
                ],
                display,
                stop);
            StageCoders coders = new(networks);
            foreach (ImageNetwork network in declared)
                compiled[network] = CompiledImageNetwork.Of(
                    network, networks[network.Name], coders, slopes.GetValueOrDefault(network));
            yield return $"{cost}";
        }
    }

    public override IReadOnlyList<Training> Plan(Settings settings)
    {
        ImageTask task = Load(settings);
        PlainImagesRecipe recipe = Recipe(settings);
        int steps = recipe.Steps(task);
        // The largest first: what begins last is then soon done.
        return
        [
            .. from seed in settings.AllSeeds
               from network in Planned(settings).OrderByDescending(static network => network.Shape.Depth)
               let looks = seed == settings.FirstSeed && IsLookedInto(network, settings)
               select new Training(
                   network.Setup, network.Label, seed, steps,
                   (report, stop) => compiled[network].Train(task, recipe, seed, looks, report, stop)),
            .. from layers in DepthsOf(settings)
               select new Training(SpeedTest.Setup, $"{layers} layers in turn", settings.FirstSeed, SpeedTest.Rounds, (report, stop) =>
               {
                   CompiledImageNetwork[] networks = [.. ImageNetworks.Of(layers, settings[full]).Select(network => compiled[network])];
                   return new SpeedTest(networks, task, recipe, settings.FirstSeed).Run(report, stop);
               }),
        ];
    }

    public override IEnumerable<object> Results(IReadOnlyList<TrainingRun> runs) =>
        runs.OfType<PlainImageRun>().Select(run => run.Row(runs));

    public override IEnumerable<(string Name, object Numbers)> Numbers(Settings settings, IReadOnlyList<TrainingRun> runs)
    {
        yield return (
            "networks.json",
            Planned(settings).Select(network => new { network.Name, network.Setup, network.Label, Source = sources[network] }));
    }

    /// <summary>Images are read back from the deepest networks with norms.</summary>
    private static bool IsLookedInto(ImageNetwork network, Settings settings) =>
        network is { Norm: true, LearnerShare: 1 } && network.Shape.Depth == DepthsOf(settings)[^1];

    private static IReadOnlyList<int> DepthsOf(Settings settings) => settings[depth] == AllDepths
        ? ImageNetworks.Depths
        : [int.Parse(settings[depth], CultureInfo.InvariantCulture)];

    private static IEnumerable<ImageNetwork> Planned(Settings settings) =>
        DepthsOf(settings).SelectMany(layers => ImageNetworks.Of(layers, settings[full]));

    private static ImageTask Load(Settings settings) => ImageTask.Load(settings[data], settings[examples]);

    private static PlainImagesRecipe Recipe(Settings settings) => new(settings[epochs], settings.Batch, settings[learningRate]);
}
