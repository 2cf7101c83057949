using System.Runtime.CompilerServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// Mean absolute error: <c>mean |y - t|</c> over rows and columns (PyTorch's <c>L1Loss</c>), with the gradient
/// <c>sign(y - t) / (rows · width)</c>, which is 0 where they are equal.
/// </summary>
public readonly struct MeanAbsoluteError : ILoss, IElementwiseLoss<MeanAbsoluteError>
{
    static float IElementwiseLoss<MeanAbsoluteError>.Nothing => 0f;

    /// <inheritdoc/>
    public int TermsPerRow(int width) => LossArguments.CheckedWidth(width);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="targets"/> has another number of values.</exception>
    public double Sum(BatchSpan outputs, ReadOnlySpan<float> targets) => ElementwiseSum<MeanAbsoluteError>.Of(this, outputs, targets);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="targets"/> or <paramref name="gradients"/> has another shape.</exception>
    public double SumAndGradient(BatchSpan outputs, ReadOnlySpan<float> targets, BatchSpan gradients) =>
        ElementwiseSum<MeanAbsoluteError>.Of(this, outputs, targets, gradients, before: 0, outputs.Rows);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementwiseLoss<MeanAbsoluteError>.Add<TSimd, TVector>(TVector sum, TVector output, TVector target, out TVector slope)
    {
        TVector difference = TSimd.Subtract(output, target);
        TVector distance = TSimd.Abs(difference);
        // Neither zero nor NaN is above zero: both are their own slope.
        slope = TSimd.Select(TSimd.LessThan(TSimd.Create(0f), distance), TSimd.CopySign(TSimd.Create(1f), difference), difference);
        return TSimd.Add(sum, distance);
    }

    double IElementwiseLoss<MeanAbsoluteError>.Term(double output, double target, out double slope)
    {
        double difference = output - target;
        slope = Math.Abs(difference) > 0 ? Math.CopySign(1, difference) : difference;
        return Math.Abs(difference);
    }
}
