using NetGen.Experiments.DistantIdentity;
using NetGen.Experiments.Explore;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Tests.Commands;

public sealed class EveryExperimentTests
{
    [Fact]
    public void All_runs_every_experiment_in_a_folder_of_its_own()
    {
        using TemporaryFolder folder = new();

        Shell.Outcome outcome = Shell.Run(
            [new Short("one", null), new Short("two", null)], CancellationToken.None, "all", "--out", folder.Path);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["one", "two"], Directory.EnumerateDirectories(folder.Path).Select(Path.GetFileName).Order());
        Assert.All(
            ["one", "two"],
            name =>
                Assert.Contains($"# What does {name} show?", File.ReadAllText(folder.File($"{name}/report.md")), StringComparison.Ordinal));
        Assert.Contains("Experiment 2 of 2", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void All_leaves_out_what_has_to_be_told_something()
    {
        using TemporaryFolder folder = new();

        Shell.Outcome outcome = Shell.Run(
            [new Short("one", null), new ExploreExperiment()], CancellationToken.None, "all", "--out", folder.Path);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("Experiment 1 of 1", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_stopped_ends_all_and_those_left_are_named()
    {
        using TemporaryFolder folder = new();
        using CancellationTokenSource stop = new();

        Shell.Outcome outcome = Shell.Run(
            [new Short("one", stop), new Short("two", null), new Short("three", null)], stop.Token, "all", "--out", folder.Path);

        Assert.Equal(130, outcome.ExitCode);
        Assert.Contains("Not run: two, three.", outcome.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("two")));
    }

    [Fact]
    public void None_runs_where_one_cannot()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.File("two"));
        File.WriteAllText(folder.File("two/report.md"), "mine");

        Short[] experiments = [new("one", null), new("two", null)];
        Shell.Outcome outcome = Shell.Run(experiments, CancellationToken.None, "all", "--out", folder.Path);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains($"'{folder.File("two/report.md")}' was written by no run", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("one")));
    }

    /// <summary>An experiment of one training that does nothing, and may be stopped in it.</summary>
    private sealed class Short(string name, CancellationTokenSource? stop) : Experiment
    {
        public override string Name => name;

        public override string Question => $"What does {name} show?";

        public override IReadOnlyList<NetworkInfo> Networks => [];

        public override int DefaultSeeds => 1;

        public override int DefaultSteps => 1;

        public override int DefaultBatch => 1;

        public override int LargestBatch => 1;

        public override IReadOnlyList<Training> Plan(Settings settings) =>
        [
            new Training("only", "None", 0, 1, (_, token) =>
            {
                stop?.Cancel();
                token.ThrowIfCancellationRequested();
                Inspection nothing = new([], [], []);
                return new InspectedRun("only", "None", "none", 0, 1, 0, [float.NaN], nothing, nothing);
            }),
        ];

        public override Report Conclude(Settings settings, IReadOnlyList<TrainingRun> runs) =>
            new(Question, Question, "Nothing.", new Table("Setup", ["seed"], [["0"]]), [], [], [], []);
    }
}
