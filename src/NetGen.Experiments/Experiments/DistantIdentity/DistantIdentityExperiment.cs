using System.Numerics.Tensors;
using NetGen.Experiments.Data;
using NetGen.Experiments.Measuring;
using NetGen.Experiments.Networks;
using NetGen.Experiments.Networks.Variants;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.DistantIdentity;

/// <summary>
/// Distant Identity: 20 layers of 64 are to hand on what they get, <c>Y = X</c>, <c>X ~ U(-1, 1)</c>. A plain and a residual network try,
/// from several starts. Claims and verdict stand in the other parts of this class.
/// </summary>
internal sealed partial class DistantIdentityExperiment : Experiment
{
    private const int Width = 64;
    private const int TrainingVectors = 1000;
    private const int InspectedVectors = 64;
    private const int UnseenVectors = 4096;
    private const float LearningRate = 1e-3f;

    // Not a field: fields of the class's other parts may be initialised before it.
    private static int Depth => PlainMLP.Info.Layers.Length;

    private static readonly IdentityStart plain = IdentityStart.Plain(static seed => new PlainMLP(seed));
    private static readonly IdentityStart rawPlain = IdentityStart.Plain(static seed => new RawPlainMLP(seed));
    private static readonly IdentityStart residual = IdentityStart.Residual(static seed => new ResMLP(seed));

    /// <summary>How both networks start.</summary>
    private static readonly IReadOnlyList<IdentitySetup> allSetups =
    [
        new("fair", plain, residual, $"both scaled by 1/√{Depth}"),
        new("raw", rawPlain, IdentityStart.Residual(static seed => new RawResMLP(seed)), "both unscaled"),
        new("unfair", rawPlain, residual, $"only ResMLP scaled by 1/√{Depth}"),
        new(
            "scaled-branch",
            rawPlain,
            IdentityStart.Residual(static seed => new ScaledBranchResMLP(seed)) with { Layer = $"{residual.Layer} / √{Depth}" },
            $"both unscaled, what ResMLP adds scaled by 1/√{Depth} in every pass"),
        new(
            "near-zero",
            IdentityStart.Plain(static seed => new SmallPlainMLP(seed)),
            IdentityStart.Residual(static seed => new SmallResMLP(seed)),
            "both scaled by 0.1"),
    ];

    private static readonly Choice setupChoice = new(
        "--setup", "How the weights start.", ["all", .. allSetups.Select(static setup => setup.Name)]);
    private static readonly Choice dataChoice = new(
        "--data", $"A fixed set of {TrainingVectors} vectors, or fresh ones for every step.", "fixed", "fresh");

    public override string Name => "distant-identity";

    public override string Question => $"Can {Depth} layers learn to hand on what they get, and what does a residual connection change?";

    public override IReadOnlyList<NetworkInfo> Networks =>
        [.. allSetups.SelectMany(static setup => new[] { setup.Plain.Info, setup.Res.Info }).Concat(DepthLadder.Networks).Distinct()];

    public override IReadOnlyList<ExperimentOption> Options => [setupChoice, dataChoice];

    public override int DefaultSeeds => 20;

    public override int DefaultSteps => 500;

    public override int DefaultBatch => 64;

    public override int LargestBatch => TrainingVectors;

    public override IReadOnlyList<string> OwnFiles =>
    [
        "figures/training_loss", "figures/gradient_magnitude", "figures/highway", "figures/chain_rule", "figures/gradient_at_start",
        "figures/gradient_kinds", "figures/signal_flow", "figures/activation_heatmaps", "figures/activation_std",
        "figures/activation_mean", "figures/depth", "figures/setups",
    ];

    public override IReadOnlyList<Training> Plan(Settings settings) =>
    [
        .. from seed in settings.AllSeeds
           from training in Trainings(settings, seed)
           select training,
    ];

    /// <summary>The trainings of a seed. Set-ups that start a network alike share its training.</summary>
    private static IEnumerable<Training> Trainings(Settings settings, int seed) =>
        from start in new Func<IdentitySetup, IdentityStart>[] { static setup => setup.Plain, static setup => setup.Res }
        from setups in ChosenSetups(settings).GroupBy(start, static setup => setup.Name)
        select new Training(
            setups.First(),
            setups.Key.Network,
            seed,
            settings.Steps,
            (report, stop) => setups.Key.Train(setups.First(), seed, settings, report, stop))
        {
            SharedBy = [.. setups.Skip(1)],
        };

    private static IEnumerable<IdentitySetup> ChosenSetups(Settings settings) =>
        allSetups.Where(setup => settings[setupChoice] == "all" || settings[setupChoice] == setup.Name);

    private static bool HasFixedData(Settings settings) => settings[dataChoice] == dataChoice.Values[0];

    /// <summary>Trains a network, and looks inside before and after.</summary>
    public static InspectedRun Train<TNetwork>(
        TNetwork network,
        string name,
        string setup,
        int seed,
        bool residual,
        Settings settings,
        Action<StepReport> report,
        CancellationToken stop)
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
        IReadOnlyList<double> randomGradients = RandomGradient.Norms(trainer, inspected, DataStream.OfNoise(seed));
        float[] losses = IdentityTraining.Run(trainer, batches, settings.Steps, settings.Batch, report, stop);

        float[] outputs = new float[unseen.Length];
        network.Predict(unseen, outputs);
        return new InspectedRun(
            setup, name, settings[dataChoice], seed, settings.Steps,
            SquaredError(outputs, unseen), losses, start, Inspection.Of(trainer, inspected, inspected, residual))
        {
            RandomGradientNorms = randomGradients,
            SmallestOutput = outputs.Min(),
            OutputStdBetweenExamples = UnitSpread.StdBetweenRows(outputs, Width),
        };
    }

    /// <summary>The mean squared error of answers that are there already.</summary>
    private static float SquaredError(float[] outputs, float[] targets)
    {
        double distance = TensorPrimitives.Distance<float>(outputs, targets);
        return (float)(distance * distance / targets.Length);
    }
}
