using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>Rectified linear unit: <c>max(0, z)</c>; its derivative at 0 is taken as 0.</summary>
internal readonly struct ReLU : IActivation
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Value<TSimd, TVector>(TVector z)
        where TSimd : ISimd<TVector>
        where TVector : struct =>
        TSimd.Select(TSimd.LessThanOrEqual(z, TSimd.Create(0f)), TSimd.Create(0f), z);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ValueAndDerivative<TSimd, TVector>(TVector z, out TVector derivative)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        derivative = TSimd.Select(TSimd.LessThanOrEqual(z, TSimd.Create(0f)), TSimd.Create(0f), TSimd.Create(1f));
        return Value<TSimd, TVector>(z);
    }
}
