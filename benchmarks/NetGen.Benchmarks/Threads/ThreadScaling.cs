using System.Diagnostics;
using NetGen.Benchmarks.Measuring;

namespace NetGen.Benchmarks.Threads;

/// <summary>What threads gain: the same steps on one, two and more, in turn, so that all meet the same machine.</summary>
internal static class ThreadScaling
{
    private const int Rounds = 15;
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(40);

    /// <summary>
    /// Measures every case of <see cref="StepBenchmarks"/>, and prints medians and what they are of the time on one thread.
    /// </summary>
    public static void Print()
    {
        int[] threads = [.. Enumerable.Range(1, Math.Min(4, Environment.ProcessorCount))];
        string[] header =
        [
            "step",
            .. threads.Select(static count => count == 1 ? "1 thread, us" : $"{count} threads, us"),
            .. threads.Skip(1).Select(static count => $"gain of {count}"),
        ];
        MarkdownTable.Print([header, .. StepBenchmarks.Cases.Select(@case => Row(@case, threads))]);
    }

    private static string[] Row(TrainingCase @case, int[] threads)
    {
        (Func<float> Step, IDisposable Trainer)[] prepared = [.. threads.Select(@case.Prepare)];
        foreach ((Func<float> step, _) in prepared)
            TierUp.Await(() => step());

        List<double>[] times = [.. threads.Select(static _ => new List<double>())];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < prepared.Length; i++)
                times[i].Add(Time(prepared[i].Step));
        }

        foreach ((_, IDisposable trainer) in prepared)
            trainer.Dispose();
        double[] medians = [.. times.Select(static all => all.Order().ElementAt(Rounds / 2))];
        return
        [
            @case.ToString(),
            .. medians.Select(static time => Text(time, "F1")),
            .. medians.Skip(1).Select(time => Text(medians[0] / time, "F2")),
        ];
    }

    private static double Time(Func<float> step)
    {
        long start = Stopwatch.GetTimestamp();
        int count = 0;
        do
        {
            step();
            count++;
        }
        while (Stopwatch.GetElapsedTime(start) < Round);

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / count;
    }

    private static string Text(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
