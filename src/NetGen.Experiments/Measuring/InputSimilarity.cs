using System.Numerics.Tensors;

namespace NetGen.Experiments.Measuring;

/// <summary>How alike the vectors are that different inputs become. Vectors stand row by row.</summary>
internal static class InputSimilarity
{
    /// <summary>
    /// The mean cosine of the angle between two different rows, from the length of the sum of their unit vectors:
    /// <c>(|Σu|² - n) / (n (n - 1))</c>. Two rows of zeros count as equal, a row of zeros and another one as unlike.
    /// </summary>
    public static double MeanCosine(ReadOnlySpan<float> values, int width)
    {
        int rows = values.Length / width;
        int zeros = 0;
        double[] sum = new double[width];
        double[] row = new double[width];
        for (int start = 0; start < values.Length; start += width)
        {
            TensorPrimitives.ConvertTruncating(values.Slice(start, width), row.AsSpan());
            double length = TensorPrimitives.Norm<double>(row);
            if (length == 0)
                zeros++;
            else
                TensorPrimitives.MultiplyAdd(row, 1 / length, sum, sum);
        }

        double pairs = TensorPrimitives.SumOfSquares<double>(sum) - (rows - zeros) + (double)zeros * (zeros - 1);
        return pairs / ((double)rows * (rows - 1));
    }

    /// <summary>
    /// In how many directions the rows differ: <c>(Σλ)² / Σλ²</c> over the eigenvalues of their covariance, which is
    /// <c>(tr C)² / |C|²</c>. From 1 to the width, and 0 where all rows are equal.
    /// </summary>
    public static double EffectiveRank(ReadOnlySpan<float> values, int width)
    {
        double[][] columns = CentredColumns(values, width);
        // Rows among each other have the same eigenvalues as columns: the shorter list is cheaper.
        return values.Length / width < width ? EffectiveRank(Transposed(columns)) : EffectiveRank(columns);
    }

    private static double EffectiveRank(double[][] vectors)
    {
        double trace = 0;
        double squares = 0;
        for (int i = 0; i < vectors.Length; i++)
        {
            double variance = TensorPrimitives.SumOfSquares<double>(vectors[i]);
            trace += variance;
            squares += variance * variance;
            for (int j = 0; j < i; j++)
            {
                double covariance = TensorPrimitives.Dot<double>(vectors[i], vectors[j]);
                squares += 2 * covariance * covariance;
            }
        }

        return squares == 0 ? 0 : trace * trace / squares;
    }

    private static double[][] Transposed(double[][] columns) =>
        [.. Enumerable.Range(0, columns[0].Length).Select(row => Array.ConvertAll(columns, column => column[row]))];

    private static double[][] CentredColumns(ReadOnlySpan<float> values, int width)
    {
        double[][] columns = new double[width][];
        for (int column = 0; column < width; column++)
        {
            // From the first row's value, so that equal rows give exactly zero.
            double[] numbers = columns[column] = new double[values.Length / width];
            for (int row = 0; row < numbers.Length; row++)
                numbers[row] = (double)values[row * width + column] - values[column];
            TensorPrimitives.Subtract(numbers, TensorPrimitives.Sum<double>(numbers) / numbers.Length, numbers);
        }

        return columns;
    }
}
