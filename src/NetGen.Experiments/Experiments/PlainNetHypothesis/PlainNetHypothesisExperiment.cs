using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>
/// The Plain Neural Net Hypothesis (arXiv 2402.08645), as far as it can be reconstructed: layers without a residual connection, each split
/// into a learner and a coder that all layers share, against plain and residual layers of the same width, on Distant Identity. The verdict
/// stands in the other parts of this class.
/// </summary>
internal sealed partial class PlainNetHypothesisExperiment : Experiment
{
    public static readonly WholeNumber CoderSteps = new("--coder-steps", "Steps of the training of a coder alone.", 1, 1_000_000, 3000);

    private static readonly IReadOnlyList<CoderKind> kinds =
        [.. HypothesisVariants.All.Select(static variant => variant.Coder?.Kind).OfType<CoderKind>().Distinct()];

    private readonly IReadOnlyList<HypothesisStudy> studies;
    private readonly Choice study;

    public PlainNetHypothesisExperiment()
        : this([new CoderStudy(), new FailureStudy(FailureStudy.AllDepths), new SurvivorStudy(SurvivorStudy.Deepest)])
    {
    }

    /// <param name="studies">What it can ask in place of its own question.</param>
    public PlainNetHypothesisExperiment(IReadOnlyList<HypothesisStudy> studies)
    {
        this.studies = studies;
        study = new Choice(
            "--study",
            "Asks one thing instead: of coders, of where training fails, or of how many neurons survive which activation.",
            ["none", .. studies.Select(static study => study.Name)]);
    }

    public override string Name => "pnnh";

    public override string Question =>
        "Does a layer without a residual connection train at depth when a coder inside it, shared by all layers, hands on what came in?";

    public override IReadOnlyList<NetworkInfo> Networks =>
        [.. HypothesisVariants.All.Select(static variant => variant.Info).DistinctBy(static info => info.Name)];

    public override IReadOnlyList<ExperimentOption> Options => [study, CoderSteps];

    public override int DefaultSeeds => 3;

    public override int DefaultSteps => 500;

    public override int DefaultBatch => 64;

    public override int LargestBatch => HypothesisVariant.TrainingVectors;

    public override IReadOnlyList<string> OwnFiles =>
    [
        "coders.json", "figures/training_loss", "figures/studies", "figures/coder_width", "figures/coder_error", "figures/way_down",
        .. studies.SelectMany(static study => study.Files),
    ];

    public override int StandardSteps(IReadOnlyDictionary<string, string> options) =>
        studies.FirstOrDefault(one => one.Name == options[study.Name])?.Steps ?? DefaultSteps;

    public override string Work(Settings settings, int trainings) =>
        ChosenStudy(settings)?.Work(settings, trainings) ?? base.Work(settings, trainings);

    public override IEnumerable<string> Prepare(Settings settings, IRunDisplay display, CancellationToken stop) =>
        ChosenStudy(settings)?.Prepare(display, stop) ?? [];

    public override IReadOnlyList<Training> Plan(Settings settings) =>
        ChosenStudy(settings)?.Plan(settings) ?? [.. settings.AllSeeds.SelectMany(seed => Trainings(settings, seed))];

    public override IEnumerable<object> Results(IReadOnlyList<TrainingRun> runs) =>
        [
            .. runs.OfType<HypothesisRun>().Select(run => run.Row(runs)),
            .. runs.OfType<SurvivorRun>().Select(static run => run.Row),
        ];

    public override IEnumerable<(string Name, object Numbers)> Numbers(Settings settings, IReadOnlyList<TrainingRun> runs)
    {
        if (ChosenStudy(settings) is null)
            yield return ("coders.json", CoderResult.Of(runs));
    }

    private HypothesisStudy? ChosenStudy(Settings settings) => studies.FirstOrDefault(one => one.Name == settings[study]);

    /// <summary>The trainings of a seed: coders first, then what needs none, then what waits for them.</summary>
    private static IEnumerable<Training> Trainings(Settings settings, int seed)
    {
        Pretraining[] coders = [.. kinds.Select(kind => new Pretraining(kind, seed, settings[CoderSteps], settings.Batch))];
        return
        [
            .. coders.Select(static coder => coder.Training),
            .. HypothesisVariants.All.OrderBy(static variant => variant.Coder?.Kind is not null)
                .Select(variant => variant.Training(settings, seed, coders)),
            SpeedTest.Of(HypothesisVariants.All, settings, seed, coders).Training,
        ];
    }
}
