using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>Hyperbolic tangent, by <c>tanh|z| = -m / (2 + m)</c> with <c>m = exp(-2|z|) - 1</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Tanh : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Value<TSimd, TVector>(TVector z)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector x = Exp.NegativeMagnitude<TSimd, TVector>(z, Exp.Domain / 2);
        TVector m = Exp.MinusOne<TSimd, TVector>(TSimd.Add(x, x));
        return TSimd.CopySign(TSimd.Divide(m, TSimd.Add(m, TSimd.Create(2f))), z);
    }

    /// <remarks>The derivative is <c>1 - tanh²z</c>.</remarks>
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ValueAndDerivative<TSimd, TVector>(TVector z, out TVector derivative)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector value = Value<TSimd, TVector>(z);
        TVector one = TSimd.Create(1f);
        derivative = TSimd.Multiply(TSimd.Subtract(one, value), TSimd.Add(one, value));
        return value;
    }
}
