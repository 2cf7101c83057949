using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>Squared rectified linear unit: <c>max(0, z)²</c> (So et al. 2021).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SquaredReLU : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Value<TSimd, TVector>(TVector z)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector positive = ReLU.Value<TSimd, TVector>(z);
        return TSimd.Multiply(positive, positive);
    }

    /// <remarks>The derivative is <c>2 max(0, z)</c>.</remarks>
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ValueAndDerivative<TSimd, TVector>(TVector z, out TVector derivative)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector positive = ReLU.Value<TSimd, TVector>(z);
        derivative = TSimd.Add(positive, positive);
        return TSimd.Multiply(positive, positive);
    }
}
