using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// The part of a backward pass over weights that is one share's: of all gradients in the order of the pass, a run about as long as any other. Neighbours
/// stay together, so that a thread reads few activations that another has written, and a share is the same run in every step, so that what the
/// optimizer remembers stays in one core's cache.
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
