using NetGen.Experiments.Networks.Variants;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.DissipatingInputs;

/// <summary>
/// Dissipating inputs: what becomes of inputs in deep networks that start He-normal, layer by layer, before training and after it. Every
/// network learns to hand on its input, <c>Y = X</c>, through a linear output. The verdict stands in the other parts of this class.
/// </summary>
internal sealed partial class DissipatingInputsExperiment : Experiment
{
    public const string ReLU = "ReLU";
    public const string LeakyReLU = "LeakyReLU";
    public const string PReLU = "PReLU";
    public const int Narrow = 64;
    public const int Deepest = 50;

    /// <summary>The activations, with the colours of their lines.</summary>
    public static readonly IReadOnlyList<(string Name, Ink Ink)> Activations =
        [(ReLU, Ink.Vermillion), (LeakyReLU, Ink.Grey), (PReLU, Ink.Green), ("GELU", Ink.Blue), ("Tanh", Ink.Purple)];

    private static readonly Switch small = new("--small", "Width 64 alone, for a quick look.");

    private static readonly IReadOnlyList<HeNetwork> allNetworks =
    [
        HeNetwork.Of(LayerKind.Plain, ReLU, static seed => new PlainReLU64x50(seed)),
        HeNetwork.Of(LayerKind.Residual, ReLU, static seed => new ResidualReLU64x50(seed)),
        HeNetwork.Of(LayerKind.Scaled, ReLU, static seed => new ScaledResidualReLU64x50(seed)),
        HeNetwork.Of(LayerKind.ZeroStart, ReLU, static seed => new ZeroStartResidualReLU64x50(seed)),
        HeNetwork.Of(LayerKind.Plain, ReLU, static seed => new PlainReLU64x5(seed)),
        HeNetwork.Of(LayerKind.Residual, ReLU, static seed => new ResidualReLU64x5(seed)),
        HeNetwork.Of(LayerKind.Plain, ReLU, static seed => new PlainReLU64x20(seed)),
        HeNetwork.Of(LayerKind.Residual, ReLU, static seed => new ResidualReLU64x20(seed)),
        HeNetwork.Of(LayerKind.Plain, LeakyReLU, static seed => new PlainLeakyReLU64x50(seed)),
        HeNetwork.Of(LayerKind.Residual, LeakyReLU, static seed => new ResidualLeakyReLU64x50(seed)),
        HeNetwork.Of(LayerKind.Plain, PReLU, static seed => new PlainPReLU64x50(seed)),
        HeNetwork.Of(LayerKind.Residual, PReLU, static seed => new ResidualPReLU64x50(seed)),
        HeNetwork.Of(LayerKind.Plain, "GELU", static seed => new PlainGelu64x50(seed)),
        HeNetwork.Of(LayerKind.Residual, "GELU", static seed => new ResidualGelu64x50(seed)),
        HeNetwork.Of(LayerKind.Plain, "Tanh", static seed => new PlainTanh64x50(seed)),
        HeNetwork.Of(LayerKind.Residual, "Tanh", static seed => new ResidualTanh64x50(seed)),
        HeNetwork.Of(LayerKind.Plain, ReLU, static seed => new PlainReLU256x50(seed)),
        HeNetwork.Of(LayerKind.Residual, ReLU, static seed => new ResidualReLU256x50(seed)),
        HeNetwork.Of(LayerKind.Scaled, ReLU, static seed => new ScaledResidualReLU256x50(seed)),
        HeNetwork.Of(LayerKind.ZeroStart, ReLU, static seed => new ZeroStartResidualReLU256x50(seed)),
        HeNetwork.Of(LayerKind.Plain, LeakyReLU, static seed => new PlainLeakyReLU256x50(seed)),
        HeNetwork.Of(LayerKind.Residual, LeakyReLU, static seed => new ResidualLeakyReLU256x50(seed)),
        HeNetwork.Of(LayerKind.Plain, PReLU, static seed => new PlainPReLU256x50(seed)),
        HeNetwork.Of(LayerKind.Residual, PReLU, static seed => new ResidualPReLU256x50(seed)),
        HeNetwork.Of(LayerKind.Plain, "GELU", static seed => new PlainGelu256x50(seed)),
        HeNetwork.Of(LayerKind.Residual, "GELU", static seed => new ResidualGelu256x50(seed)),
        HeNetwork.Of(LayerKind.Plain, "Tanh", static seed => new PlainTanh256x50(seed)),
        HeNetwork.Of(LayerKind.Residual, "Tanh", static seed => new ResidualTanh256x50(seed)),
    ];

    public override string Name => "dissipating-inputs";

    public override string Question =>
        "What is left of an input on its way down a deep network, and what do residual connections and activations change?";

    public override IReadOnlyList<NetworkInfo> Networks => [.. allNetworks.Select(static network => network.Network)];

    public override IReadOnlyList<ExperimentOption> Options => [small];

    public override int DefaultSeeds => 3;

    public override int DefaultSteps => 500;

    public override int DefaultBatch => 64;

    public override int LargestBatch => 1024;

    public override IReadOnlyList<string> OwnFiles =>
    [
        "losses.json", "figures/remains", "figures/cosine", "figures/effective_rank", "figures/survival", "figures/stuck_units",
        "figures/histograms", "figures/pre_activations", "figures/training", "figures/after_training",
    ];

    public override IEnumerable<string> Announce(Settings settings) =>
        Chosen(settings)
            .Where(static network => network.Width != Narrow)
            .Take(1)
            .Select(network => $"Networks of width {network.Width} take {Number.Count(network.Steps(settings), "step")}.");

    public override IReadOnlyList<Training> Plan(Settings settings) =>
    [
        .. from seed in settings.AllSeeds
           from network in Chosen(settings)
           select network.Training(settings, seed),
    ];

    public override IEnumerable<object> Results(IReadOnlyList<TrainingRun> runs) =>
        runs.Cast<DissipationRun>().SelectMany(static run => run.Entries);

    public override IEnumerable<(string Name, object Numbers)> Numbers(Settings settings, IReadOnlyList<TrainingRun> runs)
    {
        yield return (
            "losses.json",
            runs.Cast<DissipationRun>()
                .Select(static run => new { run.Network, run.Activation, run.Width, run.Depth, run.Seed, run.UnseenLoss, run.Losses }));
    }

    private static IReadOnlyList<HeNetwork> Chosen(Settings settings) =>
        [.. allNetworks.Where(network => network.Width == Narrow || !settings[small])];
}
