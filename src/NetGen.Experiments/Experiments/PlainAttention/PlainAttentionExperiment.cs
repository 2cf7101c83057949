using NetGen.Data;
using NetGen.Experiments.Attention;
using NetGen.Experiments.Declaring;
using NetGen.Experiments.Images;
using NetGen.Experiments.PlainNetHypothesis;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainAttention;

/// <summary>
/// Transformers without residual connections: around attention, around the feed-forward part, around both, on images and on text, and with
/// the coders of the Plain Neural Net Hypothesis (arXiv 2402.08645) in their place, as far as these can be reconstructed. Its networks are
/// declarations that it writes and compiles itself. Claims and verdict stand in the other parts of this class.
/// </summary>
internal sealed partial class PlainAttentionExperiment : Experiment
{
    private const int MostExamples = 60_000;

    private static readonly Folder data = new(
        "--data", "The folder of Fashion-MNIST's four files, or of CIFAR-10's or CIFAR-100's.", FashionMnist.DebianFolder);
    private static readonly TextFile text = new(
        "--text", "The text to read. By default the pages of this project's documentation.", ProjectDocs.Name);
    private static readonly WholeNumber epochs = new("--epochs", "How often every image is seen.", 1, 1000, 3);
    private static readonly WholeNumber examples = new(
        "--examples", "How many of the images to train with are taken.", 1, MostExamples, 6000);
    private static readonly WholeNumber depth = new("--depth", "The blocks of a network.", 1, 48, 4);
    private static readonly RealNumber learningRate = new("--lr", "The highest learning rate.", 1e-6f, 10, 2e-3f);
    private static readonly WholeNumber coderSteps = new("--coder-steps", "Steps of the training of a coder alone.", 1, 1_000_000, 3000);

    /// <summary>The networks of the last <see cref="Prepare"/>.</summary>
    private readonly Dictionary<PlainDeclaration, DeclaredTransformer> compiled = [];

    public override string Name => "plain-attention";

    public override string Question =>
        "Which of a transformer's residual connections are needed, and does a coder that all blocks share stand in for them?";

    public override IReadOnlyList<NetworkInfo> Networks => [];

    public override IReadOnlyList<ExperimentOption> Options => [data, text, epochs, examples, depth, learningRate, coderSteps];

    public override int DefaultSeeds => 3;

    /// <summary>Of text; those of images follow from epochs.</summary>
    public override int DefaultSteps => 800;

    public override int DefaultBatch => 16;

    public override int LargestBatch => 1024;

    public override IReadOnlyList<string> OwnFiles =>
    [
        "coders.json", "networks.json", "figures/learning", "figures/likeness", "figures/rank", "figures/gradient", "figures/entropy",
        "figures/coder_loss", "figures/mixer",
    ];

    public override string? Objection(Settings settings) => ImageTask.ObjectionTo(
        data.Name, settings[data], settings[examples],
        images => TransformerLayers.Objection(images.Training) ?? images.ObjectionToBatch(settings.Batch)
            ?? TextTask.ObjectionTo(text.Name, settings[text]));

    public override string Work(Settings settings, int trainings) =>
        $"{Number.Count(trainings, "training")}, of {Number.Count(settings[epochs], "epoch")} on images and of "
            + $"{Number.Count(settings.Steps, "step")} on text";

    public override IEnumerable<string> Prepare(Settings settings, IRunDisplay display, CancellationToken stop)
    {
        IReadOnlyList<PlainDeclaration> declared = Load(settings).All;
        CompiledNetworks networks = new();
        CompilationCost cost = networks.Add(
            $"{declared.Count} networks of {Number.Count(settings[depth], "block")}",
            declared.Select(static network => network.Name),
            [.. declared.Select(static network => network.Source)],
            display,
            stop);
        foreach (PlainDeclaration network in declared)
            compiled[network] = DeclaredTransformer.Of(network, networks[network.Name]);
        yield return $"{cost}";
    }

    public override IReadOnlyList<Training> Plan(Settings settings)
    {
        PlainTasks tasks = Load(settings);
        return [.. settings.AllSeeds.SelectMany(seed => Trainings(tasks, settings, seed))];
    }

    public override IEnumerable<object> Results(IReadOnlyList<TrainingRun> runs) => runs.OfType<PlainRun>().Select(run => run.Row(runs));

    public override IEnumerable<(string Name, object Numbers)> Numbers(Settings settings, IReadOnlyList<TrainingRun> runs)
    {
        yield return ("coders.json", CoderLoss.Of(runs));
        yield return (
            "networks.json",
            runs.OfType<PlainRun>().DistinctBy(static run => run.Network).Select(static run => new { run.Network, run.Declared.Source }));
    }

    /// <summary>
    /// The trainings of a seed: that of the coder first, and those that wait for it last; then the measurement of their steps.
    /// </summary>
    private IEnumerable<Training> Trainings(PlainTasks tasks, Settings settings, int seed)
    {
        Pretraining coder = new(new StreamCoderKind(), seed, settings[coderSteps], settings.Batch);
        return tasks.All
            .OrderBy(static declared => declared.Variant.Coder is { Written: null })
            .Select(declared => new Training(
                tasks.DataOf(declared),
                declared.Variant.Bar,
                seed,
                tasks.StepsOf(declared),
                (report, stop) => compiled[declared].Train(tasks, seed, declared.Variant.Coder?.Of(coder, stop), report, stop)))
            .Prepend(coder.Training)
            .Append(new SpeedTest(
                seed,
                tasks.Recipe.Steps,
                _ => [.. tasks.All.Select(declared => (compiled[declared].Steps(tasks, seed), declared.TimeOf(seed)))]).Training);
    }

    private static PlainTasks Load(Settings settings) => new(
        ImageTask.Load(settings[data], settings[examples]),
        TextTask.Load(settings[text]),
        new AttentionRecipe(settings[epochs], settings.Steps, settings.Batch, settings[learningRate]) { Glances = 0, Checks = 4 },
        settings[depth]);
}
