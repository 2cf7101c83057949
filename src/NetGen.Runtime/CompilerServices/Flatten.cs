using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// An example of many positions as one row, channel by channel: element <c>c × positions + p</c> is channel <c>c</c> of position <c>p</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Flatten
{
    // Both sides of a square of 16 by 16 are in the first-level cache.
    private const int Side = 16;

    /// <summary>The rows.</summary>
    /// <param name="examples">Which examples.</param>
    /// <param name="positions">The number of their positions.</param>
    /// <param name="width">The number of channels.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the examples lie in it.</param>
    /// <param name="to">Where the rows go.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Apply(RowRange examples, int positions, int width, ref float a, nint from, nint to)
    {
        examples.Of(ref a, to, positions * width).ClearPadding();
        int stride = Layout.RowStride(width), length = Layout.RowStride(positions * width);
        for (nint example = examples.First; example < examples.End; example++)
        {
            Copy(
                positions, width, ref Unsafe.Add(ref a, from + example * positions * stride), (stride, 1),
                ref Unsafe.Add(ref a, to + example * length), (1, positions));
        }
    }

    /// <summary>The gradient with respect to the examples: every element's goes back to its place.</summary>
    /// <param name="examples">Which examples.</param>
    /// <param name="positions">The number of their positions.</param>
    /// <param name="width">The number of channels.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the gradient with respect to the rows lies.</param>
    /// <param name="to">Where the gradient goes.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Backpropagate(RowRange examples, int positions, int width, ref float a, nint from, nint to)
    {
        examples.Times(positions).Of(ref a, to, width).ClearPadding();
        int stride = Layout.RowStride(width), length = Layout.RowStride(positions * width);
        for (nint example = examples.First; example < examples.End; example++)
        {
            Copy(
                positions, width, ref Unsafe.Add(ref a, from + example * length), (1, positions),
                ref Unsafe.Add(ref a, to + example * positions * stride), (stride, 1));
        }
    }

    // Strides are the distances between positions and between channels.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy(
        int positions, int width, ref float source, (nint Position, nint Channel) from, ref float target, (nint Position, nint Channel) to)
    {
        for (int top = 0; top < positions; top += Side)
        {
            int bottom = Math.Min(positions, top + Side);
            for (int left = 0; left < width; left += Side)
            {
                int right = Math.Min(width, left + Side);
                for (int position = top; position < bottom; position++)
                {
                    for (int channel = left; channel < right; channel++)
                    {
                        Unsafe.Add(ref target, position * to.Position + channel * to.Channel) =
                            Unsafe.Add(ref source, position * from.Position + channel * from.Channel);
                    }
                }
            }
        }
    }
}
