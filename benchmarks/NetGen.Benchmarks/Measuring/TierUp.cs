using System.Diagnostics;

namespace NetGen.Benchmarks.Measuring;

/// <summary>Brings what is not a kernel to the code that a long run gets.</summary>
internal static class TierUp
{
    private const int Rounds = 5;

    /// <summary>
    /// Calls for a while and pauses: the just-in-time compiler counts calls, and compiles anew what is called often, when there has been
    /// nothing new for 100 ms. It does so twice, and needs the core for it, too.
    /// </summary>
    public static void Await(Action call)
    {
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            do
                call();
            while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < 50);
            Thread.Sleep(120);
        }
    }
}
