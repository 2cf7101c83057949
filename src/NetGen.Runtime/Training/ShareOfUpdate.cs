using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// One share of a backward pass over weights: a run of gradients in the order of the pass, about as much work as any other share.
/// Neighbours stay together, so that a thread reads few activations that another has written. A share is the same run in every step of
/// as many examples, so that the states of the optimizer stay in one core's cache.
/// </summary>
/// <param name="update">What takes the gradients.</param>
/// <param name="share">Which share it is, from 0.</param>
/// <param name="shares">How many there are.</param>
/// <param name="all">The work of all shares; a share of no work takes nothing, and only meets it.</param>
internal struct ShareOfUpdate<TUpdate>(TUpdate update, int share, int shares, long all) : IParameterUpdate
    where TUpdate : struct, IParameterUpdate
{
    private readonly long start = Border(all, share, shares);
    private readonly long end = Border(all, share + 1, shares);

    /// <summary>The work that it has been asked to take: a term of a sum is one.</summary>
    public long Met { get; private set; }

    public bool Takes(long terms)
    {
        long middle = Met + terms / 2;
        Met += terms;
        return middle >= start && middle < end;
    }

    public readonly void Finished(nint offset, int length) => update.Finished(offset, length);

    private static long Border(long all, int share, int shares) => (long)((Int128)all * share / shares);
}
