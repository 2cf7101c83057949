using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>How many positions of an example there are, where sequences are of several lengths.</summary>
internal static class SequenceLengths
{
    /// <summary>The number of an example.</summary>
    /// <param name="a">The slab of activations.</param>
    /// <param name="lengths">Where the numbers lie, one to a row; below 0 where all examples have all positions.</param>
    /// <param name="example">Which example.</param>
    /// <param name="positions">How many positions there are room for.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(ref float a, nint lengths, nint example, int positions) =>
        lengths < 0 ? positions : (int)Unsafe.Add(ref a, lengths + example * Layout.RowStride(1));
}
