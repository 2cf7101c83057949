using System.Numerics.Tensors;
using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.DissipatingInputs;

/// <summary>
/// Reads inputs off what a layer makes of them: the affine map with the least squared error, by ridge regression. What it cannot read is
/// gone, or folded so that no single layer can unfold it.
/// </summary>
internal sealed class LinearReadout
{
    // Differences a thousand times smaller than a layer's typical ones count as lost.
    private const double Ridge = 1e-6;

    private readonly int width;
    private readonly double[] featureMeans;
    private readonly double[] targetMeans;
    private readonly double[][] map;

    /// <param name="features">What the layer hands on, row by row.</param>
    /// <param name="targets">The inputs, as many rows of the same length.</param>
    /// <param name="width">The length of a row.</param>
    public LinearReadout(ReadOnlySpan<float> features, ReadOnlySpan<float> targets, int width)
    {
        this.width = width;
        double[][] x = Columns(features, width, out featureMeans);
        double[][] y = Columns(targets, width, out targetMeans);
        double[][] gram = [.. x.Select(column => Products(column, x))];
        double ridge = Ridge * gram.Select(static (row, index) => row[index]).Average();
        for (int i = 0; i < width; i++)
            gram[i][i] += ridge;
        Cholesky factor = new(gram);
        map = [.. y.Select(column => factor.Solve(Products(column, x)))];
    }

    /// <summary>Reads an input.</summary>
    /// <param name="feature">What the layer hands on for it.</param>
    public double[] Read(ReadOnlySpan<float> feature)
    {
        double[] centred = new double[width];
        for (int i = 0; i < width; i++)
            centred[i] = feature[i] - featureMeans[i];
        return [.. map.Select((row, output) => targetMeans[output] + TensorPrimitives.Dot<double>(row, centred))];
    }

    /// <summary>
    /// Which share of the variance of inputs it reads correctly: 1 less the squared error over the variance. At most 1, and 0 or less where
    /// it reads no better than the mean.
    /// </summary>
    public double Share(ReadOnlySpan<float> features, ReadOnlySpan<float> targets)
    {
        double error = 0;
        double variance = 0;
        for (int start = 0; start < features.Length; start += width)
        {
            double[] read = Read(features.Slice(start, width));
            for (int i = 0; i < width; i++)
            {
                double target = targets[start + i];
                error += (read[i] - target) * (read[i] - target);
                variance += (target - targetMeans[i]) * (target - targetMeans[i]);
            }
        }

        return 1 - error / variance;
    }

    private static double[][] Columns(ReadOnlySpan<float> values, int width, out double[] means)
    {
        double[][] columns = new double[width][];
        means = new double[width];
        for (int column = 0; column < width; column++)
        {
            double[] numbers = columns[column] = new double[values.Length / width];
            for (int row = 0; row < numbers.Length; row++)
                numbers[row] = values[row * width + column];
            means[column] = numbers.Average();
            TensorPrimitives.Subtract(numbers, means[column], numbers);
        }

        return columns;
    }

    private static double[] Products(double[] column, double[][] columns) =>
        [.. columns.Select(other => TensorPrimitives.Dot<double>(column, other))];
}
