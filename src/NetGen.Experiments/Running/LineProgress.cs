using System.Diagnostics;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Running;

/// <summary>Progress of trainings as plain lines, less than two seconds apart, and one at the end.</summary>
internal sealed class LineProgress : IProgressDisplay, IDisposable
{
    private readonly Lock gate = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly TextWriter writer;
    private readonly long totalSteps;
    private readonly Silence silence;
    private readonly Heartbeat heartbeat;
    private long steps;
    private (Training Training, StepReport Step)? last;

    public LineProgress(TextWriter writer, long totalSteps, Silence silence)
    {
        this.writer = writer;
        this.totalSteps = totalSteps;
        this.silence = silence;
        heartbeat = new Heartbeat(() => this.writer.WriteLine(Line()), silence);
    }

    public void Advance(Training training, int steps, StepReport last)
    {
        lock (gate)
        {
            this.steps += steps;
            this.last = (training, last);
        }
    }

    public void Dispose()
    {
        heartbeat.Dispose();
        if (steps != totalSteps)
            return;

        writer.WriteLine(Line());
        silence.Break();
    }

    private string Line()
    {
        lock (gate)
        {
            if (last is not { } now)
                return $"0 of {totalSteps} steps: {Duration.Text(clock.Elapsed.TotalSeconds)}";

            double rate = steps / clock.Elapsed.TotalSeconds;
            string loss = float.IsNaN(now.Step.Loss) ? "" : $": loss {Number.Short(now.Step.Loss)}";
            string gradient = now.Step.Gradient is { } norm ? $", gradient {Number.Short(norm)}" : "";
            string accuracy = now.Step.Accuracy is { } share ? $", accuracy {Number.Short(share)}" : "";
            return $"{steps} of {totalSteps} steps, {Number.Short(rate)} steps/s, {Duration.Text((totalSteps - steps) / rate)} left; "
                + $"{now.Training.Setup} {now.Training.Network} seed {now.Training.Seed}{loss}{gradient}{accuracy}";
        }
    }
}
