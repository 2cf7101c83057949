using NetGen.Experiments.Declaring;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>
/// How many neurons survive which activation at least, by the mean and the variance of what it gets, and how many do. Nothing is trained.
/// The verdict stands in the other part of this class.
/// </summary>
/// <param name="depth">The number of layers of its networks.</param>
internal sealed partial class SurvivorStudy(int depth) : HypothesisStudy(
    "survivors", "What is the lower bound on surviving neurons with activations other than ReLU, and what does it tell?", steps: 1)
{
    public const int Deepest = 50;

    private const string Setup = "survivors";

    private readonly CompiledNetworks compiled = new();

    public override IReadOnlyList<string> Files =>
        [.. SurvivorShare.All.Select(static share => $"figures/{share.Figure}"), "figures/survivors_kept"];

    public override string Work(Settings settings, int trainings) => Number.Count(trainings, "measurement");

    public override IEnumerable<string> Prepare(IRunDisplay display, CancellationToken stop)
    {
        SurvivorNetwork[] networks = [.. Networks];
        yield return compiled.Add(
            $"{networks.Length} networks of {depth} layers",
            networks.Select(static network => network.ClassName),
            [.. networks.Select(static network => network.Source)],
            display,
            stop).ToString();
    }

    public override IReadOnlyList<Training> Plan(Settings settings) =>
    [
        .. from seed in settings.AllSeeds
           from network in Networks
           select new Training(Setup, network.Kind, seed, Steps: 1, (report, stop) =>
           {
               stop.ThrowIfCancellationRequested();
               SurvivorRun run = network.Measure(compiled[network.ClassName], Setup, seed);
               report(new StepReport(1, run.Loss));
               return run;
           }),
    ];

    private IEnumerable<SurvivorNetwork> Networks =>
        SurvivingActivation.All.SelectMany(activation => new SurvivorNetwork[]
        {
            new(activation, IsResidual: false, depth), new(activation, IsResidual: true, depth),
        });
}
