namespace NetGen.Runtime.Tests;

public sealed class ThreadTeamTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(32)]
    public void Shares_run_at_the_same_time_each_once(int threads)
    {
        using ThreadTeam team = new(threads);
        using Barrier meeting = new(threads);
        for (int run = 0; run < 3; run++)
        {
            // Long enough for all to have gone to sleep.
            Thread.Sleep(5);
            int[] done = new int[threads];
            int[] ids = new int[threads];
            team.Run(share =>
            {
                Assert.True(meeting.SignalAndWait(Patience));
                Interlocked.Increment(ref done[share]);
                ids[share] = Environment.CurrentManagedThreadId;
            });

            Assert.All(done, static count => Assert.Equal(1, count));
            Assert.Equal(threads, ids.Distinct().Count());
            Assert.Contains(Environment.CurrentManagedThreadId, ids);
        }
    }

    [Fact]
    public void What_a_share_throws_arrives_after_the_others_and_the_next_run_is_whole()
    {
        using ThreadTeam team = new(threads: 3);
        int done = 0;
        Assert.Equal("No.", Assert.Throws<NotSupportedException>(() => team.Run(share =>
        {
            if (share == 1)
                throw new NotSupportedException("No.");
            Interlocked.Increment(ref done);
        })).Message);
        Assert.Equal(2, done);

        team.Run(_ => Interlocked.Increment(ref done));
        Assert.Equal(5, done);
    }

    [Fact]
    public void Its_threads_end_with_it()
    {
        List<Thread> threads = [];
        ThreadTeam team = new(threads: 3);
        using Barrier meeting = new(3);
        team.Run(_ =>
        {
            lock (threads)
                threads.Add(Thread.CurrentThread);
            Assert.True(meeting.SignalAndWait(Patience));
        });
        team.Dispose();

        Assert.All(threads.Where(static thread => thread != Thread.CurrentThread), static thread => Assert.False(thread.IsAlive));
        Assert.Throws<ObjectDisposedException>(() => team.Run(static _ => { }));
    }
}
