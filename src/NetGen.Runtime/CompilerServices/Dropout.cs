using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

/// <summary>
/// Random factors of dropout (Srivastava et al. 2014). Whether an element is dropped is a hash of the step's key, the number of the mask
/// and the place of the element, and of nothing else: the same on every machine, in every order. The hash is the 32-bit mixer
/// <c>lowbias32</c> (Wellons 2018), applied to the place and the lower half of the key, and then to the result and the upper half.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Dropout
{
    /// <summary>Factors of 0 with the given probability, else <c>1 / (1 - p)</c>; all 1 where the key is turned off.</summary>
    /// <param name="rows">Which rows.</param>
    /// <param name="width">Their length.</param>
    /// <param name="index">The number of the mask in its network.</param>
    /// <param name="probability">The probability <c>p</c>.</param>
    /// <param name="key">Where the step's key lies.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="to">Where the factors go.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Mask(RowRange rows, int width, int index, float probability, ref float key, ref float a, nint to)
    {
        BatchSpan result = rows.Of(ref a, to, width);
        result.ClearPadding();
        StepKey step = StepKey.Read(in key);
        if (!step.IsOn)
        {
            for (int row = 0; row < result.Rows; row++)
                result[row].Fill(1f);
            return;
        }

        uint low = step.Low ^ Hash((uint)index), high = step.High + (uint)index;
        uint limit = (uint)(probability * 4294967296.0);
        float kept = 1f / (1f - probability);
        for (int row = 0; row < result.Rows; row++)
        {
            Span<float> factors = result[row];
            uint place = (uint)(rows.First + row) * (uint)width;
            int column = 0;
            for (; column + Vector256<uint>.Count <= factors.Length; column += Vector256<uint>.Count)
            {
                Vector256<uint> places = Vector256.Create(place + (uint)column) + Vector256<uint>.Indices;
                Vector256<uint> hash = Hash(Hash(places ^ Vector256.Create(low)) ^ Vector256.Create(high));
                Vector256.ConditionalSelect(
                    Vector256.LessThan(hash, Vector256.Create(limit)).AsSingle(), Vector256<float>.Zero, Vector256.Create(kept))
                    .CopyTo(factors[column..]);
            }

            for (; column < factors.Length; column++)
                factors[column] = Hash(Hash((place + (uint)column) ^ low) ^ high) < limit ? 0f : kept;
        }
    }

    private static uint Hash(uint x)
    {
        x = (x ^ (x >> 16)) * 0x7FEB352D;
        x = (x ^ (x >> 15)) * 0x846CA68B;
        return x ^ (x >> 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Hash(Vector256<uint> x)
    {
        x = (x ^ (x >>> 16)) * Vector256.Create(0x7FEB352Du);
        x = (x ^ (x >>> 15)) * Vector256.Create(0x846CA68Bu);
        return x ^ (x >>> 16);
    }
}
