namespace NetGen.Runtime.Tests;

/// <summary>Rows and widths that losses are tested with, and scales of outputs.</summary>
public static class LossShapes
{
    public static TheoryData<int, int> All => [(1, 2), (3, 7), (2, 16), (5, 45), (8, 64), (3, 65), (2, 257)];

    public static TheoryData<int, int, float> WithScales =>
        [.. from shape in All from scale in (float[])[1, 10, 100, 1e4f] select (shape.Data.Item1, shape.Data.Item2, scale)];
}
