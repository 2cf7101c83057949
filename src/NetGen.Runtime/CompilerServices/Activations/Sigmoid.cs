using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Logistic function: <c>σ(z) = 1 / (1 + exp(-z))</c>, by <c>q = σ(-|z|) = e / (1 + e)</c> with <c>e = exp(-|z|)</c>,
/// which never overflows, and <c>σ(|z|) = 1 - q</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Sigmoid : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Value<TSimd, TVector>(TVector z)
        where TSimd : ISimd<TVector>
        where TVector : struct =>
        Value<TSimd, TVector>(z, Tail<TSimd, TVector>(Exp.NegativeMagnitude<TSimd, TVector>(z, Exp.Domain)));

    /// <remarks>The derivative is <c>σ(z) (1 - σ(z)) = q (1 - q)</c>.</remarks>
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ValueAndDerivative<TSimd, TVector>(TVector z, out TVector derivative)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector q = Tail<TSimd, TVector>(Exp.NegativeMagnitude<TSimd, TVector>(z, Exp.Domain));
        derivative = Density<TSimd, TVector>(q);
        return Value<TSimd, TVector>(z, q);
    }

    /// <summary><c>q = σ(x)</c> for <c>x</c> in the exponential's domain, from its lower end to 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Tail<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector e = Exp.Value<TSimd, TVector>(x);
        return TSimd.Divide(e, TSimd.Add(e, TSimd.Create(1f)));
    }

    /// <summary><c>σ'(x) = q (1 - q)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Density<TSimd, TVector>(TVector q)
        where TSimd : ISimd<TVector>
        where TVector : struct =>
        TSimd.Multiply(q, TSimd.Subtract(TSimd.Create(1f), q));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Value<TSimd, TVector>(TVector z, TVector q)
        where TSimd : ISimd<TVector>
        where TVector : struct =>
        TSimd.Select(TSimd.LessThan(z, TSimd.Create(0f)), q, TSimd.Subtract(TSimd.Create(1f), q));
}
