using NetGen.CompilerServices;

namespace NetGen;

/// <summary>A loss with a term for each output. <see cref="ElementwiseSum{TLoss}"/> does the rest.</summary>
/// <typeparam name="TLoss">The loss itself.</typeparam>
internal interface IElementwiseLoss<TLoss> : IPartLoss
    where TLoss : struct, IElementwiseLoss<TLoss>
{
    /// <summary>An output that has neither loss nor slope where the target is 0.</summary>
    static abstract float Nothing { get; }

    /// <summary>Adds a term to a sum.</summary>
    /// <param name="sum">The sum so far.</param>
    /// <param name="output">The output <c>y</c>.</param>
    /// <param name="target">The target <c>t</c>.</param>
    /// <param name="slope">The term's derivative with respect to the output.</param>
    /// <returns>The sum.</returns>
    TVector Add<TSimd, TVector>(TVector sum, TVector output, TVector target, out TVector slope)
        where TSimd : ISimd<TVector>
        where TVector : struct;

    /// <summary>A term in double, for rows whose sum is no float.</summary>
    /// <param name="output">The output <c>y</c>.</param>
    /// <param name="target">The target <c>t</c>.</param>
    /// <param name="slope">The term's derivative with respect to the output.</param>
    double Term(double output, double target, out double slope);

    double IPartLoss.Sum(BatchSpan outputs, ReadOnlySpan<float> targets, double before) =>
        ElementwiseSum<TLoss>.Of((TLoss)this, outputs, targets, before);

    double IPartLoss.SumAndGradient(BatchSpan outputs, ReadOnlySpan<float> targets, BatchSpan gradients, double before, int counted) =>
        ElementwiseSum<TLoss>.Of((TLoss)this, outputs, targets, gradients, before, counted);
}
