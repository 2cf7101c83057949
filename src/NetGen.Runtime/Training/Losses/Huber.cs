using System.Runtime.CompilerServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// Huber's loss (Huber 1964), squared near the target and absolute far from it: the mean over rows and columns of <c>d² / 2</c> where
/// <c>|d| &lt;= δ</c> for the difference <c>d = y - t</c>, and of <c>δ (|d| - δ / 2)</c> elsewhere (PyTorch's <c>HuberLoss</c>). Its
/// gradient is <c>c / (rows · width)</c> with <c>c</c>, the difference limited to <c>±δ</c>.
/// </summary>
public readonly struct Huber : ILoss, IElementwiseLoss<Huber>
{
    private readonly float delta;

    /// <summary>A loss that turns from squared to absolute where you choose.</summary>
    /// <param name="delta">The distance <c>δ</c> at which it turns, positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delta"/> is out of its range.</exception>
    public Huber(float delta) => this.delta = float.IsFinite(delta) && delta > 0
        ? delta
        : throw new ArgumentOutOfRangeException(nameof(delta), delta, "Expected a positive, finite number.");

    /// <summary>The distance <c>δ</c> at which it turns; 1 unless a constructor was told otherwise.</summary>
    public float Delta => delta == 0 ? 1f : delta;

    static float IElementwiseLoss<Huber>.Nothing => 0f;

    /// <inheritdoc/>
    public int TermsPerRow(int width) => LossArguments.CheckedWidth(width);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="targets"/> has another number of values.</exception>
    public double Sum(BatchSpan outputs, ReadOnlySpan<float> targets) => ElementwiseSum<Huber>.Of(this, outputs, targets);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="targets"/> or <paramref name="gradients"/> has another shape.</exception>
    public double SumAndGradient(BatchSpan outputs, ReadOnlySpan<float> targets, BatchSpan gradients) =>
        ElementwiseSum<Huber>.Of(this, outputs, targets, gradients, before: 0, outputs.Rows);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TVector IElementwiseLoss<Huber>.Add<TSimd, TVector>(TVector sum, TVector output, TVector target, out TVector slope)
    {
        TVector limit = TSimd.Create(Delta);
        TVector difference = TSimd.Subtract(output, target);
        slope = TSimd.Select(TSimd.LessThan(limit, TSimd.Abs(difference)), TSimd.CopySign(limit, difference), difference);
        // Both cases are c (d - c / 2).
        return TSimd.FusedMultiplyAdd(slope, TSimd.FusedMultiplyAdd(TSimd.Create(-0.5f), slope, difference), sum);
    }

    double IElementwiseLoss<Huber>.Term(double output, double target, out double slope)
    {
        double difference = output - target;
        slope = Math.Abs(difference) > Delta ? Math.CopySign(Delta, difference) : difference;
        return slope * (difference - slope / 2);
    }
}
