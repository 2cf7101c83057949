using System.Globalization;

namespace NetGen;

/// <summary>Shapes as people write them: <c>784</c>, <c>28 × 28 × 1</c>.</summary>
internal static class ShapeText
{
    public static string Of(ReadOnlySpan<int> shape)
    {
        List<string> dimensions = [];
        foreach (int dimension in shape)
            dimensions.Add(dimension.ToString("N0", CultureInfo.InvariantCulture));
        return string.Join(" × ", dimensions);
    }
}
