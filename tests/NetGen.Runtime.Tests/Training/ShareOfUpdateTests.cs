using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests;

/// <summary>How threads share the gradients of weights.</summary>
public sealed class ShareOfUpdateTests
{
    // Parts of panels of convolutions and of dense layers, and a bias; in the second row with more terms than an int counts.
    public static TheoryData<long[]> Works =>
    [
        new long[] { 2304 * 784, 2304 * 784, 2304 * 784, 18432 * 49, 18432 * 49, 640, 10 },
        new long[] { 36_864L * 100_000, 36_864L * 100_000, long.MaxValue / 64, 7 },
        new long[] { 5 },
    ];

    [Theory]
    [MemberData(nameof(Works))]
    public void Every_gradient_is_one_threads_and_a_thread_has_neighbours(long[] works) => Assert.All([1, 2, 3, 5, 32], shares =>
    {
        long all = Met(works);
        List<int>[] taken = [.. Enumerable.Range(0, shares).Select(share => Taken(share, shares, all, works))];

        Assert.Equal(Enumerable.Range(0, works.Length), taken.SelectMany(static gradients => gradients));
    });

    [Fact]
    public void Shares_are_about_as_much_work_whatever_the_number_of_parameters()
    {
        // Three rows of the window at 28 x 28 pixels, and many more parameters at 7 x 7.
        long[] works = [.. Enumerable.Repeat(768L * 784, 3), .. Enumerable.Repeat(6144L * 49, 6)];
        long[] shares = [.. Enumerable.Range(0, 2).Select(share => Taken(share, 2, Met(works), works).Sum(index => works[index]))];

        Assert.InRange(shares[0] / (double)works.Sum(), 0.4, 0.6);
    }

    private static long Met(long[] works)
    {
        ShareOfUpdate<KeepGradients> share = new(default, share: 0, shares: 1, all: 0);
        Assert.DoesNotContain(true, works.Select(work => share.Takes(work)));
        return share.Met;
    }

    private static List<int> Taken(int share, int shares, long all, long[] works)
    {
        ShareOfUpdate<KeepGradients> part = new(default, share, shares, all);
        List<int> taken = [];
        for (int index = 0; index < works.Length; index++)
        {
            if (part.Takes(works[index]))
                taken.Add(index);
        }

        return taken;
    }
}
