using NetGen.CompilerServices;

namespace NetGen.Benchmarks;

/// <summary>Leaves the gradients where they are.</summary>
internal readonly struct KeptGradients : IParameterUpdate
{
    public bool Takes(long terms) => true;

    public void Finished(nint offset, int length)
    {
    }
}
