namespace NetGen;

/// <summary>
/// Threads that work together with the calling thread (fork and join). They have a reference to the work and none to the team, so that they
/// end with the team even if nobody disposes of it.
/// </summary>
internal sealed class ThreadTeam : IDisposable
{
    private readonly TeamWork work = new();
    private readonly List<Thread> helpers = [];

    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is not from 1 to 32.</exception>
    public ThreadTeam(int threads)
    {
        RequireCount(threads);
        Threads = threads;
        try
        {
            for (int preferred = 1; preferred < threads; preferred++)
                helpers.Add(Start(work, preferred));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    ~ThreadTeam() => work.Stop();

    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is not from 1 to 32.</exception>
    public static void RequireCount(int threads)
    {
        if (threads is not (>= 1 and <= TeamWork.MaxShares))
            throw new ArgumentOutOfRangeException(nameof(threads), threads, $"Expected 1 to {TeamWork.MaxShares} threads.");
    }

    /// <summary>How many threads there are, the caller among them, and how many shares.</summary>
    public int Threads { get; }

    /// <summary>
    /// Runs all shares and returns when the last is done. For one caller at a time; an exception of a share comes out here.
    /// </summary>
    public void Run(Action<int> shares)
    {
        work.Run(shares, Threads);
        GC.KeepAlive(this);
    }

    /// <summary>Ends the threads. Not to be called while they work.</summary>
    public void Dispose()
    {
        work.Stop();
        foreach (Thread helper in helpers)
            Interruption.Postpone(helper, static helper => helper.Join());
        GC.SuppressFinalize(this);
    }

    private static Thread Start(TeamWork work, int preferred)
    {
        Thread helper = new(() => work.Help(preferred)) { IsBackground = true, Name = $"NetGen {preferred}" };
        helper.Start();
        return helper;
    }
}
