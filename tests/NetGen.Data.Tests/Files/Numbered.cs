namespace NetGen.Data.Tests;

/// <summary>Images that can be told from each other: image i has the label i, and its values count up from i.</summary>
internal static class Numbered
{
    public static ImageSet Images(int count, ImageShape shape) => new(
        shape,
        [.. from i in Enumerable.Range(0, count) from value in Enumerable.Range(0, shape.Length) select (byte)(i + value)],
        [.. Enumerable.Range(0, count)],
        Enumerable.Range(0, count).Select(static i => $"{i}"));
}
