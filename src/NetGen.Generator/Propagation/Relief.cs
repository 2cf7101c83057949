namespace NetGen.Generator.Propagation;

/// <summary>
/// How the mean square of a value lies over the rows and columns of an image, relative to its average, and how much of it a place has in
/// common with others: zeros around an image leave less of a signal near the rim, and other taps than elsewhere. Windows take rows and
/// columns apart, so that a side is followed by itself.
/// </summary>
internal sealed class Relief
{
    /// <summary>The same everywhere.</summary>
    public static readonly Relief Even = new(default, default);

    private readonly AxisRelief rows;
    private readonly AxisRelief columns;

    private Relief(AxisRelief rows, AxisRelief columns)
    {
        (this.rows, this.columns) = (rows, columns);
        Size = rows.Size * columns.Size;
    }

    /// <summary>The mean size, relative to the root of the mean square: the mean over an image of what is proportional to it.</summary>
    public double Size { get; }

    /// <summary>What a convolution leaves, and what share of squares, and of products of two places, its taps see.</summary>
    public (Relief Behind, double OfSquares, double OfProducts) Gather(WindowAxis height, WindowAxis width)
    {
        (AxisRelief ofRows, double rowSquares, double rowProducts) = rows.Gather(height);
        (AxisRelief ofColumns, double columnSquares, double columnProducts) = columns.Gather(width);
        return (new Relief(ofRows, ofColumns), rowSquares * columnSquares, rowProducts * columnProducts);
    }

    /// <summary>What pooling leaves.</summary>
    public Relief Pool(WindowAxis height, WindowAxis width) => new(rows.Pool(height), columns.Pool(width));

    /// <summary>What comes back through a convolution, and its squares and products, relative to those at places times taps.</summary>
    public (Relief Behind, double OfSquares, double OfProducts) Scatter(WindowAxis height, WindowAxis width)
    {
        (AxisRelief ofRows, double rowSquares, double rowProducts) = rows.Scatter(height);
        (AxisRelief ofColumns, double columnSquares, double columnProducts) = columns.Scatter(width);
        return (new Relief(ofRows, ofColumns), rowSquares * columnSquares, rowProducts * columnProducts);
    }

    /// <summary>The relief of a sum of independent values.</summary>
    /// <param name="other">The relief of the second one.</param>
    /// <param name="share">The share of the second one in the square; not a number where both are zero, or infinite.</param>
    public Relief Mixed(Relief other, double share) => ReferenceEquals(this, other) || !(share > 0)
        ? this
        : new Relief(rows.Mixed(other.rows, share), columns.Mixed(other.columns, share));

    /// <summary>The relief of what grows like a power of the square.</summary>
    public Relief Raised(double exponent) =>
        exponent == 1 || ReferenceEquals(this, Even) ? this : new Relief(rows.Raised(exponent), columns.Raised(exponent));
}
