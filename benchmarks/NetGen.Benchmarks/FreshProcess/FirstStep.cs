using System.Diagnostics;

namespace NetGen.Benchmarks.FreshProcess;

/// <summary>How long the first step takes in a process that has just started: most of it is the just-in-time compiler's time.</summary>
internal static class FirstStep
{
    private const int Launches = 11;

    private static readonly string[] Names = ["ResMlp 20 x 64, batch 64", "784-128-10, batch 64", "50 blocks 256-1024-256, batch 64"];

    /// <summary>Starts a process for every launch, and prints medians.</summary>
    public static void Print()
    {
        MarkdownTable.Print([["network", "network and trainer, ms", "first step, ms", "second step, ms"], .. Names.Select(Row)]);

        static string[] Row(string name)
        {
            double[][] launches = [.. Enumerable.Range(0, Launches).Select(_ => FreshProcess.Run("first-step", name))];
            return [name, .. Enumerable.Range(0, 3).Select(
                column => Median(launches.Select(times => times[column])).ToString("F2", CultureInfo.InvariantCulture))];
        }
    }

    private static double Median(IEnumerable<double> times) => times.Order().ElementAt(Launches / 2);

    /// <summary>Measures this process.</summary>
    /// <param name="name">The case of <see cref="StepBenchmarks"/>.</param>
    public static void Measure(string name)
    {
        TrainingCase network = TrainingCase.Find(name);
        long start = Stopwatch.GetTimestamp();
        (Func<float> step, _) = network.Prepare();
        long prepared = Stopwatch.GetTimestamp();
        step();
        long first = Stopwatch.GetTimestamp();
        step();
        long second = Stopwatch.GetTimestamp();

        Write(Stopwatch.GetElapsedTime(start, prepared));
        Write(Stopwatch.GetElapsedTime(prepared, first));
        Write(Stopwatch.GetElapsedTime(first, second));

        static void Write(TimeSpan time) => Console.WriteLine(time.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
    }
}
