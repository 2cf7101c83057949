using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NetGen.Experiments.Commands;

/// <summary>
/// The signals that end programs. The first stops what runs, which then keeps what is finished and ends by itself; a later one ends the
/// program as it always does, should it be stuck.
/// </summary>
internal sealed class EndingSignals : IDisposable
{
    private static readonly Dictionary<PosixSignal, int> numbers = new()
    {
        [PosixSignal.SIGHUP] = 1,
        [PosixSignal.SIGINT] = 2,
        [PosixSignal.SIGQUIT] = 3,
        [PosixSignal.SIGTERM] = 15,
    };

    /// <summary>
    /// Signals so close to the first count as one: a closing terminal hangs up twice, and <c>timeout</c> tells a program and its group.
    /// </summary>
    private static readonly TimeSpan together = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stop = new();
    private PosixSignalRegistration[] registrations = [];
    private int received;
    private long firstAt;

    /// <summary>
    /// From here on the first signal stops the work, where it would have ended the program. A signal that the program was started to
    /// ignore, as behind <c>nohup</c>, stays ignored.
    /// </summary>
    /// <returns>What stops the work.</returns>
    public CancellationToken Listen()
    {
        // Signals come by threads of the pool: one is to be left where trainings take one for each core.
        ThreadPool.GetMinThreads(out int workers, out int ports);
        ThreadPool.SetMinThreads(workers + 2, ports);
        registrations = [.. numbers.Keys.Select(signal => PosixSignalRegistration.Create(signal, Stop))];
        return stop.Token;
    }

    /// <summary>The program's exit code: where work was told to stop, it says by which signal, as shells do.</summary>
    public int ExitCode(int exitCode) => exitCode == ExperimentRun.Interrupted && received != 0 ? 128 + received : exitCode;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in registrations)
            registration.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        long now = Stopwatch.GetTimestamp();
        long first = Interlocked.CompareExchange(ref firstAt, now, comparand: 0);
        context.Cancel = first == 0 || Stopwatch.GetElapsedTime(first, now) < together;
        if (first != 0)
            return;

        received = numbers[context.Signal];
        stop.Cancel();
    }
}
