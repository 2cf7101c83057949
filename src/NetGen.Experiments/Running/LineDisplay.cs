using System.Diagnostics;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Running;

/// <summary>Shows what a run is at as plain lines: for files and pipes. What is over in a moment gets none.</summary>
internal sealed class LineDisplay(TextWriter writer) : IRunDisplay
{
    private readonly Silence silence = new();

    public T Show<T>(string name, Func<Action<string>, T> work, CancellationToken stop)
    {
        Stopwatch clock = Stopwatch.StartNew();
        string place = "";
        using Heartbeat heartbeat = new(
            () =>
            {
                string time = clock.Elapsed.TotalSeconds < 1 ? "" : $": {Duration.Text(clock.Elapsed.TotalSeconds)}";
                writer.WriteLine($"{name}{Volatile.Read(ref place)}{time}");
            },
            silence);
        return Stoppable.Run(() => work(at => Volatile.Write(ref place, $", {at}")), stop);
    }

    public T Show<T>(IReadOnlyList<Training> plan, Func<IProgressDisplay, T> work)
    {
        using LineProgress progress = new(writer, plan.Sum(static training => (long)training.Steps), silence);
        return work(progress);
    }
}
