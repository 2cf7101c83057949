using System.Numerics.Tensors;

namespace NetGen.Experiments.Measuring;

/// <summary>
/// Reads inputs off what a layer makes of them, where that has more numbers than there are examples: the affine map with the least squared
/// error, by ridge regression in its dual form, <c>f(x) = ȳ + Σ α(n) (h(n) - h̄)·(h(x) - h̄)</c> with <c>(K + λI) α = y - ȳ</c>.
/// </summary>
internal sealed class PictureReadout
{
    // Parts of the mean square of examples: less of what tells them apart counts as noise. How much there is depends on the layer.
    private static readonly double[] ridges = [1e-2, 1e-1, 1];

    // Every so many numbers of an input are enough to tell which of them suits.
    private const int Sparse = 4;

    private readonly float[][] examples;
    private readonly float[] featureMean;
    private readonly double[] targetMean;
    private readonly double[][] weights;

    /// <param name="features">What the layer hands on, for each example.</param>
    /// <param name="targets">The inputs. The last fifth of the examples chooses the ridge for the others, before all are fitted.</param>
    public PictureReadout(IReadOnlyList<float[]> features, IReadOnlyList<float[]> targets)
        : this(features, targets, BestRidge(features, targets))
    {
    }

    private PictureReadout(IReadOnlyList<float[]> features, IReadOnlyList<float[]> targets, double ridge)
    {
        featureMean = MeanOf(features);
        examples = [.. features.Select(Centred)];
        float[] mean = MeanOf(targets);
        targetMean = [.. mean.Select(static value => (double)value)];
        double[][] kernel = [.. examples.Select(row => Products(row))];
        double scale = kernel.Select(static (row, index) => row[index]).Average();
        for (int i = 0; i < kernel.Length; i++)
            kernel[i][i] += scale > 0 ? ridge * scale : 1;
        Cholesky factor = new(kernel);
        weights =
        [
            .. Enumerable.Range(0, mean.Length)
                .Select(pixel => factor.Solve([.. targets.Select(target => (double)target[pixel] - mean[pixel])])),
        ];
    }

    /// <summary>Reads an input.</summary>
    /// <param name="features">What the layer hands on for it.</param>
    public double[] Read(float[] features)
    {
        double[] products = Products(Centred(features));
        return [.. weights.Select((row, pixel) => targetMean[pixel] + TensorPrimitives.Dot<double>(row, products))];
    }

    /// <summary>
    /// Which share of the variance of inputs it reads correctly: 1 less the squared error over the variance. At most 1, and 0 or less where
    /// it reads no better than the mean.
    /// </summary>
    public double Share(IReadOnlyList<float[]> features, IReadOnlyList<float[]> targets)
    {
        double error = 0;
        double variance = 0;
        foreach ((float[] feature, float[] target) in features.Zip(targets))
        {
            double[] read = Read(feature);
            for (int i = 0; i < target.Length; i++)
            {
                error += (read[i] - target[i]) * (read[i] - target[i]);
                variance += (target[i] - targetMean[i]) * (target[i] - targetMean[i]);
            }
        }

        return 1 - error / variance;
    }

    private static double BestRidge(IReadOnlyList<float[]> features, IReadOnlyList<float[]> targets)
    {
        int fitted = features.Count - features.Count / 5;
        float[][] sparse = [.. targets.Select(static target => target.Where(static (_, index) => index % Sparse == 0).ToArray())];
        return ridges.MaxBy(ridge => new PictureReadout([.. features.Take(fitted)], sparse[..fitted], ridge)
            .Share([.. features.Skip(fitted)], sparse[fitted..]));
    }

    private double[] Products(float[] feature) =>
        Array.ConvertAll(examples, example => (double)TensorPrimitives.Dot<float>(example, feature));

    private float[] Centred(float[] feature)
    {
        float[] centred = new float[feature.Length];
        TensorPrimitives.Subtract<float>(feature, featureMean, centred);
        return centred;
    }

    private static float[] MeanOf(IReadOnlyList<float[]> rows)
    {
        double[] sum = new double[rows[0].Length];
        foreach (float[] row in rows)
        {
            for (int i = 0; i < row.Length; i++)
                sum[i] += row[i];
        }

        return [.. sum.Select(value => (float)(value / rows.Count))];
    }
}
