namespace NetGen.Experiments.Running;

/// <summary>Work that can be stopped at any moment, whatever it is at.</summary>
internal static class Stoppable
{
    /// <summary>How long work that was told to stop may take to end by itself. After that it is left behind.</summary>
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(0.5);

    /// <summary>Does work on a thread of its own, and waits for it or for the end of patience.</summary>
    /// <exception cref="OperationCanceledException">
    /// It was told to stop. The work may still go on: nobody is to use what comes of it.
    /// </exception>
    public static T Run<T>(Func<T> work, CancellationToken stop)
    {
        Task<T> running = Task.Factory.StartNew(
            work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            Task.WaitAny([running], stop);
        }
        catch (OperationCanceledException)
        {
            // Work that ends in time has its own answer to being stopped, or has done what it was to do.
            if (Task.WaitAny([running], patience) < 0)
                throw;
        }

        return running.GetAwaiter().GetResult();
    }
}
