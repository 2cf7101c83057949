using System.Runtime.CompilerServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>Mean squared error: <c>mean (y - t)²</c> over rows and columns, with the gradient <c>2 (y - t) / (rows · width)</c>.</summary>
public readonly struct MeanSquaredError : ILoss, IElementwiseLoss<MeanSquaredError>
{
    static float IElementwiseLoss<MeanSquaredError>.Nothing => 0f;

    /// <inheritdoc/>
    public int TermsPerRow(int width) => LossArguments.CheckedWidth(width);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="targets"/> has another number of values.</exception>
    public double Sum(BatchSpan outputs, ReadOnlySpan<float> targets) => ElementwiseSum<MeanSquaredError>.Of(this, outputs, targets);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="targets"/> or <paramref name="gradients"/> has another shape.</exception>
    public double SumAndGradient(BatchSpan outputs, ReadOnlySpan<float> targets, BatchSpan gradients) =>
        ElementwiseSum<MeanSquaredError>.Of(this, outputs, targets, gradients, before: 0, outputs.Rows);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementwiseLoss<MeanSquaredError>.Add<TSimd, TVector>(TVector sum, TVector output, TVector target, out TVector slope)
    {
        TVector difference = TSimd.Subtract(output, target);
        slope = TSimd.Add(difference, difference);
        return TSimd.FusedMultiplyAdd(difference, difference, sum);
    }

    double IElementwiseLoss<MeanSquaredError>.Term(double output, double target, out double slope)
    {
        double difference = output - target;
        slope = 2 * difference;
        return difference * difference;
    }
}
