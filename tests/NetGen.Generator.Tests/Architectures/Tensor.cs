namespace NetGen.Generator.Tests;

/// <summary>One example's numbers, position by position.</summary>
internal sealed record Tensor(Shape Shape, double[] Elements)
{
    /// <summary>How many of its positions there are, where sequences are of several lengths; null where there are all.</summary>
    public int? Length { get; init; }

    /// <summary>The vectors of its positions.</summary>
    public IEnumerable<double[]> Rows => Elements.Chunk(Shape.Width);

    /// <summary>What becomes of the vector of every position.</summary>
    public Tensor Map(Func<double[], double[]> formula) => Of(Shape, [.. Rows.Select(formula)]) with { Length = Length };

    public Tensor Plus(Tensor other) => this with { Elements = Vectors.Add(Elements, other.Elements) };

    public Tensor Times(double factor) => this with { Elements = Vectors.Scale(factor, Elements) };

    /// <summary>The vectors that a window of one pixel sees at the stride that leads to the positions of another shape.</summary>
    public IEnumerable<double[]> At(Shape positions)
    {
        int stride = Shape.StrideTo(positions)!.Value;
        return stride == 1 ? Rows : Rows.Where((_, pixel) => IsSeen(pixel / Shape.Dimensions[1]) && IsSeen(pixel % Shape.Dimensions[1]));

        bool IsSeen(int place) => place % stride == 0;
    }

    /// <summary>Vectors at the positions of a shape.</summary>
    public static Tensor Of(Shape positions, double[][] rows) =>
        new(positions.WithWidth(rows[0].Length), [.. rows.SelectMany(static row => row)]);
}
