namespace NetGen.Experiments.Running;

/// <summary>Writes a line whenever a run has been silent, on a thread of its own: it does not wait for busy threads.</summary>
internal sealed class Heartbeat : IDisposable
{
    private readonly ManualResetEventSlim ended = new();
    private readonly Thread thread;

    /// <param name="beat">Writes a line.</param>
    /// <param name="silence">How long it has been silent, in this part of a run and before it.</param>
    public Heartbeat(Action beat, Silence silence)
    {
        thread = new Thread(() =>
        {
            while (!ended.Wait(silence.Left))
            {
                beat();
                silence.Break();
            }
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
