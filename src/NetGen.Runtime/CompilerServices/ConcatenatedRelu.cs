using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>Concatenated rectified linear unit: <c>[max(0, z); max(0, -z)]</c> (Shang et al. 2016).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ConcatenatedRelu
{
    /// <summary>The positive part of every row, and the negative part behind it.</summary>
    /// <param name="rows">Which rows.</param>
    /// <param name="width">Their length.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where <c>z</c> lies in it.</param>
    /// <param name="to">Where the result goes, rows of twice the length.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(RowRange rows, int width, ref float a, nint from, nint to)
    {
        BatchSpan z = rows.Of(ref a, from, width);
        BatchSpan result = rows.Of(ref a, to, 2 * width);
        result.ClearPadding();
        for (int row = 0; row < result.Rows; row++)
        {
            ReadOnlySpan<float> source = z[row];
            Span<float> positive = result[row][..width], negative = result[row][width..];
            for (int column = 0; column < source.Length; column++)
            {
                // As Relu does: NaN stays NaN, in both halves.
                float value = source[column];
                positive[column] = value <= 0 ? 0 : value;
                negative[column] = value >= 0 ? 0 : -value;
            }
        }
    }

    /// <summary>The gradient with respect to <c>z</c>: what came to the half that is positive, with its sign; nothing where both are 0.</summary>
    /// <param name="rows">Which rows.</param>
    /// <param name="width">Their length.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the gradient with respect to the result lies.</param>
    /// <param name="kept">Where the result lies.</param>
    /// <param name="to">Where the gradient goes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backpropagate(RowRange rows, int width, ref float a, nint from, nint kept, nint to)
    {
        BatchSpan upstream = rows.Of(ref a, from, 2 * width);
        BatchSpan value = rows.Of(ref a, kept, 2 * width);
        BatchSpan result = rows.Of(ref a, to, width);
        result.ClearPadding();
        for (int row = 0; row < result.Rows; row++)
        {
            ReadOnlySpan<float> above = upstream[row][..width], below = upstream[row][width..];
            ReadOnlySpan<float> positive = value[row][..width], negative = value[row][width..];
            Span<float> gradient = result[row];
            for (int column = 0; column < gradient.Length; column++)
                gradient[column] = (positive[column] > 0 ? above[column] : 0) - (negative[column] > 0 ? below[column] : 0);
        }
    }
}
