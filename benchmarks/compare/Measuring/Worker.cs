using System.Runtime.InteropServices;
using NetGen.Benchmarks.Measuring;
using NetGen.Compare.Works;

namespace NetGen.Compare.Measuring;

/// <summary>
/// The other end of a <see cref="WorkerProcess"/>, for what runs in .NET. Answers lie in a file when it says <c>ready</c>, with the seconds
/// of a first round, the version and the mode; then it does a round for every line <c>time</c> that comes in and tells the seconds of a
/// call, and for a line
/// <c>parts</c> what this core can do at most.
/// </summary>
internal static class Worker
{
    public static void Serve(Subject subject, string folder)
    {
        File.WriteAllBytes(Path.Combine(folder, "answers"), MemoryMarshal.AsBytes(subject.Answers.AsSpan()));
        int count = Timing.Warm(subject.Repeat);
        Console.WriteLine(
            FormattableString.Invariant($"ready\t{Timing.Median(subject.Repeat, count):R}\t{subject.Version}\t{subject.Mode}"));
        while (Console.ReadLine() is { } line)
        {
            Console.WriteLine(line == "parts"
                ? FormattableString.Invariant($"{1e9 * FmaPeak.Measure():R} {Bandwidth.Measure():R}")
                : FormattableString.Invariant($"{Timing.Median(subject.Repeat, count):R}"));
        }
    }
}
