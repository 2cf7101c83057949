using System.ComponentModel;
using System.Numerics.Tensors;

namespace NetGen.CompilerServices;

/// <summary>
/// A product <c>y = W x + b</c>, dense or a convolution, in double precision, and what becomes of <c>W</c> and <c>b</c> where a linear
/// layer behind it, or another product beside it, becomes one with it. A value, which never changes.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FoldedProduct
{
    private readonly ParameterSet parameters;
    private readonly int kernel;
    private readonly double[] weight; // [out, in, kernel, kernel]
    private readonly double[] bias;

    private FoldedProduct(ParameterSet parameters, int kernel, double[] weight, double[] bias)
    {
        this.parameters = parameters;
        this.kernel = kernel;
        this.weight = weight;
        this.bias = bias;
    }

    private int Taps => kernel * kernel;

    private int RowLength => weight.Length / bias.Length;

    /// <summary>
    /// With a batch norm behind it, which normalizes by its running statistics: <c>s = γ / sqrt(var + ε)</c> makes <c>s W</c> and
    /// <c>s (b - mean) + β</c> (Jacob et al. 2018).
    /// </summary>
    /// <param name="norm">What the parameters of the norm are named after.</param>
    /// <param name="epsilon">The <c>ε</c>.</param>
    /// <param name="affine">Whether there are <c>γ</c> and <c>β</c>.</param>
    public FoldedProduct Normalize(string norm, float epsilon, bool affine = true)
    {
        double[] mean = Read($"{norm}.running_mean"), variance = Read($"{norm}.running_var");
        double[] gain = affine ? Read($"{norm}.weight") : [.. Enumerable.Repeat(1.0, bias.Length)];
        double[] added = affine ? Read($"{norm}.bias") : new double[bias.Length];
        double[] factors = [.. gain.Zip(variance, (g, square) => g / Math.Sqrt(square + epsilon))];
        return With(
            ScaledRows(factors),
            [.. factors.Select((factor, output) => factor * (bias[output] - mean[output]) + added[output])]);
    }

    /// <summary>A multiple: <c>a W</c>, <c>a b</c>.</summary>
    /// <param name="factor">The <c>a</c>.</param>
    public FoldedProduct Scale(float factor) => Scale([factor]);

    /// <summary>A learned multiple, of all outputs, <c>[1]</c>, or of each, <c>[out]</c>.</summary>
    /// <param name="factor">The name of the parameter.</param>
    public FoldedProduct Scale(string factor) => Scale(Read(factor));

    /// <summary>The same with a wider window, which sees further pixels through zeros.</summary>
    /// <param name="kernel">The side of the window.</param>
    /// <param name="at">The row and column of it where the narrower one begins.</param>
    public FoldedProduct Widen(int kernel, int at)
    {
        double[] wide = new double[weight.Length / Taps * kernel * kernel];
        for (int i = 0; i < weight.Length; i++)
        {
            (int plane, int tap) = Math.DivRem(i, Taps);
            (int row, int column) = Math.DivRem(tap, this.kernel);
            wide[(plane * kernel + at + row) * kernel + at + column] = weight[i];
        }

        return new FoldedProduct(parameters, kernel, wide, bias);
    }

    /// <summary>
    /// The same behind a <see cref="CReLU"/>: <c>[W, -W]</c>, or <c>[W, W]</c> where the second half keeps its sign, as <c>x</c> is the
    /// difference of the halves, or their sum (Zagoruyko and Komodakis 2017).
    /// </summary>
    /// <param name="keepsSign">Whether the second half is <c>min(0, x)</c>.</param>
    public FoldedProduct OnHalves(bool keepsSign) =>
        With([.. weight.Chunk(RowLength).SelectMany(row => row.Concat(row.Select(w => keepsSign ? w : -w)))], bias);

    /// <summary>The sum of two products on the same input with windows of the same side: <c>V + W</c>, <c>a + b</c>.</summary>
    /// <param name="other">The other one.</param>
    public FoldedProduct Plus(FoldedProduct other)
    {
        ArgumentNullException.ThrowIfNull(other);
        double[] weights = new double[weight.Length], biases = new double[bias.Length];
        TensorPrimitives.Add(weight, other.weight, weights);
        TensorPrimitives.Add(bias, other.bias, biases);
        return With(weights, biases);
    }

    internal static FoldedProduct Of(ParameterSet parameters, Parameter weight, string? bias) => new(
        parameters, weight.Shape.Length > 2 ? weight.Shape[2] : 1, Widened(weight),
        bias is null ? new double[weight.Shape[0]] : Widened(parameters[bias]));

    internal FoldedProduct WithLengths(Parameter gain)
    {
        double[] lengths = [.. weight.Chunk(RowLength).Select(static row => Math.Sqrt(row.Sum(static v => v * v)))];
        return With(
            ScaledRows([.. Widened(gain).Zip(lengths, static (g, length) => length > 0 ? g / length : 0)]), bias);
    }

    internal static FoldedProduct Identity(ParameterSet parameters, int width)
    {
        double[] identity = new double[width * width];
        for (int channel = 0; channel < width; channel++)
            identity[channel * (width + 1)] = 1;
        return new FoldedProduct(parameters, kernel: 1, identity, new double[width]);
    }

    internal void StoreWeight(Parameter to) => Round(weight, to);

    internal void StoreBias(Parameter to) => Round(bias, to);

    private FoldedProduct Scale(double[] factors)
    {
        double[] each = factors.Length == 1 ? [.. Enumerable.Repeat(factors[0], bias.Length)] : factors;
        return With(ScaledRows(each), [.. bias.Zip(each, static (b, factor) => factor * b)]);
    }

    private double[] ScaledRows(double[] factors) => [.. weight.Select((w, i) => factors[i / RowLength] * w)];

    private FoldedProduct With(double[] weights, double[] biases) => new(parameters, kernel, weights, biases);

    private double[] Read(string name) => Widened(parameters[name]);

    private static double[] Widened(Parameter parameter) => [.. parameter.ToArray().Select(static value => (double)value)];

    private static void Round(double[] values, Parameter to) => to.CopyFrom([.. values.Select(static value => (float)value)]);
}
