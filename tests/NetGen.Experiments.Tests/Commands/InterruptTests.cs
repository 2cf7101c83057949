using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NetGen.Experiments.DistantIdentity;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Tests.Commands;

public sealed class InterruptTests
{
    private const int Interrupted = 130;

    [Fact]
    public void Stopped_run_keeps_what_is_finished_and_nothing_that_tells_of_other_numbers()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, Sketch.Run(folder.Path, new Sketch()).ExitCode);
        string earlier = File.ReadAllText(folder.File("manifest.json"));
        File.WriteAllText(
            folder.File("manifest.json"), earlier.Replace("\"plannedRuns\": 1", "\"plannedRuns\": 2", StringComparison.Ordinal));
        using CancellationTokenSource stop = new();
        Shell.Outcome outcome = Shell.Run([new Halfway(stop, finishesOne: true)], stop.Token, "halfway", "--out", folder.Path);

        Assert.Equal(Interrupted, outcome.ExitCode);
        Assert.Contains("1 of 2 runs were finished and are kept", outcome.Output, StringComparison.Ordinal);
        using JsonDocument results = JsonDocument.Parse(File.ReadAllText(folder.File("results.json")));
        Assert.Equal("NaN", Assert.Single(results.RootElement.GetProperty("runs").EnumerateArray()).GetProperty("finalLoss").GetString());
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(folder.File("manifest.json")));
        Assert.Equal(2, manifest.RootElement.GetProperty("plannedRuns").GetInt32());
        Assert.Equal(1, manifest.RootElement.GetProperty("finishedRuns").GetInt32());
        Assert.Equal(["manifest.json", "results.json"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData(true, "Stopped: 1 of 2 runs were finished and are kept in ")]
    [InlineData(false, "Stopped before the report was finished: all runs are kept in ")]
    public void Stopped_run_leaves_a_finished_one_in_its_place(bool trains, string message)
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, Sketch.Run(folder.Path, new Sketch()).ExitCode);
        string[] before = Contents(folder);
        using CancellationTokenSource stop = new();
        Shell.Outcome outcome = trains
            ? Shell.Run([new Halfway(stop, finishesOne: true)], stop.Token, "halfway", "--out", folder.Path)
            : Shell.Run(
                [new StopsWhileConcluding(stop)],
                stop.Token,
                "distant-identity", "--setup", "fair", "--seeds", "1", "--steps", "1", "--out", folder.Path);

        Assert.Equal(Interrupted, outcome.ExitCode);
        string kept = folder.File(Path.Join("netgen-unfinished", "1"));
        Assert.Contains(
            $"{message}{kept} (results.json, manifest.json). The finished run in {folder.Path} stays.",
            string.Join(' ', outcome.Output.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
        Assert.Equal(["manifest.json", "results.json"], Directory.EnumerateFileSystemEntries(kept).Select(Path.GetFileName).Order());
        Directory.Delete(folder.File("netgen-unfinished"), recursive: true);
        Assert.Equal(before, Contents(folder));
    }

    [Fact]
    public void Run_stopped_before_anything_is_finished_leaves_the_folder_as_it_was()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, Sketch.Run(folder.Path, new Sketch()).ExitCode);
        string[] before = Contents(folder);
        using CancellationTokenSource stop = new();
        Shell.Outcome outcome = Shell.Run([new Halfway(stop, finishesOne: false)], stop.Token, "halfway", "--out", folder.Path);

        Assert.Equal(Interrupted, outcome.ExitCode);
        Assert.Contains("nothing is written", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(before, Contents(folder));
    }

    [Fact]
    public void Run_stopped_before_anything_is_finished_leaves_no_folder_that_was_not_there()
    {
        using TemporaryFolder folder = new();
        using CancellationTokenSource stop = new();
        Shell.Outcome outcome = Shell.Run(
            [new Halfway(stop, finishesOne: false)], stop.Token, "halfway", "--out", folder.File("results/halfway/"));

        Assert.Equal(Interrupted, outcome.ExitCode);
        Assert.Contains("nothing is written", outcome.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Run_stopped_while_it_concludes_says_so_and_keeps_its_results()
    {
        using TemporaryFolder folder = new();
        using CancellationTokenSource stop = new();
        Shell.Outcome outcome = Shell.Run(
            [new StopsWhileConcluding(stop)],
            stop.Token,
            "distant-identity", "--setup", "fair", "--seeds", "1", "--steps", "1", "--out", folder.Path);

        Assert.Equal(Interrupted, outcome.ExitCode);
        Assert.Contains("Stopped before the report was finished: all runs are kept", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(["manifest.json", "results.json"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Every_signal_that_ends_programs_ends_it_with_finished_runs_written()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Sends signals with tools of Linux.");
        using TemporaryFolder folder = new();
        (string Signal, int ExitCode)[] signals = [("HUP", 129), ("INT", 130), ("QUIT", 131), ("TERM", 143)];
        Process[] programs = [.. signals.Select(signal => Start(folder.File(signal.Signal)))];
        foreach (((string signal, int exitCode), Process program) in signals.Zip(programs))
        {
            using (program)
            {
                // So many steps are more than one unfinished training on every core has.
                while (program.StandardOutput.ReadLine() is { } line && !(Steps(line) > 20 * Environment.ProcessorCount))
                {
                }

                Shell.Send(signal, program);
                string rest = program.StandardOutput.ReadToEnd();
                program.WaitForExit();

                Assert.Equal((signal, exitCode), (signal, program.ExitCode));
                Assert.Contains("were finished and are kept", rest, StringComparison.Ordinal);
                using JsonDocument results = JsonDocument.Parse(File.ReadAllText(folder.File($"{signal}/results.json")));
                Assert.NotEmpty(results.RootElement.GetProperty("runs").EnumerateArray());
            }
        }

        // A shell in the background has its children ignore some signals; env gives them back.
        static Process Start(string folder)
        {
            string[] arguments = ["distant-identity", "--seeds", "1000", "--steps", "20", "--out", folder];
            return Process.Start(
                new ProcessStartInfo("env", ["--default-signal=HUP,INT,QUIT,TERM", .. Shell.Program, .. arguments])
                {
                    RedirectStandardOutput = true,
                })!;
        }

        static int Steps(string line) =>
            line.Contains("steps/s", StringComparison.Ordinal) ? int.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture) : 0;
    }

    private static string[] Contents(TemporaryFolder folder) =>
    [
        .. Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(static path => $"{path}: {File.ReadAllText(path)}"),
    ];

    /// <summary>An experiment of two trainings: one may finish, the other is interrupted.</summary>
    private sealed class Halfway(CancellationTokenSource stop, bool finishesOne) : Experiment
    {
        public override string Name => "halfway";

        public override string Question => "What is kept of half a run?";

        public override IReadOnlyList<NetworkInfo> Networks => [];

        public override int DefaultSeeds => 1;

        public override int DefaultSteps => 1;

        public override int DefaultBatch => 1;

        public override int LargestBatch => 1;

        public override IReadOnlyList<Training> Plan(Settings settings)
        {
            ManualResetEventSlim firstIsThrough = new();
            Training first = new("only", "None", 0, 1, (_, token) =>
            {
                firstIsThrough.Set();
                Inspection nothing = new([], [], []);
                return finishesOne ? new InspectedRun("only", "None", "none", 0, 1, 0, [float.NaN], nothing, nothing) : Interrupt(token);
            });
            Training second = new("only", "None", 1, 1, (_, token) =>
            {
                firstIsThrough.Wait(CancellationToken.None);
                return Interrupt(token);
            });
            return [first, second];
        }

        private TrainingRun Interrupt(CancellationToken token)
        {
            stop.Cancel();
            throw new OperationCanceledException(token);
        }

        public override Report Conclude(Settings settings, IReadOnlyList<TrainingRun> runs) =>
            throw new InvalidOperationException("Half a run has no conclusion.");
    }

    /// <summary>Distant Identity, interrupted when its trainings are done and its files are not yet written.</summary>
    private sealed class StopsWhileConcluding(CancellationTokenSource stop) : Experiment
    {
        private readonly DistantIdentityExperiment inner = new();

        public override string Name => inner.Name;

        public override string Question => inner.Question;

        public override IReadOnlyList<NetworkInfo> Networks => inner.Networks;

        public override IReadOnlyList<ExperimentOption> Options => inner.Options;

        public override int DefaultSeeds => inner.DefaultSeeds;

        public override int DefaultSteps => inner.DefaultSteps;

        public override int DefaultBatch => inner.DefaultBatch;

        public override int LargestBatch => inner.LargestBatch;

        public override IReadOnlyList<Training> Plan(Settings settings) => inner.Plan(settings);

        public override Report Conclude(Settings settings, IReadOnlyList<TrainingRun> runs)
        {
            Report report = inner.Conclude(settings, runs);
            stop.Cancel();
            return report;
        }
    }
}
