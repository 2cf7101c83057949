using System.ComponentModel;

#if NETSTANDARD
namespace NetGen.Generator;
#else
namespace NetGen.CompilerServices;
#endif

/// <summary>
/// How the weights of attention lie in memory, <c>[examples][heads][queries][keys]</c> with padding behind the keys, and what a thread
/// needs to compute them. The compiler and the runtime both compile this file.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AttentionLayout
{
    private const int Lanes = 16;

    // Columns of a head come in vectors of at least four.
    private const int LeastVector = 4;

    /// <summary>How far the weights of a query are from those of the next.</summary>
    /// <param name="positions">The number of positions of an example.</param>
    public static int KeyStride(int positions) => RoundUp(positions, Lanes);

    /// <summary>How many floats the weights of an example are.</summary>
    /// <param name="positions">The number of its positions.</param>
    /// <param name="heads">The number of heads.</param>
    public static long Weights(int positions, int heads) => (long)heads * positions * KeyStride(positions);

    /// <summary>How many floats of scratch a thread needs, forward and backward.</summary>
    /// <param name="positions">The number of positions of an example.</param>
    /// <param name="width">The length of a query, of all heads together.</param>
    /// <param name="heads">The number of heads.</param>
    public static long Scratch(int positions, int width, int heads)
    {
        int headWidth = width / heads;
        long copies = IsWhole(headWidth) ? 0 : Copies * CopyLength(positions, headWidth);
        return Turned(positions, headWidth) + (long)positions * KeyStride(positions) + copies;
    }

    /// <summary>The matrices of a head that are copied where its columns are no whole vectors.</summary>
    internal const int Copies = 7;

    /// <summary>
    /// How far a row of transposed keys or values is from the next: an odd number of cache lines, so that a column does not crowd a few
    /// sets of the cache.
    /// </summary>
    internal static int TurnedStride(int positions) => KeyStride(positions) | Lanes;

    /// <summary>How many floats the keys or values of a head are, transposed.</summary>
    internal static long Turned(int positions, int headWidth) => (long)CopyStride(headWidth) * TurnedStride(positions);

    /// <summary>Whether the columns of a head are whole vectors.</summary>
    internal static bool IsWhole(int headWidth) => headWidth % LeastVector == 0;

    /// <summary>How far a row of a head's copy is from the next.</summary>
    internal static int CopyStride(int headWidth) => RoundUp(headWidth, LeastVector);

    /// <summary>How many floats a head's copy has.</summary>
    internal static long CopyLength(int positions, int headWidth) => (long)RoundUp(positions, Lanes) * CopyStride(headWidth);

    private static int RoundUp(int length, int multiple) => (length + multiple - 1) / multiple * multiple;
}
