using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// What the forward pass keeps of a piecewise linear activation: a bit for every element, set where its argument was not positive. Bits lie
/// in 32-bit words, one for each panel of a row, row by row, whatever the width of a vector.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SignBits
{
    /// <summary>Writes the bits of two vectors.</summary>
    /// <param name="words">The first word.</param>
    /// <param name="at">The distance from it, in bytes.</param>
    /// <param name="off0">A mask of the lanes whose bit is to be set.</param>
    /// <param name="off1">The same of the vector behind it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TSimd, TVector>(ref float words, nint at, TVector off0, TVector off1)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        ref byte bytes = ref Unsafe.Add(ref Unsafe.As<float, byte>(ref words), at);
        int count = TSimd.Count;
        int bits = TSimd.ToBits(off0) | TSimd.ToBits(off1) << count;
        if (count == 16)
            Unsafe.WriteUnaligned(ref bytes, bits);
        else if (count == 8)
            Unsafe.WriteUnaligned(ref bytes, (ushort)bits);
        else
            bytes = (byte)bits;
    }

    /// <summary>Reads the bits of two vectors, as masks.</summary>
    /// <param name="words">The first word.</param>
    /// <param name="at">The distance from it, in bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TVector Off0, TVector Off1) Read<TSimd, TVector>(ref readonly float words, nint at)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        ref byte bytes = ref Unsafe.Add(ref Unsafe.As<float, byte>(ref Unsafe.AsRef(in words)), at);
        int count = TSimd.Count;
        int bits = count switch
        {
            16 => Unsafe.ReadUnaligned<int>(ref bytes),
            8 => Unsafe.ReadUnaligned<ushort>(ref bytes),
            _ => bytes,
        };
        return (TSimd.FromBits(bits), TSimd.FromBits(bits >> count));
    }
}
