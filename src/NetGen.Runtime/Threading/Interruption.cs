namespace NetGen;

/// <summary>
/// <see cref="Thread.Interrupt"/>, kept for later: what must not end in its middle goes on, and the thread's next wait is interrupted
/// instead.
/// </summary>
internal static class Interruption
{
    /// <param name="state">What <paramref name="wait"/> works with.</param>
    /// <param name="wait">Waits, and begins anew where it is interrupted.</param>
    public static void Postpone<TState>(TState state, Action<TState> wait)
    {
        bool interrupted = false;
        while (!Completes(state, wait))
            interrupted = true;
        if (interrupted)
            Thread.CurrentThread.Interrupt();
    }

    private static bool Completes<TState>(TState state, Action<TState> wait)
    {
        try
        {
            wait(state);
            return true;
        }
        catch (ThreadInterruptedException)
        {
            return false;
        }
    }
}
