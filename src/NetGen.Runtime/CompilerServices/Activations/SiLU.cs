using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>Sigmoid linear unit, also called swish: <c>z σ(z)</c> (Elfwing et al. 2017).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SiLU : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Value<TSimd, TVector>(TVector z)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector x = Exp.NegativeMagnitude<TSimd, TVector>(z, Exp.Domain);
        return Gate.Value<TSimd, TVector>(z, x, Sigmoid.Tail<TSimd, TVector>(x));
    }

    /// <remarks>The derivative is <c>σ(z) + z σ'(z)</c>.</remarks>
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ValueAndDerivative<TSimd, TVector>(TVector z, out TVector derivative)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector x = Exp.NegativeMagnitude<TSimd, TVector>(z, Exp.Domain);
        TVector tail = Sigmoid.Tail<TSimd, TVector>(x);
        derivative = Gate.Derivative<TSimd, TVector>(z, x, tail, Sigmoid.Density<TSimd, TVector>(tail));
        return Gate.Value<TSimd, TVector>(z, x, tail);
    }
}
