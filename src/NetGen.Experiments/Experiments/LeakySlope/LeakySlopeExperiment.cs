using System.Diagnostics;
using NetGen.Data;
using NetGen.Experiments.Declaring;
using NetGen.Experiments.Images;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.LeakySlope;

/// <summary>
/// The compiler's own answer to plain depth: it warns of plain declarations whose depth makes all inputs alike, and solves for the slope
/// that mends them. Here the declarations it mends are trained beside those it was given, and beside two other ways to live with depth.
/// Claims and verdict stand in the other parts of this class.
/// </summary>
internal sealed partial class LeakySlopeExperiment : Experiment
{
    private static readonly IReadOnlyList<int> depths = [20, 50, 100];

    private static readonly Folder data = new("--data", "The folder of Fashion-MNIST's four files.", FashionMnist.DebianFolder);
    private static readonly WholeNumber examples = new(
        "--examples", "How many of the images to train with are taken.", 1, MostExamples, 4000);
    private static readonly WholeNumber epochs = new("--epochs", "How often every image is seen.", 1, 1000, 2);
    private static readonly RealNumber learningRate = new("--lr", "The learning rate for images.", 1e-6f, 10, 3e-4f);
    private static readonly Choice deepest = new(
        "--deepest", "The depth of the deepest networks.", [.. depths.Reverse().Select(static depth => $"{depth}")]);

    private const int MostExamples = 60_000;

    private readonly Dictionary<SlopeNetwork, Mending> mended = [];
    private readonly Dictionary<SlopeNetwork, SlopeTrainee> compiled = [];

    public override string Name => "leaky-slope";

    public override string Question =>
        "Does a deep plain network train with the slope of LeakyReLU that the compiler solves for, where ReLUs make all inputs alike?";

    public override IReadOnlyList<NetworkInfo> Networks => [];

    public override IReadOnlyList<ExperimentOption> Options => [data, examples, epochs, learningRate, deepest];

    public override int DefaultSeeds => 3;

    public override int DefaultSteps => 500;

    public override int DefaultBatch => 64;

    public override int LargestBatch => SlopeTrainee.TrainingVectors;

    public override IReadOnlyList<string> OwnFiles => ["declarations.json", "figures/slope_learning", "figures/slope_cosine"];

    public override string? Objection(Settings settings) => ImageTask.ObjectionTo(
        data.Name, settings[data], settings[examples],
        images => images.Objection(settings.Batch));

    public override string Work(Settings settings, int trainings) =>
        $"{Number.Count(trainings, "training")} of {Number.Count(settings.Steps, "step")} (Distant Identity) or "
        + $"{Number.Count(settings[epochs], "epoch")} of {settings[examples]:N0} images";

    public override IEnumerable<string> Prepare(Settings settings, IRunDisplay display, CancellationToken stop)
    {
        SlopeNetwork[] networks = [.. Declared(settings)];
        SlopeNetwork[] plain = [.. networks.Where(static network => network.Kind == SlopeKind.Plain)];
        Stopwatch clock = Stopwatch.StartNew();
        display.Show(
            "Solving for slopes",
            at =>
            {
                foreach (SlopeNetwork network in plain)
                {
                    at(network.Name);
                    Mended(network, stop);
                }

                return true;
            },
            stop);
        yield return $"Mended {Number.Count(plain.Length, "plain declaration")}, in {Duration.Text(clock.Elapsed.TotalSeconds)}: "
            + $"slopes {string.Join(", ", plain.Select(network => $"{Number.Short(Mended(network).Slope)} ({network.Name})"))}.";

        CompiledNetworks classes = new();
        CompilationCost cost = classes.Add(
            $"{networks.Length} networks, {networks.Sum(static network => network.Depth):N0} layers",
            networks.Select(static network => network.Name),
            [.. networks.Select(Source)],
            display,
            stop);
        foreach (SlopeNetwork network in networks)
            compiled[network] = SlopeTrainee.Of(classes[network.Name]);
        yield return $"{cost}";
    }

    public override IReadOnlyList<Training> Plan(Settings settings)
    {
        ImageTask images = Load(settings);
        int steps = settings[epochs] * (images.Training.Count / settings.Batch);
        return
        [
            .. from seed in settings.AllSeeds
               from network in Declared(settings)
               let work = network.Task.IsIdentity ? settings.Steps : steps
               select new Training(network.Task.Title, network.Label, seed, work, (report, stop) => network.Task.IsIdentity
                   ? compiled[network].TrainIdentity(network, seed, settings.Steps, settings.Batch, report, stop)
                   : compiled[network].TrainImages(
                       network, images, settings[learningRate], settings[epochs], seed, settings.Batch, report, stop)),
        ];
    }

    public override IEnumerable<object> Results(IReadOnlyList<TrainingRun> runs) => runs.Cast<SlopeRun>().Select(static run => run.Row);

    public override IEnumerable<(string Name, object Numbers)> Numbers(Settings settings, IReadOnlyList<TrainingRun> runs)
    {
        yield return ("declarations.json", Declared(settings).Select(network => new { Network = network.Name, Source = Source(network) }));
    }

    private static ImageTask Load(Settings settings) => ImageTask.Load(settings[data], settings[examples]);

    private static IEnumerable<int> Depths(Settings settings) =>
        depths.Where(depth => depth <= int.Parse(settings[deepest], CultureInfo.InvariantCulture));

    private static IEnumerable<SlopeNetwork> Declared(Settings settings) =>
        from task in SlopeTask.All
        from depth in Depths(settings)
        from kind in Enum.GetValues<SlopeKind>()
        select new SlopeNetwork(task, kind, depth);

    /// <summary>What the compiler makes of a declaration that earns its warning.</summary>
    private Mending Mended(SlopeNetwork network, CancellationToken stop = default)
    {
        if (!mended.TryGetValue(network, out Mending? mending))
            mended.Add(network, mending = Mending.Of(network.Source, network.Name, stop));
        return mending;
    }

    /// <summary>What is compiled. That of a mended network is the text of the code fix, under another name.</summary>
    private string Source(SlopeNetwork network)
    {
        SlopeNetwork plain = network with { Kind = SlopeKind.Plain };
        return network.Kind == SlopeKind.Leaky
            ? Mended(plain).After.Replace(plain.Name, network.Name, StringComparison.Ordinal)
            : network.Source;
    }
}
