using NetGen.Experiments.DistantIdentity;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Tests.Commands;

/// <summary>An experiment of one training that does nothing: for what every run does around its trainings.</summary>
internal sealed class Sketch : Experiment
{
    public const string Figure = "figures/sketch.json";

    public override string Name => "sketch";

    public override string Question => "What does a run do to its folder?";

    public override IReadOnlyList<NetworkInfo> Networks => [];

    public override int DefaultSeeds => 1;

    public override int DefaultSteps => 1;

    public override int DefaultBatch => 1;

    public override int LargestBatch => 1;

    public override IReadOnlyList<string> OwnFiles => ["numbers.json", "figures/sketch"];

    /// <summary>What happens while it trains.</summary>
    public Action Meanwhile { get; init; } = static () => { };

    /// <summary>The names of its files of numbers.</summary>
    public IReadOnlyList<string> Files { get; init; } = ["numbers.json", Figure];

    /// <summary>What stands in them.</summary>
    public string Content { get; init; } = "first";

    public static Shell.Outcome Run(string folder, Sketch experiment) =>
        Shell.Run([experiment], CancellationToken.None, "sketch", "--out", folder);

    public override IReadOnlyList<Training> Plan(Settings settings) =>
    [
        new Training("only", "None", 0, 1, (_, _) =>
        {
            Meanwhile();
            Inspection nothing = new([], [], []);
            return new InspectedRun("only", "None", "none", 0, 1, 0, [float.NaN], nothing, nothing);
        }),
    ];

    public override IEnumerable<(string Name, object Numbers)> Numbers(Settings settings, IReadOnlyList<TrainingRun> runs) =>
        Files.Select(name => (name, (object)Content));

    public override Report Conclude(Settings settings, IReadOnlyList<TrainingRun> runs) =>
        new(Question, Question, Content, new Table("Setup", ["seed"], [["0"]]), [], [], [], []);
}
