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

    /// <summary>
    /// How many values a shape has; null where a dimension is negative, where an array cannot hold them, or where the product from the
    /// left overflows, which the format's own library refuses too. So [65536, 65536, 0] has none, and is a shape.
    /// </summary>
    internal static int? Count(IEnumerable<long> shape)
    {
        ulong count = 1;
        foreach (long dimension in shape)
        {
            if (dimension < 0 || dimension > Array.MaxLength || count > 0 && (ulong)dimension > ulong.MaxValue / count)
                return null;

            count *= (ulong)dimension;
        }

        return count <= (ulong)Array.MaxLength ? (int)count : null;
    }
}
