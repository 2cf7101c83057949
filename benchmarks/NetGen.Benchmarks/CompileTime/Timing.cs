using System.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Benchmarks.CompileTime;

/// <summary>
/// How long several rounds of the same work took. The least tells what the work takes where nothing else runs on the machine.
/// </summary>
/// <param name="Median">The median.</param>
/// <param name="Least">The least.</param>
internal readonly record struct Timing(TimeSpan Median, TimeSpan Least)
{
    public static Timing Of(int rounds, Func<CSharpCompilation> prepare, Action<CSharpCompilation> work)
    {
        TimeSpan[] times = new TimeSpan[rounds];
        foreach (ref TimeSpan time in times.AsSpan())
        {
            CSharpCompilation compilation = prepare();
            long start = Stopwatch.GetTimestamp();
            work(compilation);
            time = Stopwatch.GetElapsedTime(start);
        }

        Array.Sort(times);
        return new Timing(times[rounds / 2], times[0]);
    }
}
