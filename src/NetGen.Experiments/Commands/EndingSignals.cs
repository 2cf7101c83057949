using System.Runtime.InteropServices;

namespace NetGen.Experiments.Commands;

/// <summary>The signals that end programs. Each stops what runs, which then keeps what is finished and ends by itself.</summary>
internal sealed class EndingSignals : IDisposable
{
    private static readonly Dictionary<PosixSignal, int> numbers = new()
    {
        [PosixSignal.SIGHUP] = 1,
        [PosixSignal.SIGINT] = 2,
        [PosixSignal.SIGQUIT] = 3,
        [PosixSignal.SIGTERM] = 15,
    };

    private readonly CancellationTokenSource stop = new();
    private PosixSignalRegistration[] registrations = [];
    private int received;

    public CancellationToken Received => stop.Token;

    /// <summary>
    /// From here on they stop work, where they would have ended the program. A signal that the program was started to ignore, as behind <c>nohup</c>,
    /// stays ignored.
    /// </summary>
    public void Listen()
    {
        // Signals come by threads of the pool: one is to be left where trainings take one for each core.
        ThreadPool.GetMinThreads(out int workers, out int ports);
        ThreadPool.SetMinThreads(workers + 2, ports);
        registrations = [.. numbers.Keys.Select(signal => PosixSignalRegistration.Create(signal, Stop))];
    }

    /// <summary>What the program's exit code is to be: that of work that was told to stop says by which signal, as shells do.</summary>
    public int ExitCode(int exitCode) => exitCode == ExperimentRun.Interrupted && received != 0 ? 128 + received : exitCode;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in registrations)
            registration.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        Interlocked.CompareExchange(ref received, numbers[context.Signal], comparand: 0);
        stop.Cancel();
    }
}
