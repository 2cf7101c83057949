using System.Text;
using NetGen.Experiments.DistantIdentity;
using NetGen.Experiments.Running;
using Spectre.Console;

namespace NetGen.Experiments.Tests.Running;

/// <summary>
/// What a run shows of what it is at, and how it is stopped there. Whatever waits here waits for something to happen, however long that
/// takes.
/// </summary>
public sealed class RunDisplayTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Phase_that_lasts_says_in_lines_what_it_is_at_and_for_how_long()
    {
        using Lines lines = new(count: 2);
        int value = new LineDisplay(lines).Show("Compiling", at =>
        {
            at("the C# compiler");
            lines.Written.Wait(Stop);
            return 3;
        }, Stop);

        Assert.Equal(3, value);
        Assert.All(
            lines.ToString().TrimEnd().Split('\n')[1..], static line => Assert.Matches(@"^Compiling, the C# compiler: \d+ s$", line));
    }

    [Fact]
    public void Trainings_that_take_no_step_for_long_are_not_silent()
    {
        using Lines lines = new(count: 1);
        Training training = new("only", "None", 0, 2, static (_, _) => throw new InvalidOperationException());
        new LineDisplay(lines).Show([training], progress =>
        {
            lines.Written.Wait(Stop);
            progress.Advance(training, 2, new StepReport(2, 0.5f));
            return 0;
        });

        string[] all = lines.ToString().TrimEnd().Split('\n');
        Assert.Matches(@"^0 of 2 steps: \d+ s$", all[0]);
        Assert.StartsWith("2 of 2 steps, ", all[^1], StringComparison.Ordinal);
        Assert.Contains("only None seed 0: loss 0.500", all[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(140)]
    public void Terminal_shows_a_phase_and_leaves_it_when_it_is_stopped(int width)
    {
        using StringWriter output = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = width;
        using CancellationTokenSource stop = new();
        using ManualResetEventSlim never = new();
        Assert.ThrowsAny<OperationCanceledException>(() => new TerminalDisplay(console).Show("Drawing figures", at =>
        {
            at("3 of 11");
            stop.Cancel();
            never.Wait(Stop);
            return 0;
        }, stop.Token));
        never.Set();
        Assert.Contains("Drawing figures", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Training_that_does_not_answer_is_left_behind_and_what_is_finished_is_kept()
    {
        using CancellationTokenSource stop = new();
        using ManualResetEventSlim never = new();
        Inspection nothing = new([], [], []);
        Training finished = new(
            "only", "None", 0, 1, (_, _) => new InspectedRun("only", "None", "none", 0, 1, 0, [0.5f], nothing, nothing));
        Training deaf = new("only", "None", 1, 1, (_, _) =>
        {
            stop.Cancel();
            never.Wait(Stop);
            return new InspectedRun("only", "None", "none", 1, 1, 0, [0.5f], nothing, nothing);
        });

        IReadOnlyList<TrainingRun> runs = TrainingQueue.Run([finished, deaf], 1, new Ignored(), stop.Token);
        never.Set();
        Assert.Equal(0, Assert.Single(runs).Seed);
    }

    [Fact]
    public void Work_that_ends_in_time_after_it_is_stopped_gives_what_it_was_to_give()
    {
        using CancellationTokenSource stop = new();
        Assert.Equal(3, Stoppable.Run(() =>
        {
            stop.Cancel();
            return 3;
        }, stop.Token));
    }

    [Fact]
    public void Failure_of_a_phase_is_the_failure_of_its_work()
    {
        LineDisplay display = new(TextWriter.Null);
        Assert.Equal(
            "disk full",
            Assert.Throws<IOException>(() => display.Show<int>("Writing", static _ => throw new IOException("disk full"), Stop)).Message);
    }

    private sealed class Ignored : IProgressDisplay
    {
        public void Advance(Training training, int steps, StepReport last)
        {
        }
    }

    /// <summary>A writer that says when so many lines are written.</summary>
    private sealed class Lines(int count) : TextWriter
    {
        private readonly StringBuilder text = new();
        private int left = count;

        public ManualResetEventSlim Written { get; } = new();

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => text.Append(value);

        public override void WriteLine(string? value)
        {
            text.Append(value).Append('\n');
            if (--left == 0)
                Written.Set();
        }

        public override string ToString() => text.ToString();

        protected override void Dispose(bool disposing)
        {
            Written.Dispose();
            base.Dispose(disposing);
        }
    }
}
