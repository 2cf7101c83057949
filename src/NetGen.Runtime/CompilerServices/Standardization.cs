using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>What a row is standardized by: its mean, and a factor.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Standardization
{
    private readonly RowMean mean;
    private readonly float factor;

    internal Standardization(RowMean mean, float factor)
    {
        this.mean = mean;
        this.factor = factor;
    }

    /// <summary><c>1 / sqrt(mean((x - μ)²) + ε)</c>.</summary>
    public float Inverse => factor * mean.Scale;

    /// <summary>Numbers of the row, standardized.</summary>
    /// <typeparam name="TSimd">The operations.</typeparam>
    /// <typeparam name="TVector">A vector of floats.</typeparam>
    /// <param name="x">The numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TSimd, TVector>(TVector x)
        where TSimd : ISimd<TVector>
        where TVector : struct =>
        TSimd.Multiply(mean.Deviation<TSimd, TVector>(x), TSimd.Create(factor));
}
