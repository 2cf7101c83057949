using System.Diagnostics;
using System.Numerics;
using System.Runtime.ExceptionServices;

namespace NetGen;

/// <summary>
/// Threads that do a piece of work together with the one that calls (fork and join). The work comes in shares, one for each thread, which the thread of
/// that number prefers and any takes: a caller whose helpers are late, because another program has their core, does their shares itself. Who has
/// nothing to do spins for a moment, because the next piece of a training step is microseconds away, and then sleeps.
/// </summary>
internal sealed class ThreadTeam : IDisposable
{
    public const int MaxThreads = 32;

    // Some times what it costs to wake a thread: shorter, and sleepers must be woken in every step; longer, and idle threads take a core from others.
    private static readonly long SpinTicks = Stopwatch.Frequency * 50 / 1_000_000;

    private readonly List<Thread> helpers = [];
    private readonly SemaphoreSlim wake = new(0);
    private readonly SemaphoreSlim joined = new(0);
    private Action<int>? work;
    private ExceptionDispatchInfo? failure;
    private uint unclaimed;
    private int unfinished;
    private int sleepers;
    private bool callerSleeps;
    private bool stopped;

    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is not from 1 to 32.</exception>
    public ThreadTeam(int threads)
    {
        RequireCount(threads);
        Threads = threads;
        try
        {
            for (int preferred = 1; preferred < threads; preferred++)
            {
                int mine = preferred;
                Thread helper = new(() => Help(mine)) { IsBackground = true, Name = $"NetGen {mine}" };
                helper.Start();
                helpers.Add(helper);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is not from 1 to 32.</exception>
    public static void RequireCount(int threads)
    {
        if (threads is not (>= 1 and <= MaxThreads))
            throw new ArgumentOutOfRangeException(nameof(threads), threads, $"Expected 1 to {MaxThreads} threads.");
    }

    /// <summary>How many threads there are, the caller among them, and how many shares.</summary>
    public int Threads { get; }

    /// <summary>Runs all shares and returns when the last is done. For one caller at a time; an exception of any share comes out here.</summary>
    public void Run(Action<int> shares)
    {
        ObjectDisposedException.ThrowIf(stopped, this);
        work = shares;
        unfinished = Threads;
        Volatile.Write(ref unclaimed, uint.MaxValue >> (MaxThreads - Threads));
        Wake();

        while (TryClaim(preferred: 0, out int share))
            Do(share);
        Join();
        work = null;
        if (Interlocked.Exchange(ref failure, null) is { } thrown)
            thrown.Throw();
    }

    public void Dispose()
    {
        if (stopped)
            return;

        Volatile.Write(ref stopped, true);
        if (helpers.Count > 0)
            wake.Release(helpers.Count);
        foreach (Thread helper in helpers)
            helper.Join();
        wake.Dispose();
        joined.Dispose();
    }

    private void Help(int preferred)
    {
        while (!Volatile.Read(ref stopped))
        {
            if (TryClaim(preferred, out int share))
                Do(share);
            else if (!SpinUntil(static team => Volatile.Read(ref team.unclaimed) != 0))
                Sleep();
        }
    }

    private bool TryClaim(int preferred, out int share)
    {
        uint seen = Volatile.Read(ref unclaimed);
        while (seen != 0)
        {
            share = (seen >> preferred & 1) != 0 ? preferred : BitOperations.TrailingZeroCount(seen);
            uint found = Interlocked.CompareExchange(ref unclaimed, seen & ~(1u << share), seen);
            if (found == seen)
                return true;
            seen = found;
        }

        share = -1;
        return false;
    }

    // The work is that of the share: it changes only after the last share is done.
    private void Do(int share)
    {
        try
        {
            work!(share);
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
        }

        if (Interlocked.Decrement(ref unfinished) == 0 && Volatile.Read(ref callerSleeps))
            joined.Release();
    }

    private void Wake()
    {
        // A sleeper announces itself, then looks once more for work: one of the two sees the other.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref sleepers) > 0 && Interlocked.Exchange(ref sleepers, 0) is > 0 and int count)
            wake.Release(count);
    }

    private void Sleep()
    {
        Interlocked.Increment(ref sleepers);
        if (Volatile.Read(ref unclaimed) == 0 && !Volatile.Read(ref stopped))
            wake.Wait();
    }

    private void Join()
    {
        if (SpinUntil(static team => Volatile.Read(ref team.unfinished) == 0))
            return;

        // Asleep, so that a helper whose core another program has can run on this one.
        Volatile.Write(ref callerSleeps, true);
        Interlocked.MemoryBarrier();
        while (Volatile.Read(ref unfinished) != 0)
            joined.Wait();
        Volatile.Write(ref callerSleeps, false);
    }

    private bool SpinUntil(Func<ThreadTeam, bool> condition)
    {
        long end = Stopwatch.GetTimestamp() + SpinTicks;
        do
        {
            for (int i = 0; i < 32; i++)
            {
                if (condition(this))
                    return true;
                Thread.SpinWait(1);
            }
        }
        while (Stopwatch.GetTimestamp() < end);

        return false;
    }
}
