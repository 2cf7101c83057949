using NetGen.CompilerServices;

namespace NetGen;

/// <summary>Applies the optimizer to every gradient as soon as it is finished, while it is in the cache.</summary>
internal readonly struct ApplyOptimizer<TOptimizer>(ParameterUpdater<TOptimizer> updater) : IParameterUpdate
    where TOptimizer : struct, IOptimizer
{
    public bool Takes(long terms) => true;

    public void Finished(nint offset, int length) => updater.Update((int)offset, length);
}
