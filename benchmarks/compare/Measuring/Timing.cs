using System.Diagnostics;

namespace NetGen.Compare.Measuring;

/// <summary>How long one call takes.</summary>
internal static class Timing
{
    /// <summary>A sample is long enough for the clock, and for one call of what is called before and after it to vanish.</summary>
    private static readonly TimeSpan sample = TimeSpan.FromMilliseconds(10);

    private static readonly TimeSpan round = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan warming = TimeSpan.FromSeconds(2);

    // The thread that compiles hot methods again gets little of a core that another one keeps busy: without breaks a short work stays ten
    // times slower for seconds.
    private static readonly TimeSpan breath = TimeSpan.FromMilliseconds(50);

    /// <summary>The number of calls of a sample, found while the just-in-time compiler gets done.</summary>
    public static int Warm(Action<int> repeat)
    {
        long start = Stopwatch.GetTimestamp();
        int count = 1;
        while (Stopwatch.GetElapsedTime(start) < warming)
        {
            count = CallsPerSample(repeat);
            Thread.Sleep(breath);
        }

        return count;
    }

    /// <summary>The seconds that one call takes: the median of samples of so many calls each.</summary>
    public static double Median(Action<int> repeat, int count)
    {
        List<double> samples = [];
        long start = Stopwatch.GetTimestamp();
        while (samples.Count < 3 || Stopwatch.GetElapsedTime(start) < round)
            samples.Add(Elapsed(repeat, count).TotalSeconds / count);
        return Statistics.Median(samples);
    }

    /// <summary>How many calls take a sample's time.</summary>
    public static int CallsPerSample(Action<int> repeat)
    {
        int count = 1;
        while (Elapsed(repeat, count) < sample)
            count *= 2;
        return count;
    }

    private static TimeSpan Elapsed(Action<int> repeat, int count)
    {
        long start = Stopwatch.GetTimestamp();
        repeat(count);
        return Stopwatch.GetElapsedTime(start);
    }
}
