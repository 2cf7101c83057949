using System.Numerics.Tensors;
using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.DistantIdentity;

/// <summary>
/// The gradient's step back through a layer: from <c>g = dL/dh'</c> behind it to <c>dL/dh</c> before it.
/// A plain layer hands on <c>Wᵀ dL/dz</c> alone, a residual one <c>g + Wᵀ dL/dz</c>: the "+1" of the chain rule. All norms are
/// Frobenius norms over the batch.
/// </summary>
/// <param name="Behind">The norm of <c>dL/dh'</c>.</param>
/// <param name="Branch">The norm of <c>Wᵀ dL/dz</c>.</param>
/// <param name="Before">The norm of <c>dL/dh</c>.</param>
/// <param name="ShrinkingShare">The share of the examples whose gradient is smaller before the layer than behind it.</param>
internal readonly record struct BackwardStep(double Behind, double Branch, double Before, double ShrinkingShare)
{
    /// <summary>By how much the layer multiplies the gradient.</summary>
    [JsonIgnore]
    public double Gain => Before / Behind;

    /// <summary>By how much its branch alone, without the "+1", would multiply it.</summary>
    [JsonIgnore]
    public double BranchGain => Branch / Behind;

    /// <summary>
    /// Follows the gradient of the mean squared error back through equally wide layers. In double: gradients fall to 1e-19 and below.
    /// </summary>
    /// <returns>A step for each layer, from the first to the last.</returns>
    public static BackwardStep[] Measure<TNetwork>(TNetwork network, BatchCopy batch, ReadOnlySpan<float> targets, bool residual)
        where TNetwork : class, INetwork
    {
        int width = TNetwork.Info.OutputWidth;
        int rows = targets.Length / width;
        double[] gradient = new double[targets.Length];
        for (int i = 0; i < gradient.Length; i++)
            gradient[i] = 2.0 * (batch.Streams[^1][i] - targets[i]) / gradient.Length;

        BackwardStep[] steps = new BackwardStep[batch.Streams.Length];
        for (int layer = steps.Length - 1; layer >= 0; layer--)
        {
            double[] weight = Array.ConvertAll(
                network.Parameters[WeightName(TNetwork.Info, layer)].ToArray(), static value => (double)value);
            double[] branch = TimesWeight(batch.PreActivationGradients[layer], weight, rows, width);
            double[] before = residual ? [.. gradient.Zip(branch, static (straight, bent) => straight + bent)] : branch;
            int shrinking = Enumerable.Range(0, rows)
                .Count(row => TensorPrimitives.Norm(Row(before, row, width)) < TensorPrimitives.Norm(Row(gradient, row, width)));
            steps[layer] = new BackwardStep(
                TensorPrimitives.Norm<double>(gradient),
                TensorPrimitives.Norm<double>(branch),
                TensorPrimitives.Norm<double>(before),
                (double)shrinking / rows);
            gradient = before;
        }

        return steps;
    }

    private static string WeightName(NetworkInfo network, int layer) =>
        network.Parameters.First(parameter => parameter.Layer == layer && parameter.Shape.Length == 2).Name;

    /// <summary><c>g W</c> for <c>g [rows, width]</c> and <c>W [out, in]</c>, which is <c>Wᵀ g</c> example by example.</summary>
    private static double[] TimesWeight(float[] gradient, double[] weight, int rows, int width)
    {
        double[] product = new double[rows * width];
        for (int row = 0; row < rows; row++)
        {
            Span<double> sum = product.AsSpan(row * width, width);
            for (int output = 0; output < width; output++)
                TensorPrimitives.MultiplyAdd(weight.AsSpan(output * width, width), gradient[row * width + output], sum, sum);
        }

        return product;
    }

    private static ReadOnlySpan<double> Row(double[] values, int row, int width) => values.AsSpan(row * width, width);
}
