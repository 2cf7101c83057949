using NetGen.Experiments.Measuring;
using NetGen.Experiments.Networks;
using NetGen.Experiments.Networks.Variants;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.ResidualDepth;

/// <summary>
/// Residual depth: 50 blocks of RmsNorm, Linear, GELU and Linear are to learn a smooth function of two numbers, with a residual connection
/// around each block and without. Studies vary one thing at a time. Claims and verdict stand in the other parts of this class.
/// </summary>
internal sealed partial class ResidualDepthExperiment : Experiment
{
    public const string Plain = "plain";
    public const string Residual = "residual";

    /// <summary>The source's start: Kaiming's, with the gain of GELU and no factor on top.</summary>
    public const string GainAlone = "gain alone";

    private const int Depth = 50;

    private static readonly Choice useResidual = new(
        "--use-residual", "The network with residual connections, the one without, or both.", "both", "true", "false");
    private static readonly Choice start = new(
        "--start",
        "How blocks start: with the gain alone, as the source has it, with W₂ scaled on top, or both.",
        "both",
        "gain",
        "scaled");
    private static readonly Choice study = new(
        "--study",
        "Varies one thing, on networks of width 64, instead, for as many steps as its question needs.",
        ["none", .. DepthStudies.All.Select(static study => study.Name)]);
    private static readonly RealNumber learningRate = new("--lr", "Adam's learning rate.", 1e-7f, 1, 1e-4f);
    private static readonly RealNumber gain = new("--gain", "The factor on 1/√fan_in in the starting weights of blocks.", 0, 100, 1.7f);
    private static readonly RealNumber lastScale = new(
        "--w2-scale",
        $"The factor on the last weight of each block, on top, where it is scaled; it is 1/√{Depth} unless told otherwise.",
        0,
        100,
        1 / MathF.Sqrt(Depth));
    private static readonly WholeNumber logEvery = new("--log-every", "The gradient is measured at every so many steps.", 1, 1000, 1);
    private static readonly Switch small = new("--small", "Width 64 instead of 256, for a quick look.");

    public override string Name => "residual-depth";

    public override string Question =>
        $"Can {Depth} blocks learn a smooth function, and what does a residual connection around each change?";

    public override IReadOnlyList<NetworkInfo> Networks =>
    [
        Plain256.Info, Residual256.Info, PlainUnscaled256.Info, ResidualUnscaled256.Info,
        .. DepthStudies.All.SelectMany(static study => study.Variants(default))
            .Select(static variant => variant.Network)
            .DistinctBy(static network => network.Name),
    ];

    public override IReadOnlyList<ExperimentOption> Options => [useResidual, start, study, learningRate, gain, lastScale, logEvery, small];

    public override int DefaultSeeds => 3;

    /// <summary>
    /// The first hundred, in which the source expects the gradient to vanish, and two hundred more, whose slope it asks for.
    /// </summary>
    public override int DefaultSteps => 300;

    public override int DefaultBatch => 64;

    public override int LargestBatch => WaveTask.Examples;

    public override int StandardSteps(IReadOnlyDictionary<string, string> options) =>
        DepthStudies.All.FirstOrDefault(one => one.Name == options[study.Name])?.Steps ?? DefaultSteps;

    /// <summary>Two of the wide networks side by side take a gigabyte; more would take more than many machines have.</summary>
    public override int TrainingsAtOnce(Settings settings) =>
        Variants(settings).Any(static variant => variant.IsWide) ? Math.Min(2, Environment.ProcessorCount) : Environment.ProcessorCount;

    public override string ReportName => "README.md";

    public override IReadOnlyList<string> OwnFiles =>
    [
        "losses.json", "grad_norms.json", "figures/loss_curves", "figures/grad_norm", "figures/input_spread",
        "figures/pre_activation_gradient", "figures/gradient_by_block",
    ];

    public override string? Objection(Settings settings) =>
        ChosenStudy(settings) is { } chosen
            && (settings[small] || settings[useResidual] != useResidual.Standard || settings[start] != start.Standard)
        ? $"{study.Name} {chosen.Name} chooses its networks, all of width 64: expected none of {useResidual.Name}, "
            + $"{start.Name} and {small.Name} beside it."
        : null;

    public override IEnumerable<string> Announce(Settings settings) =>
        Variants(settings)
            .DistinctBy(static variant => variant.Network.Name)
            .Select(variant => TrainingMemory.Of(variant.Network, BatchRows(settings)).ToString());

    public override IReadOnlyList<Training> Plan(Settings settings) =>
    [
        .. from seed in settings.AllSeeds
           from variant in Variants(settings)
           select variant.Training(settings, seed, settings[logEvery]),
    ];

    public override IEnumerable<(string Name, object Numbers)> Numbers(Settings settings, IReadOnlyList<TrainingRun> runs)
    {
        DeepRun[] first = [.. runs.Cast<DeepRun>().Where(run => run.Seed == settings.FirstSeed)];
        yield return ("losses.json", first.ToDictionary(static run => run.Setup, static run => run.Losses));
        yield return (
            "grad_norms.json",
            first.ToDictionary(static run => run.Setup, static run => new { Steps = run.LoggedSteps, Layer1 = run.GradientNorms }));
    }

    private static IReadOnlyList<DeepVariant> Variants(Settings settings) =>
        ChosenStudy(settings) is { } chosen
            ? chosen.Variants(ScaledStart(settings))
            : [.. Starts(settings).Where(variant => IsWanted(settings, variant))];

    private static DepthStudy? ChosenStudy(Settings settings) => DepthStudies.All.FirstOrDefault(one => one.Name == settings[study]);

    private static DeepStart ScaledStart(Settings settings) => new(settings[learningRate], settings[gain], settings[lastScale]);

    /// <summary>The name of the start with W₂ scaled on top of the gain.</summary>
    private static string Scaled(Settings settings) => $"W₂ × {Number.Short(settings[lastScale])}";

    private static bool IsWanted(Settings settings, DeepVariant variant) =>
        (settings[useResidual] == "both" || settings[useResidual] == (variant.Label == Residual ? "true" : "false"))
        && (settings[start] == "both" || settings[start] == (variant.Family == GainAlone ? "gain" : "scaled"));

    /// <summary>Both networks from both starts.</summary>
    private static DeepVariant[] Starts(Settings settings)
    {
        DeepStart scaled = ScaledStart(settings);
        DeepStart alone = scaled with { LastScale = 1 };
        return settings[small]
            ?
            [
                .. Pair(GainAlone, alone, static seed => new PlainUnscaled64(seed), static seed => new ResidualUnscaled64(seed)),
                .. Pair(Scaled(settings), scaled, static seed => new Plain64(seed), static seed => new Residual64(seed)),
            ]
            :
            [
                .. Pair(GainAlone, alone, static seed => new PlainUnscaled256(seed), static seed => new ResidualUnscaled256(seed)),
                .. Pair(Scaled(settings), scaled, static seed => new Plain256(seed), static seed => new Residual256(seed)),
            ];
    }

    private static DeepVariant[] Pair<TPlain, TResidual>(
        string family, DeepStart start, Func<int, TPlain> plain, Func<int, TResidual> residual)
        where TPlain : class, INetwork
        where TResidual : class, INetwork =>
    [
        DeepVariant.Of(Plain, start, plain) with { Family = family, Ink = Ink.Vermillion, Dashed = true },
        DeepVariant.Of(Residual, start, residual) with { Family = family, Ink = Ink.Blue },
    ];

    private static int BatchRows(Settings settings) => Math.Max(settings.Batch, DeepVariant.InspectedExamples);
}
