using NetGen.CompilerServices;

namespace NetGen;

/// <summary>Leaves gradients where they are, and the parameters untouched.</summary>
internal readonly struct KeepGradients : IParameterUpdate
{
    public bool Takes(long terms) => true;

    public void Finished(nint offset, int length)
    {
    }
}
