namespace NetGen.Generator.Tests;

/// <summary>
/// Batch norm in double precision, by its definition (Ioffe and Szegedy 2015). Numbers for columns stand one behind the other.
/// </summary>
internal static class BatchReference
{
    /// <summary>Means and variances of columns.</summary>
    public static double[] Moments(double[][] rows)
    {
        double[] means = Means(rows);
        return [.. means, .. Means([.. rows.Select(row => row.Zip(means, static (x, mean) => (x - mean) * (x - mean)).ToArray())])];
    }

    /// <summary>Means, <c>1 / sqrt(var + ε)</c>, gains and biases of columns.</summary>
    public static double[] Statistics(double[] moments, double epsilon, double[][] affine)
    {
        int width = moments.Length / 2;
        double[] gains = affine.Length > 0 ? affine[0] : [.. Enumerable.Repeat(1.0, width)];
        double[] biases = affine.Length > 0 ? affine[1] : new double[width];
        return [.. moments[..width], .. moments[width..].Select(variance => 1 / Math.Sqrt(variance + epsilon)), .. gains, .. biases];
    }

    public static double[] Normalize(double[] row, double[] statistics) => [.. Standardize(row, statistics).Select(
        (x, column) => x * statistics[2 * row.Length + column] + statistics[3 * row.Length + column])];

    /// <summary><c>Σ dy</c> and <c>Σ dy ⊙ x̂</c> of columns.</summary>
    public static double[] Sums(double[][] upstream, double[][] rows, double[] statistics) =>
    [
        .. upstream.Aggregate(Vectors.Add),
        .. upstream.Zip(rows, (dy, row) => Vectors.Multiply(dy, Standardize(row, statistics))).Aggregate(Vectors.Add),
    ];

    /// <summary><c>dx = γ r (dy - Σ dy / n - x̂ Σ (dy ⊙ x̂) / n)</c>.</summary>
    public static double[] Gradient(double[][] upstream, double[][] rows, double[] statistics, double[] sums) =>
    [
        .. upstream.Zip(rows, (dy, row) => Standardize(row, statistics).Select((x, column) =>
            statistics[2 * row.Length + column] * statistics[row.Length + column]
            * (dy[column] - sums[column] / rows.Length - x * sums[row.Length + column] / rows.Length))).SelectMany(static row => row),
    ];

    private static double[] Standardize(double[] row, double[] statistics) =>
        [.. row.Select((x, column) => (x - statistics[column]) * statistics[row.Length + column])];

    private static double[] Means(double[][] rows) => Vectors.Scale(1.0 / rows.Length, rows.Aggregate(Vectors.Add));
}
