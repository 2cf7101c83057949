using System.Diagnostics;

namespace NetGen;

/// <summary>
/// Where threads wait for something that others bring about. Who waits spins for a moment, because the next piece of a training step is
/// microseconds away, and then sleeps.
/// </summary>
/// <param name="ready">Whether what they wait for is there.</param>
internal sealed class Bell(Func<bool> ready)
{
    // Some times what it costs to wake a thread: shorter, and sleepers must be woken in every step; longer, and idle threads take a core
    // from others.
    private static readonly long SpinTicks = Stopwatch.Frequency * 50 / 1_000_000;

    private readonly object gate = new();
    private int sleepers;
    private int rings;

    /// <summary>Returns when all is ready, or when the bell has rung for something that is over by now.</summary>
    public void Wait()
    {
        if (!Spin())
            Interruption.Postpone(this, static bell => bell.Sleep());
    }

    /// <summary>Wakes all who sleep. What they wait for was written before.</summary>
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
                // Those whom the bell has woken are counted no more.
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
