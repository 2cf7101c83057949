using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>
/// The vector operations that numerics are written with, once for every vector width. Each works lane by lane with one rounding,
/// so that an element's result has the same bits whatever vector it lies in; only <see cref="FusedMultiplyAdd"/> contracts.
/// </summary>
/// <typeparam name="TVector">A vector of floats.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISimd<TVector>
    where TVector : struct
{
    /// <summary>The number of lanes, at most 16.</summary>
    static abstract int Count { get; }

    /// <summary>The numbers 0, 1, 2, … of the lanes.</summary>
    static abstract TVector Indices { get; }

    /// <summary><paramref name="value"/> in every lane.</summary>
    static abstract TVector Create(float value);

    /// <summary>Reads <see cref="Count"/> floats.</summary>
    static abstract TVector Load(ref readonly float source);

    /// <summary>Writes <see cref="Count"/> floats.</summary>
    static abstract void Store(TVector value, ref float destination);

    /// <summary><c>a + b</c>.</summary>
    static abstract TVector Add(TVector a, TVector b);

    /// <summary><c>a - b</c>.</summary>
    static abstract TVector Subtract(TVector a, TVector b);

    /// <summary><c>a b</c>.</summary>
    static abstract TVector Multiply(TVector a, TVector b);

    /// <summary><c>a / b</c>.</summary>
    static abstract TVector Divide(TVector a, TVector b);

    /// <summary><c>a b + c</c>, rounded once.</summary>
    static abstract TVector FusedMultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>The square root.</summary>
    static abstract TVector Sqrt(TVector a);

    /// <summary><c>|a|</c>.</summary>
    static abstract TVector Abs(TVector a);

    /// <summary>The magnitude of <paramref name="a"/> with the sign of <paramref name="sign"/>.</summary>
    static abstract TVector CopySign(TVector a, TVector sign);

    /// <summary>
    /// The greater of <paramref name="a"/>, a number other than 0, and <paramref name="b"/>; NaN where <paramref name="b"/> is.
    /// </summary>
    static abstract TVector Max(TVector a, TVector b);

    /// <summary>The lesser of two numbers; where one is NaN, either of them.</summary>
    static abstract TVector Min(TVector a, TVector b);

    /// <summary>
    /// <c>2ⁿ</c> for whole numbers from -127 to 127, of which the lowest bits of the significand hold <c>n + 127</c>; 0 for -127.
    /// </summary>
    static abstract TVector Pow2(TVector shifted);

    /// <summary>A mask of the lanes where <c>a &lt; b</c>; not those with a NaN.</summary>
    static abstract TVector LessThan(TVector a, TVector b);

    /// <summary>A mask of the lanes where <c>a &lt;= b</c>; not those with a NaN.</summary>
    static abstract TVector LessThanOrEqual(TVector a, TVector b);

    /// <summary><paramref name="a"/> where <paramref name="mask"/> is set, else <paramref name="b"/>.</summary>
    static abstract TVector Select(TVector mask, TVector a, TVector b);

    /// <summary>A bit for every lane, the first lane's lowest: set where <paramref name="mask"/> is.</summary>
    static abstract int ToBits(TVector mask);

    /// <summary>A mask of the lanes whose bit is set.</summary>
    static abstract TVector FromBits(int bits);

    /// <summary>Whether <c>a &lt; b</c> in any lane.</summary>
    static abstract bool AnyLessThan(TVector a, TVector b);

    /// <summary>The sum of all lanes: the upper half is added to the lower one until a single lane is left.</summary>
    static abstract float Sum(TVector a);

    /// <summary>The greatest of all lanes; any of them where one is NaN.</summary>
    static abstract float Greatest(TVector a);

    /// <summary>Adds every lane to a sum of its own.</summary>
    static abstract void AddTo(ref double sums, TVector terms);

    /// <summary>Reads <see cref="Count"/> doubles, rounded.</summary>
    static abstract TVector Round(ref readonly double source);
}
