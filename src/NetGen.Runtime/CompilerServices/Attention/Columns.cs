using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>The columns of a tile: one vector, or two side by side.</summary>
internal interface IColumns<TColumns>
    where TColumns : struct, IColumns<TColumns>
{
    /// <summary>How many there are.</summary>
    static abstract int Count { get; }

    /// <summary>Reads as many floats.</summary>
    static abstract TColumns Load(ref float source);

    /// <summary>Writes as many floats.</summary>
    static abstract void Store(TColumns value, ref float destination);

    /// <summary><c>x y + sum</c> with one number <c>x</c> for all columns.</summary>
    static abstract TColumns MultiplyAdd(ref float x, TColumns y, TColumns sum);
}

internal readonly struct One<TSimd, TVector>(TVector value) : IColumns<One<TSimd, TVector>>
    where TSimd : ISimd<TVector>
    where TVector : struct
{
    private readonly TVector value = value;

    /// <inheritdoc/>
    public static int Count => TSimd.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static One<TSimd, TVector> Load(ref float source) => new(TSimd.Load(in source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(One<TSimd, TVector> value, ref float destination) => TSimd.Store(value.value, ref destination);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static One<TSimd, TVector> MultiplyAdd(ref float x, One<TSimd, TVector> y, One<TSimd, TVector> sum) =>
        new(TSimd.FusedMultiplyAdd(TSimd.Create(x), y.value, sum.value));
}

internal readonly struct Two<TSimd, TVector>(TVector first, TVector second) : IColumns<Two<TSimd, TVector>>
    where TSimd : ISimd<TVector>
    where TVector : struct
{
    private readonly TVector first = first, second = second;

    /// <inheritdoc/>
    public static int Count => 2 * TSimd.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Two<TSimd, TVector> Load(ref float source) =>
        new(TSimd.Load(in source), TSimd.Load(in Unsafe.Add(ref source, TSimd.Count)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Two<TSimd, TVector> value, ref float destination)
    {
        TSimd.Store(value.first, ref destination);
        TSimd.Store(value.second, ref Unsafe.Add(ref destination, TSimd.Count));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Two<TSimd, TVector> MultiplyAdd(ref float x, Two<TSimd, TVector> y, Two<TSimd, TVector> sum)
    {
        TVector all = TSimd.Create(x);
        return new(TSimd.FusedMultiplyAdd(all, y.first, sum.first), TSimd.FusedMultiplyAdd(all, y.second, sum.second));
    }
}
