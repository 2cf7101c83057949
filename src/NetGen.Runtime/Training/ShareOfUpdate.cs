using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// One share of a backward pass over weights: a run of gradients in the order of the pass, about as long as any other share. Neighbours
/// stay together, so that a thread reads few activations that another has written. A share is the same run in every step, so that the
/// states of the optimizer stay in one core's cache.
/// </summary>
internal struct ShareOfUpdate<TUpdate>(TUpdate update, int share, int shares, int all) : IParameterUpdate
    where TUpdate : struct, IParameterUpdate
{
    private readonly long start = (long)all * share / shares;
    private readonly long end = (long)all * (share + 1) / shares;
    private long met;

    public bool Takes(int length)
    {
        long middle = met + length / 2;
        met += length;
        return middle >= start && middle < end;
    }

    public readonly void Finished(nint offset, int length) => update.Finished(offset, length);
}
