namespace NetGen.Experiments.Running;

/// <summary>Writes a line every other second, on a thread of its own, so that it does not wait for busy ones.</summary>
internal sealed class Heartbeat : IDisposable
{
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(1.5);

    private readonly ManualResetEventSlim ended = new();
    private readonly Thread thread;

    /// <param name="beat">Writes a line.</param>
    public Heartbeat(Action beat)
    {
        thread = new Thread(() =>
        {
            while (!ended.Wait(pause))
                beat();
        })
        {
            IsBackground = true,
            Priority = ThreadPriority.AboveNormal,
        };
        thread.Start();
    }

    public void Dispose()
    {
        ended.Set();
        thread.Join();
        ended.Dispose();
    }
}
