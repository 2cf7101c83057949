using System.Collections.Immutable;

#if NETSTANDARD
namespace NetGen.Generator.Storage;
#else
namespace NetGen;
#endif

/// <summary>A tensor as files hold it, but for its values.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its numbers.</param>
/// <param name="Dimensions">Its shape; empty for a single number.</param>
internal readonly record struct TensorShape(string Name, NumberType Type, ImmutableArray<int> Dimensions)
{
    /// <summary>The most values that an array holds: <c>Array.MaxLength</c>, which the compiler's framework cannot name.</summary>
    public const int MaxCount = 0x7FFFFFC7;

    /// <summary>
    /// How many values a shape has; null where a dimension is negative, where an array cannot hold them, or where the product from the
    /// left overflows, which the format's own library refuses too. So [65536, 65536, 0] has none, and is a shape.
    /// </summary>
    public static int? Count(IEnumerable<long> shape)
    {
        ulong count = 1;
        foreach (long dimension in shape)
        {
            if (dimension < 0 || dimension > MaxCount || count > 0 && (ulong)dimension > ulong.MaxValue / count)
                return null;

            count *= (ulong)dimension;
        }

        return count <= MaxCount ? (int)count : null;
    }
}
