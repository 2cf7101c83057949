using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Gaussian error linear unit by its approximation <c>z (1 + tanh(u)) / 2</c> with <c>u = √(2/π) (z + 0.044715 z³)</c> (Hendrycks and
/// Gimpel 2016), which is <c>z σ(2u)</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GeluByTanh : IActivation
{
    // 2u is the end of the exponential's domain there.
    private const float Domain = 10.03f;

    private const float TwiceSqrt2OverPi = 1.59576912f;

    private const float Cubic = 0.044715f;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Value<TSimd, TVector>(TVector z)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector x = Exp.NegativeMagnitude<TSimd, TVector>(z, Domain);
        return Gate.Value<TSimd, TVector>(z, x, Sigmoid.Tail<TSimd, TVector>(Argument<TSimd, TVector>(x)));
    }

    /// <remarks>The derivative is <c>σ(2u) + z σ'(2u) (2u)'</c>.</remarks>
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ValueAndDerivative<TSimd, TVector>(TVector z, out TVector derivative)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector x = Exp.NegativeMagnitude<TSimd, TVector>(z, Domain);
        TVector tail = Sigmoid.Tail<TSimd, TVector>(Argument<TSimd, TVector>(x));
        TVector slope = TSimd.Multiply(
            TSimd.Create(TwiceSqrt2OverPi), TSimd.FusedMultiplyAdd(TSimd.Multiply(x, x), TSimd.Create(3 * Cubic), TSimd.Create(1f)));
        derivative = Gate.Derivative<TSimd, TVector>(z, x, tail, TSimd.Multiply(Sigmoid.Density<TSimd, TVector>(tail), slope));
        return Gate.Value<TSimd, TVector>(z, x, tail);
    }

    // 2u, within the exponential's domain.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Argument<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector cubic = TSimd.Multiply(x, TSimd.FusedMultiplyAdd(TSimd.Multiply(x, x), TSimd.Create(Cubic), TSimd.Create(1f)));
        return Exp.Clamp<TSimd, TVector>(TSimd.Multiply(TSimd.Create(TwiceSqrt2OverPi), cubic), Exp.Domain);
    }
}
