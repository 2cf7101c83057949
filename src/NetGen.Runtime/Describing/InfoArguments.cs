using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>Checks that descriptions of networks, layers and parameters make.</summary>
internal static class InfoArguments
{
    /// <exception cref="ArgumentException">It is null or empty.</exception>
    public static string Text(string text, [CallerArgumentExpression(nameof(text))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(text, name);
        return text;
    }

    /// <exception cref="ArgumentOutOfRangeException">It is below the least.</exception>
    public static int AtLeast(int least, int number, [CallerArgumentExpression(nameof(number))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, least, name);
        return number;
    }

    /// <exception cref="ArgumentException">
    /// It is <c>default</c>, has no dimension or one below 1, or more elements than an array holds.
    /// </exception>
    public static ImmutableArray<int> Shape(ImmutableArray<int> shape, [CallerArgumentExpression(nameof(shape))] string? name = null)
    {
        Array(shape, name);
        if (shape.IsEmpty || shape.Any(static dimension => dimension < 1) || !FitsIntoArray(shape))
        {
            throw new ArgumentException(
                $"Expected dimensions of at least 1, and no more elements than an array holds, got [{string.Join(", ", shape)}].", name);
        }

        return shape;
    }

    // A product of numbers up to an array's length fits twice into a long.
    private static bool FitsIntoArray(ImmutableArray<int> shape)
    {
        long length = 1;
        return shape.All(dimension => (length *= dimension) <= System.Array.MaxLength);
    }

    /// <exception cref="ArgumentOutOfRangeException">It is below 0.</exception>
    public static long NotNegative(long number, [CallerArgumentExpression(nameof(number))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number, name);
        return number;
    }

    /// <exception cref="ArgumentOutOfRangeException">It is infinite or not a number.</exception>
    public static float Finite(float number, [CallerArgumentExpression(nameof(number))] string? name = null) => float.IsFinite(number)
        ? number
        : throw new ArgumentOutOfRangeException(name, number, "Expected a finite number.");

    /// <exception cref="ArgumentException">It is <c>default</c>, which is no array, or an element is null.</exception>
    public static ImmutableArray<T> Array<T>(ImmutableArray<T> array, [CallerArgumentExpression(nameof(array))] string? name = null)
    {
        if (array.IsDefault)
            throw new ArgumentException("Expected an array, but it is the default value, which is none.", name);
        if (default(T) is null && array.IndexOf(default!) is >= 0 and int index)
            throw new ArgumentException($"Expected no null, but element {index} is.", name);
        return array;
    }
}
