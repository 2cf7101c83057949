using System.Collections.Immutable;

namespace NetGen;

/// <summary>
/// A tensor of 32-bit floats in a <see cref="SafetensorsFile"/>. Whole numbers of 64 bits count as floats too, rounded beyond 2²⁴.
/// </summary>
public sealed class StoredTensor
{
    private readonly float[] values;

    internal StoredTensor(NumberType type, ImmutableArray<int> shape, float[] values)
    {
        Type = type;
        Shape = shape;
        this.values = values;
    }

    /// <summary>Its shape, such as <c>[out, in]</c>; empty for a single number.</summary>
    public ImmutableArray<int> Shape { get; }

    /// <summary>The type of its numbers in the file.</summary>
    internal NumberType Type { get; }

    /// <summary>Its values, row by row.</summary>
    public ReadOnlySpan<float> Values => values;
}
