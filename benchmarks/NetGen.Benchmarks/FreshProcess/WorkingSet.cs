using System.Diagnostics;

namespace NetGen.Benchmarks.FreshProcess;

/// <summary>How much memory training takes above an empty process, beside what the compiler planned.</summary>
internal static class WorkingSet
{
    private const string Network = "50 blocks 256-1024-256, batch 64";
    private const double Megabyte = 1e6;

    /// <summary>Starts an empty process and one that trains, and prints what they take.</summary>
    public static void Print()
    {
        double planned = TrainingCase.Find(Network).PlannedBytes;
        double empty = FreshProcess.Run("memory", "empty").Single();
        double training = FreshProcess.Run("memory", Network).Single();
        MarkdownTable.Print(
        [
            ["network", "planned, MB", "empty process, MB", "training, MB", "above empty by plan"],
            [Network, Megabytes(planned), Megabytes(empty), Megabytes(training), ((training - empty) / planned)
                .ToString("F3", CultureInfo.InvariantCulture)],
        ]);
    }

    /// <summary>Measures this process, after a few steps.</summary>
    /// <param name="name">The case of <see cref="StepBenchmarks"/>; any other name for none.</param>
    public static void Measure(string name)
    {
        Func<float>? step = name == Network ? TrainingCase.Find(name).Prepare().Step : null;
        for (int i = 0; i < 5; i++)
            step?.Invoke();

        using Process process = Process.GetCurrentProcess();
        Console.WriteLine(process.WorkingSet64);
        GC.KeepAlive(step);
    }

    private static string Megabytes(double bytes) => (bytes / Megabyte).ToString("F1", CultureInfo.InvariantCulture);
}
