using System.Diagnostics;

namespace NetGen.Experiments.Tests.Commands;

/// <summary>A command that waits for someone who never comes can be ended without the signal that no program hears of.</summary>
public sealed class StuckTests
{
    private const int Terminated = 143;
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void Second_signal_ends_a_run_that_is_stuck()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Sends signals with tools of Linux.");
        using TemporaryFolder folder = new();

        // The pipe is full before the program starts, and nobody reads it.
        using Process program = Start("head -c 65536 /dev/zero; exec \"$@\"", "distant-identity", "--out", folder.Path);
        Stopwatch clock = Stopwatch.StartNew();
        while (!File.Exists(folder.File("netgen-unfinished/lock")) && clock.Elapsed < patience)
            Thread.Sleep(20);

        int sent = 0;
        do
        {
            Shell.Send("TERM", program);
            sent++;
        }
        while (!program.WaitForExit(200) && clock.Elapsed < patience);

        Assert.True(sent > 1, "The first signal was not to end it.");
        AssertTerminated(program);
    }

    [Fact]
    public void Command_that_cannot_be_stopped_with_care_ends_at_the_first_signal()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Sends signals with tools of Linux.");
        using TemporaryFolder folder = new();
        string pipe = folder.File("pipe");
        using (Process make = Process.Start("mkfifo", [pipe]))
            make.WaitForExit();

        // It holds the pipe and reads nothing.
        using Process reader = Process.Start(
            new ProcessStartInfo("timeout", [$"{patience.TotalSeconds}", "sh", "-c", "exec < \"$0\"; echo held; exec sleep 60", pipe])
            {
                RedirectStandardOutput = true,
            })!;
        using Process program = Start("exec \"$@\"", "step", "ResMLP", "--out", pipe);
        Assert.Equal("held", reader.StandardOutput.ReadLine());

        Shell.Send("TERM", program);
        program.WaitForExit(patience);
        Shell.Send("TERM", reader);
        AssertTerminated(program);
    }

    private static Process Start(string script, params string[] arguments) => Process.Start(
        new ProcessStartInfo("env", ["--default-signal=HUP,INT,QUIT,TERM", "sh", "-c", script, "sh", .. Shell.Program, .. arguments])
        {
            RedirectStandardOutput = true,
        })!;

    private static void AssertTerminated(Process program)
    {
        if (!program.HasExited)
            program.Kill();
        program.WaitForExit();
        Assert.Equal(Terminated, program.ExitCode);
    }
}
