using System.Reflection;
using NetGen.Experiments.Declaring;
using NetGen.Experiments.Images;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Explore;

/// <summary>
/// Any declaration at once: what is typed is compiled, and what the compilers say of it is shown; then it is trained beside what it is
/// expected to be. Claims and verdict stand in the other parts of this class.
/// </summary>
internal sealed partial class ExploreExperiment : Experiment
{
    private const int MostExamples = 60_000;

    private static readonly Folder data = new(
        "--data", "A folder of Fashion-MNIST or CIFAR to train on. By default networks learn to hand on what comes in.", IdentityTask.Name);
    private static readonly WholeNumber examples = new(
        "--examples", "How many of the images to train with are taken, with --data.", 1, MostExamples, 4000);
    private static readonly WholeNumber epochs = new("--epochs", "How often every image is seen, with --data.", 1, 1000, 2);
    private static readonly RealNumber learningRate = new("--lr", "The learning rate.", 1e-6f, 10, 1e-3f);

    private IReadOnlyList<Declaration> declarations = [];
    private IReadOnlyList<Remark> remarks = [];
    private IReadOnlyList<ExploredNetwork> networks = [];
    private ExploreTask? task;

    public override string Name => "explore";

    public override string Question => "How does a network that you declare start, and what does it learn?";

    public override IReadOnlyList<NetworkInfo> Networks => [.. networks.Select(static network => network.Info)];

    public override ExperimentArgument Argument { get; } = new("declarations", $"What declares networks: {Declaration.Expected}.");

    public override IReadOnlyList<ExperimentOption> Options => [data, examples, epochs, learningRate];

    public override int DefaultSeeds => 1;

    public override int DefaultSteps => 500;

    public override int DefaultBatch => 64;

    public override int LargestBatch => IdentityTask.Examples;

    public override IReadOnlyList<string> OwnFiles =>
        ["declarations.json", "figures/explore_loss", "figures/explore_gradient", "figures/explore_signal", "figures/explore_cosine"];

    public override IReadOnlyList<IdleOption> Idle(Settings settings) => IsOnImages(settings)
        ? [new IdleOption("--steps", $"goes without {data.Name}: on images, steps follow from {epochs.Name} and {examples.Name}.")]
        : [.. ((WholeNumber[])[examples, epochs]).Select(static option => new IdleOption(
            option.Name, $"goes with {data.Name} {data.Placeholder}: on Distant Identity, networks are trained for --steps."))];

    public override ArgumentReading Read(Settings settings, IRunDisplay display, CancellationToken stop)
    {
        task = null;
        if (Declare(settings.Arguments) is { } objection)
            return new ArgumentReading([], objection);

        OpenedDeclarations opened = display.Show("Compiling", at => OpenedDeclarations.Of(declarations, at, stop), stop);
        remarks = opened.Remarks;
        string[] told = [.. remarks.Select(static remark => $"{remark}")];
        if (opened.HaveErrors)
            return new ArgumentReading([], string.Join(Environment.NewLine, told));
        if (opened.Networks.Count == 0)
        {
            return new ArgumentReading(
                told, "explore expects a network, a partial class with [Mlp] or [Network]; got declarations of none.");
        }

        Assembly loaded = display.Show("Loading", _ => NetworkCompilation.Load(opened.Complete, [], stop), stop);
        ILookup<string, string> classes = opened.Networks.ToLookup(static name => name.Split('.', '+')[^1]);
        networks =
        [
            .. from name in opened.Networks
               let label = name.Split('.', '+')[^1]
               select ExploredNetwork.Of(loaded.GetType(name, throwOnError: true)!, classes[label].Count() == 1 ? label : name),
        ];
        return new ArgumentReading(told, null);
    }

    public override string? Objection(Settings settings)
    {
        if (settings.Batch < 2 && networks.FirstOrDefault(static network => network.Info.States.Length > 0) is { } normalized)
            return $"--batch expects at least 2 for {normalized.Label}, which takes the mean of a batch; got {settings.Batch}.";
        return IsOnImages(settings)
            ? ImageTask.ObjectionTo(
                data.Name, settings[data], settings[examples],
                images => images.ObjectionToBatch(settings.Batch) ?? ObjectionTo(task = Images(settings, images)))
            : ObjectionTo(Task(settings));
    }

    public override string Work(Settings settings, int trainings) =>
        $"{Number.Count(trainings, "training")} of {Number.Count(Task(settings).Steps, "step")}";

    public override IReadOnlyList<Training> Plan(Settings settings)
    {
        ExploreTask planned = Task(settings);
        return
        [
            .. from seed in settings.AllSeeds
               from network in networks
               select new Training(
                   planned.Title, network.Label, seed, planned.Steps, (report, stop) => network.Train(planned, seed, report, stop)),
        ];
    }

    public override IEnumerable<object> Results(IReadOnlyList<TrainingRun> runs) => runs.Cast<ExploredRun>().Select(static run => run.Row);

    public override IEnumerable<(string Name, object Numbers)> Numbers(Settings settings, IReadOnlyList<TrainingRun> runs)
    {
        yield return (
            "declarations.json", new { Declarations = declarations, Remarks = remarks.Select(static remark => $"{remark}") });
    }

    /// <summary>Takes what was typed.</summary>
    /// <returns>Why that is no declaration, or null.</returns>
    private string? Declare(IReadOnlyList<string> typed)
    {
        List<Declaration> read = [];
        foreach ((int index, string text) in typed.Index())
        {
            string number = typed.Count == 1 ? "" : $"{index + 1}";
            try
            {
                if (Declaration.Of(text, $"declaration{number}", $"Explored{number}") is not { } declaration)
                    return $"explore expects {Declaration.Expected}; got '{text}', and there is no such file.";
                read.Add(declaration);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return $"explore expects {Declaration.Expected}; '{text}' cannot be read: {exception.Message}";
            }
        }

        declarations = read;
        return null;
    }

    private string? ObjectionTo(ExploreTask task) =>
        networks.Select(network => task.ObjectionTo(network.Info)).FirstOrDefault(static objection => objection is not null);

    /// <summary>What the networks are to learn. Images are loaded once for all who ask.</summary>
    private ExploreTask Task(Settings settings) => task ??= IsOnImages(settings)
        ? Images(settings, ImageTask.Load(settings[data], settings[examples]))
        : new IdentityTask(settings.Steps, settings.Batch, settings[learningRate]);

    private static bool IsOnImages(Settings settings) => settings[data] != IdentityTask.Name;

    private static ImagesTask Images(Settings settings, ImageTask images) =>
        new(images, settings[epochs], settings.Batch, settings[learningRate]);
}
