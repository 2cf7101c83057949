using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>Leaky rectified linear unit: <c>z</c> where positive, else <c>0.01 z</c> (Maas et al. 2013); its derivative at 0 is taken as 0.01.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LeakyRelu : IActivation
{
    private const float Slope = 0.01f;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Value<TSimd, TVector>(TVector z)
        where TSimd : ISimd<TVector>
        where TVector : struct =>
        TSimd.Select(TSimd.LessThanOrEqual(z, TSimd.Create(0f)), TSimd.Multiply(z, TSimd.Create(Slope)), z);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ValueAndDerivative<TSimd, TVector>(TVector z, out TVector derivative)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        derivative = TSimd.Select(TSimd.LessThanOrEqual(z, TSimd.Create(0f)), TSimd.Create(Slope), TSimd.Create(1f));
        return Value<TSimd, TVector>(z);
    }
}
