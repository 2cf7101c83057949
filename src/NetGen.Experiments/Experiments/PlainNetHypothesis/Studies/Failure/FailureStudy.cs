using NetGen.Experiments.Declaring;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>
/// How deep and how badly started a network of the hypothesis still trains, beside plain and residual ones, and what it costs. The verdict
/// stands in the other part of this class.
/// </summary>
/// <param name="depths">The depths of networks that start as they are declared.</param>
internal sealed partial class FailureStudy(IReadOnlyList<int> depths) : HypothesisStudy(
    "failure",
    "Where does training fail: at which depth, from which start, and what does a coder cost there beside a residual connection?",
    steps: 200)
{
    private readonly CompiledNetworks networks = new();
    private readonly List<(int Depth, CompilationCost Cost)> compiled = [];

    public static IReadOnlyList<int> AllDepths { get; } = [20, 50, 100, 200, 400];

    public override IReadOnlyList<string> Files => ["figures/failure_loss", "figures/failure_dead_units", "figures/failure_cost"];

    public override IEnumerable<string> Prepare(IRunDisplay display, CancellationToken stop)
    {
        compiled.Clear();
        foreach (int depth in depths)
        {
            CompilationCost cost = networks.Add(
                $"{FailingNetwork.All.Count} networks of {depth} layers",
                FailingNetwork.All.Select(network => network.ClassName(depth)),
                [
                    .. FailingNetwork.Blocks,
                    .. FailingNetwork.All.Select(network => HypothesisSource.Network(network.ClassName(depth), network.Layer, depth)),
                ],
                display,
                stop);
            compiled.Add((depth, cost));
            yield return cost.ToString();
        }
    }

    /// <summary>Seed by seed; the deepest first, so that none is waited for alone.</summary>
    public override IReadOnlyList<Training> Plan(Settings settings) => [.. settings.AllSeeds.SelectMany(seed => Trainings(settings, seed))];

    private IEnumerable<HypothesisVariant> Variants =>
        from condition in Condition.All
        from depth in DepthsOf(condition)
        from network in NetworksUnder(condition)
        select Variant(network, depth, condition);

    /// <summary>Not every condition at every depth: deep networks take most of the time.</summary>
    private IReadOnlyList<int> DepthsOf(Condition condition) =>
        condition == Condition.None ? depths
        : condition == Condition.Slow ? [.. depths.Skip(depths.Count / 2)]
        : [.. new[] { depths[0], depths[depths.Count / 2] }.Distinct()];

    private static IReadOnlyList<FailingNetwork> NetworksUnder(Condition condition) =>
        condition == Condition.Slow ? [FailingNetwork.Residual, FailingNetwork.A] : FailingNetwork.All;

    private HypothesisVariant Variant(FailingNetwork network, int depth, Condition condition) => new(
        network.Network, depth, () => HypothesisNetwork.Of(networks[network.ClassName(depth)]))
        {
            Bar = condition.Name,
            Label = network.Label,
            Coder = network.Coder,
            Frozen = network.Coder is not null,
            Setting = condition.Name,
            LearningRate = condition.LearningRate(depth),
            Change = (parameters, info) => condition.ApplyTo(parameters, info, network.Branch),
            CountsDeadUnits = true,
            Ink = network.Ink,
            Dashed = network == FailingNetwork.Plain,
        };

    private IEnumerable<Training> Trainings(Settings settings, int seed)
    {
        Pretraining[] coders = [new(CoderKind.A, seed, settings[PlainNetHypothesisExperiment.CoderSteps], settings.Batch)];
        return
        [
            .. coders.Select(static coder => coder.Training),
            .. Variants.OrderByDescending(static variant => variant.Depth).Select(variant => variant.Training(settings, seed, coders)),
            .. from depth in depths
               let side = FailingNetwork.All.Select(network => Variant(network, depth, Condition.None)).ToArray()
               select SpeedTest.Of(side, settings, seed, coders).Training,
        ];
    }
}
