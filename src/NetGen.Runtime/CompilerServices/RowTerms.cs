using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>What a column adds to the sums of its row.</summary>
internal interface IRowTerm
{
    /// <summary>Whether there is a second sum.</summary>
    static abstract bool HasSecond { get; }

    /// <summary>Adds it.</summary>
    static abstract (TVector First, TVector Second) Add<TSimd, TVector>(TVector first, TVector second, TVector x, TVector y, TVector center)
        where TSimd : ISimd<TVector>
        where TVector : struct;
}

/// <summary><c>Σ x</c>.</summary>
internal readonly struct Itself : IRowTerm
{
    public static bool HasSecond => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TVector First, TVector Second) Add<TSimd, TVector>(TVector first, TVector second, TVector x, TVector y, TVector center)
        where TSimd : ISimd<TVector>
        where TVector : struct => (TSimd.Add(first, x), second);
}

/// <summary><c>Σ x y</c>.</summary>
internal readonly struct Product : IRowTerm
{
    public static bool HasSecond => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TVector First, TVector Second) Add<TSimd, TVector>(TVector first, TVector second, TVector x, TVector y, TVector center)
        where TSimd : ISimd<TVector>
        where TVector : struct => (TSimd.FusedMultiplyAdd(x, y, first), second);
}

/// <summary><c>Σ (x - c)</c> and <c>Σ (x - c)²</c>.</summary>
internal readonly struct Deviation : IRowTerm
{
    public static bool HasSecond => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TVector First, TVector Second) Add<TSimd, TVector>(TVector first, TVector second, TVector x, TVector y, TVector center)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector difference = TSimd.Subtract(x, center);
        return (TSimd.Add(first, difference), TSimd.FusedMultiplyAdd(difference, difference, second));
    }
}

/// <summary><c>Σ (x - c)</c> and <c>Σ (x - c) y</c>.</summary>
internal readonly struct DeviationProduct : IRowTerm
{
    public static bool HasSecond => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TVector First, TVector Second) Add<TSimd, TVector>(TVector first, TVector second, TVector x, TVector y, TVector center)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector difference = TSimd.Subtract(x, center);
        return (TSimd.Add(first, difference), TSimd.FusedMultiplyAdd(difference, y, second));
    }
}
