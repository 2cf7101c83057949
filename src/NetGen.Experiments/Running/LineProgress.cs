using System.Diagnostics;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Running;

/// <summary>Progress as plain lines, a few seconds apart: for files and pipes.</summary>
internal sealed class LineProgress(TextWriter writer, long totalSteps) : IProgressDisplay
{
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan next = pause;
    private long steps;

    public void Advance(Training training, int steps, StepReport last)
    {
        lock (gate)
        {
            this.steps += steps;
            if (clock.Elapsed < next && this.steps < totalSteps)
                return;

            next = clock.Elapsed + pause;
            double rate = this.steps / clock.Elapsed.TotalSeconds;
            string left = Duration.Text((totalSteps - this.steps) / rate);
            string loss = float.IsNaN(last.Loss) ? "" : $": loss {Number.Short(last.Loss)}";
            string gradient = last.Gradient is { } norm ? $", gradient {Number.Short(norm)}" : "";
            writer.WriteLine(
                $"{this.steps} of {totalSteps} steps, {Number.Short(rate)} steps/s, {left} left; "
                + $"{training.Setup} {training.Network} seed {training.Seed}{loss}{gradient}");
        }
    }
}
