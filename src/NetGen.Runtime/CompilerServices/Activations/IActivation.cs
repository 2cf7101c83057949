namespace NetGen.CompilerServices;

/// <summary>
/// An activation function, on vectors of any width. NaN stays NaN; infinities give the function's limits.
/// Values below 1e-36 in magnitude may be zero, so that few denormal numbers arise, which are slow.
/// </summary>
internal interface IActivation
{
    /// <summary><c>f(z)</c>.</summary>
    static abstract TVector Value<TSimd, TVector>(TVector z)
        where TSimd : ISimd<TVector>
        where TVector : struct;

    /// <summary><c>f(z)</c>, with the same bits as <see cref="Value"/>, and <c>f'(z)</c>.</summary>
    static abstract TVector ValueAndDerivative<TSimd, TVector>(TVector z, out TVector derivative)
        where TSimd : ISimd<TVector>
        where TVector : struct;
}
