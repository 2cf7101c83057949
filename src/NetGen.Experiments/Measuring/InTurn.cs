using System.Diagnostics;

namespace NetGen.Experiments.Measuring;

/// <summary>
/// Times pieces of work side by side: they take turns, so that whatever slows the machine down slows all of them, and the least time of
/// each counts, since what else runs on a machine only ever adds.
/// </summary>
internal static class InTurn
{
    /// <param name="work">The pieces.</param>
    /// <param name="rounds">How often each takes its turn.</param>
    /// <param name="done">Is told of every round that has ended, from 1 on.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>The least time of each, in microseconds with one decimal.</returns>
    public static double[] LeastMicroseconds(IReadOnlyList<Action> work, int rounds, Action<int> done, CancellationToken stop)
    {
        double[] least = [.. work.Select(static _ => double.PositiveInfinity)];
        for (int round = 1; round <= rounds; round++)
        {
            for (int index = 0; index < least.Length; index++)
            {
                stop.ThrowIfCancellationRequested();
                long before = Stopwatch.GetTimestamp();
                work[index]();
                least[index] = Math.Min(least[index], Stopwatch.GetElapsedTime(before).TotalMicroseconds);
            }

            done(round);
        }

        return Array.ConvertAll(least, static time => Math.Round(time, 1));
    }
}
