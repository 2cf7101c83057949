using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>
/// The Plain Neural Net Hypothesis (arXiv 2402.08645), as far as it can be reconstructed: layers without a residual connection, each split
/// into a learner and a coder that all layers share, against plain and residual layers of the same width, on Distant Identity. The verdict
/// stands in the other parts of this class.
/// </summary>
internal sealed partial class PlainNetHypothesisExperiment : Experiment
{
    private static readonly WholeNumber coderSteps = new("--coder-steps", "Steps of the training of a coder alone.", 1, 1_000_000, 3000);

    private static readonly IReadOnlyList<CoderKind> kinds =
        [.. HypothesisVariants.All.Select(static variant => variant.Coder?.Kind).OfType<CoderKind>().Distinct()];

    public override string Name => "pnnh";

    public override string Question =>
        "Does a layer without a residual connection train at depth when a coder inside it, shared by all layers, hands on what came in?";

    public override IReadOnlyList<NetworkInfo> Networks =>
        [.. HypothesisVariants.All.Select(static variant => variant.Info).DistinctBy(static info => info.Name)];

    public override IReadOnlyList<ExperimentOption> Options => [coderSteps];

    public override int DefaultSeeds => 3;

    public override int DefaultSteps => 500;

    public override int DefaultBatch => 64;

    public override int LargestBatch => HypothesisVariant.TrainingVectors;

    public override IReadOnlyList<string> OwnFiles =>
    [
        "coders.json", "figures/training_loss", "figures/studies", "figures/coder_width", "figures/coder_error", "figures/way_down",
    ];

    public override IReadOnlyList<Training> Plan(Settings settings) => [.. settings.AllSeeds.SelectMany(seed => Trainings(settings, seed))];

    public override IEnumerable<object> Results(IReadOnlyList<TrainingRun> runs) =>
        runs.OfType<HypothesisRun>().Select(run => run.Row(runs));

    public override IEnumerable<(string Name, object Numbers)> Numbers(Settings settings, IReadOnlyList<TrainingRun> runs)
    {
        yield return ("coders.json", CoderResult.Of(runs));
    }

    /// <summary>The trainings of a seed: coders first, then what needs none, then what waits for them.</summary>
    private static IEnumerable<Training> Trainings(Settings settings, int seed)
    {
        Pretraining[] coders = [.. kinds.Select(kind => new Pretraining(kind, seed, settings[coderSteps], settings.Batch))];
        return
        [
            .. coders.Select(static coder => coder.Training),
            .. HypothesisVariants.All.OrderBy(static variant => variant.Coder?.Kind is not null)
                .Select(variant => variant.Training(settings, seed, coders)),
            new SpeedTest(
                seed,
                settings.Steps,
                stop => [.. HypothesisVariants.All.Select(variant => (variant.Steps(settings, seed, coders, stop), variant.TimeOf(seed)))])
                .Training,
        ];
    }
}
