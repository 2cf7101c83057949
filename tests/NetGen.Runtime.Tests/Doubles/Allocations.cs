namespace NetGen.Runtime.Tests;

/// <summary>What calls allocate.</summary>
internal static class Allocations
{
    /// <summary>
    /// The fewest bytes that one of ten calls allocates on this thread. Now and then the runtime allocates some for itself, where it
    /// compiles code anew; what a call allocates, every call does.
    /// </summary>
    public static long FewestOf(Action call)
    {
        long fewest = long.MaxValue;
        for (int i = 0; i < 10; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            call();
            fewest = Math.Min(fewest, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return fewest;
    }
}
