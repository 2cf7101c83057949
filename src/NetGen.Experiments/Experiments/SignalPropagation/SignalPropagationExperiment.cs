using NetGen.Experiments.Declaring;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.SignalPropagation;

/// <summary>
/// Signal propagation: what the network compiler expects of every layer at the start, from the declaration alone, beside what is measured.
/// Its networks are a grid of declarations that it writes and compiles itself; nothing is trained. The verdict stands in the other parts of
/// this class.
/// </summary>
internal sealed partial class SignalPropagationExperiment : Experiment
{
    private static readonly Choice widest = new(
        "--widest", "The width of the widest networks.", [.. Grid.Widths.Reverse().Select(static width => $"{width}")]);
    private static readonly WholeNumber depth = new("--depth", "The layers of a network.", 20, 100, 50);

    /// <summary>The networks of the last <see cref="Prepare"/>.</summary>
    private readonly Dictionary<GridNetwork, LoadedNetwork> compiled = [];

    public override string Name => "signal-propagation";

    public override string Question =>
        "What does the compiler know of a deep network before it is trained, and how far is that from what is measured?";

    public override IReadOnlyList<NetworkInfo> Networks => [];

    public override IReadOnlyList<ExperimentOption> Options => [widest, depth];

    public override bool TakesSteps => false;

    public override int DefaultSeeds => 3;

    public override int DefaultSteps => 1;

    public override int DefaultBatch => 64;

    public override int LargestBatch => 1024;

    public override IReadOnlyList<string> OwnFiles =>
    [
        "networks.json", "figures/signal_gradients", "figures/signal_cosine", "figures/signal_stream", "figures/signal_errors",
        "figures/signal_examples", "figures/signal_spread", "figures/signal_assumptions",
    ];

    public override IEnumerable<string> Announce(Settings settings) =>
        [
            "Seeds for each network: "
                + $"{string.Join(", ", Widths(settings).Select(width => $"{Seeds(settings, width).Count()} of width {width}"))}.",
        ];

    public override IEnumerable<string> Prepare(Settings settings, IRunDisplay display, CancellationToken stop)
    {
        foreach (int width in Widths(settings))
        {
            GridNetwork[] declared = [.. Declared(settings, width)];
            CompiledNetworks classes = new();
            CompilationCost cost = classes.Add(
                $"{declared.Length} networks of width {width}, {declared.Sum(static network => network.Depth):N0} layers",
                declared.Select(static network => network.Name),
                [.. declared.Select(static network => network.Source)],
                display,
                stop);
            foreach (GridNetwork network in declared)
                compiled[network] = LoadedNetwork.Of(classes[network.Name]);
            yield return cost.ToString();
        }
    }

    public override IReadOnlyList<Training> Plan(Settings settings) =>
    [
        .. from width in Widths(settings)
           let setup = $"width {width}"
           from seed in Seeds(settings, width)
           from network in Declared(settings, width)
           select new Training(setup, network.Kind, seed, Steps: 1, (report, stop) =>
           {
               stop.ThrowIfCancellationRequested();
               PropagationRun run = compiled[network].Measure(network, setup, seed, settings.Batch);
               report(new StepReport(1, Loss: float.NaN));
               return run;
           }),
    ];

    public override IEnumerable<object> Results(IReadOnlyList<TrainingRun> runs) =>
        runs.Cast<PropagationRun>().Select(static run => run.Entry);

    public override IEnumerable<(string Name, object Numbers)> Numbers(Settings settings, IReadOnlyList<TrainingRun> runs)
    {
        yield return (
            "networks.json",
            runs.Cast<PropagationRun>()
                .DistinctBy(static run => run.Network)
                .Select(static run => new { run.Network, run.Declared.Source, Expected = Curves.Of(run.Expected) }));
    }

    private static IEnumerable<int> Widths(Settings settings) =>
        Grid.Widths.Where(width => width <= int.Parse(settings[widest], CultureInfo.InvariantCulture));

    /// <summary>Narrow networks fluctuate more, and cost less: they take more seeds.</summary>
    private static IEnumerable<int> Seeds(Settings settings, int width) =>
        Enumerable.Range(settings.FirstSeed, settings.Seeds * (Grid.Widths[^1] / width));

    private static IEnumerable<GridNetwork> Declared(Settings settings, int width) =>
        [.. Grid.Combinations(width, settings[depth]), .. Grid.Others(width, settings[depth])];
}
