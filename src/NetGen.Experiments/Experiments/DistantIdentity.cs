using NetGen.Experiments.Data;
using NetGen.Experiments.Measuring;
using NetGen.Experiments.Networks;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments;

/// <summary>
/// Distant Identity: 20 layers of 64 are to hand on what they get, <c>Y = X</c>, <c>X ~ U(-1, 1)</c>. A plain and a residual network try, from several starts.
/// The verdict stands in the other part of this class.
/// </summary>
internal sealed partial class DistantIdentity : Experiment
{
    private const int Width = 64;
    private const int TrainingVectors = 1000;
    private const int InspectedVectors = 64;
    private const int UnseenVectors = 4096;
    private const float LearningRate = 1e-3f;

    // Not a field: those of the class's other parts may be set before it.
    private static int Depth => PlainMLP.Info.Layers.Length;
    private static readonly float depthScale = 1 / MathF.Sqrt(Depth);

    /// <summary>What the starting weights of both networks, Kaiming normal, are multiplied by.</summary>
    private static readonly IReadOnlyList<Setup> allSetups =
    [
        new("fair", depthScale, depthScale, $"both scaled by 1/√{Depth}"),
        new("raw", 1, 1, "both unscaled"),
        new("unfair", 1, depthScale, $"only ResMLP scaled by 1/√{Depth}"),
        new("near-zero", 0.1f, 0.1f, "both scaled by 0.1"),
    ];

    private static readonly Choice setupChoice = new("--setup", "How the weights start.", ["all", .. allSetups.Select(static setup => setup.Name)]);
    private static readonly Choice dataChoice = new("--data", $"A fixed set of {TrainingVectors} vectors, or fresh ones for every step.", "fixed", "fresh");

    public override string Name => "distant-identity";

    public override string Question => $"Can {Depth} layers learn to hand on what they get, and what does a residual connection change?";

    public override IReadOnlyList<NetworkInfo> Networks => [PlainMLP.Info, ResMLP.Info];

    public override IReadOnlyList<ExperimentOption> Options => [setupChoice, dataChoice];

    public override int DefaultSeeds => 20;

    public override int DefaultSteps => 500;

    public override int DefaultBatch => 64;

    public override int LargestBatch => TrainingVectors;

    public override IReadOnlyList<Training> Plan(Settings settings) =>
    [
        .. from seed in settings.AllSeeds
           from training in Trainings(settings, seed)
           select training,
    ];

    /// <summary>The trainings of a seed. Set-ups that start a network alike share its training.</summary>
    private static IEnumerable<Training> Trainings(Settings settings, int seed)
    {
        foreach (IGrouping<float, string> setups in ChosenSetups(settings).GroupBy(static setup => setup.PlainScale, static setup => setup.Name))
        {
            yield return Shared(PlainMLP.Info.Name, setups, (report, stop) =>
                Train(new PlainMLP(seed, initScale: setups.Key), setups.First(), seed, residual: false, settings, report, stop));
        }

        foreach (IGrouping<float, string> setups in ChosenSetups(settings).GroupBy(static setup => setup.ResScale, static setup => setup.Name))
        {
            yield return Shared(ResMLP.Info.Name, setups, (report, stop) =>
                Train(new ResMLP(seed, initScale: setups.Key), setups.First(), seed, residual: true, settings, report, stop));
        }

        Training Shared(string network, IEnumerable<string> setups, Func<Action<StepReport>, CancellationToken, TrainingRun> run) =>
            new(setups.First(), network, seed, settings.Steps, run) { SharedBy = [.. setups.Skip(1)] };
    }

    private static IEnumerable<Setup> ChosenSetups(Settings settings) =>
        allSetups.Where(setup => settings[setupChoice] == "all" || settings[setupChoice] == setup.Name);

    private static bool HasFixedData(Settings settings) => settings[dataChoice] == dataChoice.Values[0];

    private static InspectedRun Train<TNetwork>(
        TNetwork network, string setup, int seed, bool residual, Settings settings, Action<StepReport> report, CancellationToken stop)
        where TNetwork : class, INetwork
    {
        SeededRandom random = DataStream.Of(seed);
        float[] unseen = Uniform.Array(UnseenVectors * Width, random);
        float[] inspected = Uniform.Array(InspectedVectors * Width, random);
        IBatches batches = HasFixedData(settings)
            ? new FixedBatches(Uniform.Array(TrainingVectors * Width, random), Width, random)
            : new FreshBatches(random);

        var trainer = network.CreateTrainer(new Adam(LearningRate), Loss.MeanSquaredError, Math.Max(settings.Batch, InspectedVectors));
        Inspection start = Inspection.Of(trainer, inspected, inspected, residual);
        float[] losses = IdentityTraining.Run(trainer, batches, settings.Steps, settings.Batch, report, stop);

        float[] outputs = new float[unseen.Length];
        network.Predict(unseen, outputs);
        return new InspectedRun(
            setup, TNetwork.Info.Name, settings[dataChoice], seed, settings.Steps,
            trainer.Evaluate(unseen, unseen), losses, start, Inspection.Of(trainer, inspected, inspected, residual))
        {
            SmallestOutput = outputs.Min(),
            OutputStdBetweenExamples = UnitSpread.StdBetweenRows(outputs, Width),
        };
    }

    private sealed record Setup(string Name, float PlainScale, float ResScale, string Description);
}
