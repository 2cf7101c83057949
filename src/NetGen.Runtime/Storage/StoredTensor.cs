using System.Collections.Immutable;

namespace NetGen;

/// <summary>A tensor of 32-bit floats in a <see cref="SafetensorsFile"/>.</summary>
public sealed class StoredTensor
{
    private readonly float[] values;

    internal StoredTensor(ImmutableArray<int> shape, float[] values)
    {
        Shape = shape;
        this.values = values;
    }

    /// <summary>Its shape, such as <c>[out, in]</c>; empty for a single number.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>Its values, row by row.</summary>
    public ReadOnlySpan<float> Values => values;
}
