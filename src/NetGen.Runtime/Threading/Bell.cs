using System.Diagnostics;

namespace NetGen;

/// <summary>
/// Where threads wait for what other threads do. A waiting thread spins for a moment, because the next piece of a training step is
/// microseconds away, and then sleeps.
/// </summary>
/// <param name="ready">Whether what they wait for is there.</param>
internal sealed class Bell(Func<bool> ready)
{
    // A few times as long as it takes to wake a thread. If it were shorter, sleepers would have to be woken in every step; if it were
    // longer, idle threads would take a core from others.
    private static readonly long SpinTicks = Stopwatch.Frequency * 50 / 1_000_000;

    private readonly object gate = new();
    private int sleepers;
    private int rings;

    /// <summary>Returns when it is ready, or when the bell has rung for what is over by now.</summary>
    public void Wait()
    {
        if (!Spin())
            Interruption.Postpone(this, static bell => bell.Sleep());
    }

    /// <summary>Wakes all sleepers. What they wait for was written before.</summary>
    public void Ring()
    {
        // A sleeper announces itself, then looks once more: one of the two sees the other.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref sleepers) > 0)
            Interruption.Postpone(this, static bell => bell.Wake());
    }

    private void Sleep()
    {
        lock (gate)
        {
            int heard = rings;
            sleepers++;
            Interlocked.MemoryBarrier();
            try
            {
                while (rings == heard && !ready())
                    Monitor.Wait(gate);
            }
            finally
            {
                // Threads that the bell has woken are no longer counted.
                if (rings == heard)
                    sleepers--;
            }
        }
    }

    private void Wake()
    {
        lock (gate)
        {
            sleepers = 0;
            rings++;
            Monitor.PulseAll(gate);
        }
    }

    private bool Spin()
    {
        long end = Stopwatch.GetTimestamp() + SpinTicks;
        do
        {
            for (int i = 0; i < 32; i++)
            {
                if (ready())
                    return true;
                Thread.SpinWait(1);
            }
        }
        while (Stopwatch.GetTimestamp() < end);

        return false;
    }
}
