namespace NetGen.Generator.Tests;

/// <summary>An example, or what has become of it: a row for each of its positions, of an image those of its pixels row by row.</summary>
/// <param name="Shape">Its shape.</param>
/// <param name="All">The rows.</param>
internal sealed record Rows(Shape Shape, double[][] All)
{
    public static Rows Of(Shape shape, double[] values) => new(shape, [.. values.Chunk(shape.Width)]);

    /// <summary>The same positions, whatever becomes of the row at each of them.</summary>
    public Rows Each(Func<double[], double[]> change) => new([.. All.Select(change)], Shape);

    /// <summary>The same positions, whatever becomes of the two rows at each of them.</summary>
    public Rows Each(Rows other, Func<double[], double[], double[]> join) => new([.. All.Zip(other.All, join)], Shape);

    /// <summary>The rows that a window of one pixel sees when it moves at the stride that leads to the positions of another shape.</summary>
    public Rows At(Shape other)
    {
        int stride = Shape.StrideTo(other)!.Value;
        if (stride == 1)
            return this;
        (int height, int width) = (Shape.Dimensions[0], Shape.Dimensions[1]);
        IEnumerable<double[]> seen =
            from y in Enumerable.Range(0, height)
            from x in Enumerable.Range(0, width)
            where y % stride == 0 && x % stride == 0
            select All[y * width + x];
        return new Rows(other.WithWidth(Shape.Width), [.. seen]);
    }

    private Rows(double[][] rows, Shape positions)
        : this(positions.WithWidth(rows[0].Length), rows)
    {
    }
}
