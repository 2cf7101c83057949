using System.Runtime.CompilerServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// Binary cross-entropy of logits, for outputs that each answer a question of their own: the mean over rows and columns of
/// <c>-t log σ(y) - (1 - t) log(1 - σ(y))</c>, with targets <c>t</c> from 0 to 1 (PyTorch's <c>BCEWithLogitsLoss</c>). It is computed as
/// <c>max(y, 0) - y t + log(1 + exp(-|y|))</c>, which no logit overflows. Its gradient is <c>(σ(y) - t) / (rows · width)</c>.
/// </summary>
public readonly struct BinaryCrossEntropyWithLogits : ILoss, IElementwiseLoss<BinaryCrossEntropyWithLogits>
{
    static float IElementwiseLoss<BinaryCrossEntropyWithLogits>.Nothing => -Exp.Domain;

    /// <inheritdoc/>
    public int TermsPerRow(int width) => LossArguments.CheckedWidth(width);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="targets"/> has another number of values.</exception>
    public double Sum(BatchSpan outputs, ReadOnlySpan<float> targets) =>
        ElementwiseSum<BinaryCrossEntropyWithLogits>.Of(this, outputs, targets);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="targets"/> or <paramref name="gradients"/> has another shape.</exception>
    public double SumAndGradient(BatchSpan outputs, ReadOnlySpan<float> targets, BatchSpan gradients) =>
        ElementwiseSum<BinaryCrossEntropyWithLogits>.Of(this, outputs, targets, gradients, before: 0, outputs.Rows);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementwiseLoss<BinaryCrossEntropyWithLogits>.Add<TSimd, TVector>(
        TVector sum, TVector output, TVector target, out TVector slope) =>
        TSimd.Add(sum, Term<TSimd, TVector>(output, target, out slope));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Term<TSimd, TVector>(TVector output, TVector target, out TVector slope)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector zero = TSimd.Create(0f);
        TVector one = TSimd.Create(1f);
        TVector negative = TSimd.LessThan(output, zero);
        TVector exp = Exp.Value<TSimd, TVector>(Exp.NegativeMagnitude<TSimd, TVector>(output, Exp.Domain));

        // With q = σ(-|y|), σ(y) is q or 1 - q; the target is subtracted from the 1, so that a small q keeps its digits.
        TVector q = TSimd.Divide(exp, TSimd.Add(exp, one));
        slope = TSimd.Select(negative, TSimd.Subtract(q, target), TSimd.Subtract(TSimd.Subtract(one, target), q));

        TVector linear = TSimd.Multiply(output, TSimd.Subtract(TSimd.Select(negative, zero, one), target));
        return TSimd.Add(linear, LogOnePlus.Value<TSimd, TVector>(exp));
    }

    // No term of a finite logit is beyond the greatest float, but their sum may be.
    double IElementwiseLoss<BinaryCrossEntropyWithLogits>.Term(double output, double target, out double slope)
    {
        float term = Term<Simd32, float>((float)output, (float)target, out float floatSlope);
        slope = floatSlope;
        return term;
    }
}
