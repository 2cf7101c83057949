using System.Numerics.Tensors;

namespace NetGen;

/// <summary>A probe that observes no tensor, and costs no time.</summary>
public readonly struct NoProbe : IProbe
{
    /// <inheritdoc/>
    public static bool Observes => false;

    /// <inheritdoc/>
    public void Observe(Observation observation, int layer, string name, in ReadOnlyTensorSpan<float> values)
    {
    }
}
