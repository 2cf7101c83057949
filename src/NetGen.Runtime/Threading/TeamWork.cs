using System.Numerics;
using System.Runtime.ExceptionServices;

namespace NetGen;

/// <summary>
/// Pieces of work in shares, one after the other, for the thread that calls and the threads that help. Each thread prefers the share of its
/// number, and takes any other: a caller whose helpers are late, because another program has their core, does their shares itself.
/// </summary>
internal sealed class TeamWork
{
    public const int MaxShares = 32;

    private readonly Bell begun;
    private readonly Bell done;
    private Action<int>? work;
    private ExceptionDispatchInfo? failure;
    private uint unclaimed;
    private int unfinished;
    private bool stopped;

    public TeamWork()
    {
        begun = new Bell(() => Volatile.Read(ref unclaimed) != 0 || Volatile.Read(ref stopped));
        done = new Bell(() => Volatile.Read(ref unfinished) == 0);
    }

    /// <summary>
    /// Runs all shares and returns when the last is done. For one caller at a time; an exception of a share comes out here.
    /// </summary>
    /// <param name="shares">Does the share of this number.</param>
    /// <param name="count">How many there are, at most <see cref="MaxShares"/>.</param>
    public void Run(Action<int> shares, int count)
    {
        work = shares;
        unfinished = count;
        Volatile.Write(ref unclaimed, uint.MaxValue >> (MaxShares - count));
        begun.Ring();
        while (TryClaim(preferred: 0, out int share))
            Do(share);
        while (Volatile.Read(ref unfinished) != 0)
            done.Wait();

        // No reference to the caller is kept: it may be collected while its helpers sleep.
        work = null;
        if (Interlocked.Exchange(ref failure, null) is { } thrown)
            thrown.Throw();
    }

    /// <summary>Does shares until <see cref="Stop"/>.</summary>
    /// <param name="preferred">The share to begin with, unless another thread has taken it.</param>
    public void Help(int preferred)
    {
        while (!Volatile.Read(ref stopped))
        {
            if (TryClaim(preferred, out int share))
                Do(share);
            else
                begun.Wait();
        }
    }

    /// <summary>Sends the helpers home.</summary>
    public void Stop()
    {
        Volatile.Write(ref stopped, true);
        begun.Ring();
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

    // `work` does not change before the last share is done.
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

        if (Interlocked.Decrement(ref unfinished) == 0)
            done.Ring();
    }
}
