using System.Diagnostics;
using System.Runtime.InteropServices;
using NetGen.Compare.Sides;
using NetGen.Compare.Works;

namespace NetGen.Compare.Measuring;

/// <summary>
/// A process of its own in which a side does a work, pinned to as many cores as it has threads, warm, and waiting for its turn.
/// </summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;

    private WorkerProcess(Process process, double firstRound, string version, string mode, float[] answers)
    {
        this.process = process;
        FirstRound = firstRound;
        Version = version;
        Mode = mode;
        Answers = answers;
    }

    /// <summary>The seconds of a call in a round that does not count.</summary>
    public double FirstRound { get; }

    /// <summary>The version of the side.</summary>
    public string Version { get; }

    /// <summary>The fastest of the ways in which the side does this work.</summary>
    public string Mode { get; }

    /// <summary>What came out.</summary>
    public float[] Answers { get; }

    /// <exception cref="SideException">The process ended before it was ready.</exception>
    public static WorkerProcess Start(Side side, Work work, string folder, int threads)
    {
        string cores = string.Join(',', Enumerable.Range(Environment.ProcessorCount - threads, threads));
        ProcessStartInfo start = new("taskset", ["-c", cores, .. side.Command(work, folder, threads)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string? value) in side.Environment(threads))
            start.Environment[name] = value;

        Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (process.StandardOutput.ReadLine()?.Split('\t') is not ["ready", string seconds, string version, string mode])
        {
            process.WaitForExit();
            throw new SideException(errors.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .LastOrDefault("it ended without a word"));
        }

        float[] answers = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(Path.Combine(folder, "answers"))).ToArray();
        return new WorkerProcess(process, Number(seconds), version, mode, answers);
    }

    /// <summary>The seconds of a call, in one round.</summary>
    public double Round() => Ask("time")[0];

    /// <summary>
    /// Two numbers that explain the time: PyTorch's number of calls and the seconds they take on tensors of size one; or NetGen's peak and
    /// bandwidth.
    /// </summary>
    public (double, double) Parts() =>
        Ask("parts") is [double first, double second] ? (first, second) : throw new InvalidDataException("Expected two numbers.");

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private double[] Ask(string question)
    {
        process.StandardInput.WriteLine(question);
        process.StandardInput.Flush();
        return process.StandardOutput.ReadLine() is { } answer
            ? [.. answer.Split(' ').Select(Number)]
            : throw new InvalidDataException("A worker ended in the middle of its work.");
    }
}
