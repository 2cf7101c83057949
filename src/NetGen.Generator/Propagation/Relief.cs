namespace NetGen.Generator.Propagation;

/// <summary>
/// How the mean square of a value lies over the rows and columns of an image, relative to its average: zeros around an image leave less
/// of a signal near the rim. A convolution takes rows and columns apart, and so does what is made of it by a factor.
/// </summary>
internal sealed class Relief
{
    /// <summary>The same everywhere.</summary>
    public static readonly Relief Even = new(null, null);

    // Null is even, whatever the length.
    private readonly double[]? rows;
    private readonly double[]? columns;

    private Relief(double[]? rows, double[]? columns) => (this.rows, this.columns) = (rows, columns);

    public bool IsEven => rows is null && columns is null;

    /// <summary>The relief behind a window that adds up what is independent, and the mean share of its taps that see something.</summary>
    public (Relief Behind, double Share) Gather(WindowAxis height, WindowAxis width) =>
        Through(height, width, static (axis, pixels) => axis.Gather(pixels), static axis => axis.Side);

    /// <summary>The relief of what comes back through a window, and its mean square, relative to that at the places times taps.</summary>
    public (Relief Behind, double Share) Scatter(WindowAxis height, WindowAxis width) =>
        Through(height, width, static (axis, places) => axis.Scatter(places), static axis => axis.Places);

    /// <summary>The relief of a sum of independent values.</summary>
    /// <param name="other">The relief of the second one.</param>
    /// <param name="share">The share of the second one in the square.</param>
    public Relief Mixed(Relief other, double share)
    {
        // Not a number where both are zero, or infinite.
        if (ReferenceEquals(this, other) || !(share > 0))
            return this;
        return share >= 1 ? other : new Relief(Mix(rows, other.rows), Mix(columns, other.columns));

        double[]? Mix(double[]? mine, double[]? its) => (mine, its) switch
        {
            (null, null) => null,
            _ => [.. Enumerable.Range(0, (mine ?? its)!.Length).Select(i => (1 - share) * At(mine, i) + share * At(its, i))],
        };
    }

    /// <summary>The relief of what grows like a power of the square.</summary>
    public Relief Raised(double exponent)
    {
        return exponent == 1 || IsEven ? this : new Relief(Raise(rows), Raise(columns));

        double[]? Raise(double[]? numbers) =>
            numbers is null ? null : Normalized([.. numbers.Select(number => number > 0 ? Math.Pow(number, exponent) : 0)]).Numbers;
    }

    private (Relief Behind, double Share) Through(
        WindowAxis height, WindowAxis width, Func<WindowAxis, double[], double[]> move, Func<WindowAxis, int> length)
    {
        (double[]? ofRows, double shareOfRows) = Along(rows, height);
        (double[]? ofColumns, double shareOfColumns) = Along(columns, width);
        return (new Relief(ofRows, ofColumns), shareOfRows * shareOfColumns);

        (double[]? Numbers, double Mean) Along(double[]? numbers, WindowAxis axis)
        {
            (double[]? moved, double mean) = Normalized(move(axis, numbers ?? [.. Enumerable.Repeat(1.0, length(axis))]));
            return (moved, mean / axis.Kernel);
        }
    }

    private static (double[]? Numbers, double Mean) Normalized(double[] numbers)
    {
        double mean = numbers.Average();
        return mean > 0 && numbers.Any(number => number != numbers[0]) ? ([.. numbers.Select(number => number / mean)], mean) : (null, mean);
    }

    private static double At(double[]? numbers, int place) => numbers?[place] ?? 1;
}
