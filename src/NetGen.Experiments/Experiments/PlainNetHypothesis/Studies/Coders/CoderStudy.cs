using NetGen.Experiments.Declaring;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>
/// Which coder keeps what came in, and which layers learn with: depth, width, activation, start, and noise in its training, one at a time.
/// The verdict stands in the other part of this class.
/// </summary>
/// <param name="depth">How many layers use a coder.</param>
/// <param name="factors">What coders differ in.</param>
internal sealed partial class CoderStudy(int depth, IReadOnlyList<CoderFactor> factors) : HypothesisStudy(
    "coder",
    "Which coder keeps what comes in best, and what of its design matters most to the layers that use it?",
    steps: 500)
{
    private const string BaseSetting = "base";
    private const string Reference = "reference";
    private const string ResidualName = "Residual";

    private readonly CompiledNetworks networks = new();

    public CoderStudy()
        : this(HypothesisVariants.StudyDepth, CoderFactor.All)
    {
    }

    public override IReadOnlyList<string> Files => ["figures/coder_design", "figures/coder_training"];

    public override IEnumerable<string> Prepare(IRunDisplay display, CancellationToken stop)
    {
        CoderDesign[] designs = [.. factors.SelectMany(static factor => factor.Designs).Prepend(CoderDesign.Base)
            .DistinctBy(static design => design.Block)];
        yield return networks.Add(
            $"{2 * designs.Length + 1} networks: {designs.Length} coders alone and in {depth} layers, and layers without one",
            [.. designs.SelectMany(static design => new[] { design.Autoencoder, design.Network }), ResidualName],
            [
                HypothesisSource.Blocks,
                .. designs.SelectMany(design => design.Sources(depth)),
                HypothesisSource.Network(ResidualName, HypothesisSource.ResidualLayer, depth),
            ],
            display,
            stop).ToString();
    }

    public override IReadOnlyList<Training> Plan(Settings settings) => [.. settings.AllSeeds.SelectMany(seed => Trainings(settings, seed))];

    /// <summary>A residual network that starts alike: what a coder that loses nothing can be expected to reach.</summary>
    private HypothesisVariant Residual => new(
        HypothesisVariants.ResidualZero, depth, () => HypothesisNetwork.Of(networks[ResidualName]))
        {
            Bar = "layers without coder",
            Label = "residual, zero start",
            Setting = Reference,
            Ink = Ink.Grey,
            Dashed = true,
        };

    private HypothesisVariant Base => Coded(CoderDesign.Base, BaseSetting, Ink.Blue);

    private IEnumerable<HypothesisVariant> Variants => [Residual, Base, .. factors.SelectMany(Of)];

    /// <summary>The variants of a factor, in colours of their own.</summary>
    private IEnumerable<HypothesisVariant> Of(CoderFactor factor) =>
        factor.Designs.Zip([Ink.Vermillion, Ink.Orange, Ink.Green, Ink.Purple])
            .Select(design => Coded(design.First, factor.Name, design.Second));

    private HypothesisVariant Coded(CoderDesign design, string setting, Ink ink) => new(
        HypothesisVariants.Pnnh, depth, () => HypothesisNetwork.Of(networks[design.Network]))
        {
            Bar = "layers with coder",
            Label = design.Label,
            Coder = new CoderChoice(design.Label, design.Block, new DesignedCoder(design, networks)),
            Frozen = true,
            Setting = setting,
            Ink = ink,
        };

    /// <summary>The trainings of a seed: what needs no coder, coders, what waits for them, and the times of all side by side.</summary>
    private IEnumerable<Training> Trainings(Settings settings, int seed)
    {
        HypothesisVariant[] variants = [.. Variants];
        Pretraining[] coders =
        [
            .. variants.Select(static variant => variant.Coder?.Kind)
                .OfType<CoderKind>()
                .Select(kind => new Pretraining(kind, seed, settings[PlainNetHypothesisExperiment.CoderSteps], settings.Batch)),
        ];
        return
        [
            .. coders.Select(static coder => coder.Training),
            .. variants.Select(variant => variant.Training(settings, seed, coders)),
            SpeedTest.Of(variants, settings, seed, coders).Training,
        ];
    }
}
