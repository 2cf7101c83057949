using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>Vectors of one length side by side in a row.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Parts
{
    /// <summary>Puts three vectors side by side.</summary>
    /// <param name="rows">Which rows.</param>
    /// <param name="width">The length of each vector.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="part1">Where the first ones lie in it.</param>
    /// <param name="part2">Where the second ones lie.</param>
    /// <param name="part3">Where the third ones lie.</param>
    /// <param name="to">Where the result goes.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Concatenate(RowRange rows, int width, ref float a, nint part1, nint part2, nint part3, nint to)
    {
        BatchSpan first = rows.Of(ref a, part1, width), second = rows.Of(ref a, part2, width), third = rows.Of(ref a, part3, width);
        BatchSpan result = rows.Of(ref a, to, 3 * width);
        result.ClearPadding();
        for (int row = 0; row < result.Rows; row++)
        {
            Span<float> all = result[row];
            first[row].CopyTo(all);
            second[row].CopyTo(all[width..]);
            third[row].CopyTo(all[(2 * width)..]);
        }
    }

    /// <summary>Takes one vector of several.</summary>
    /// <param name="rows">Which rows.</param>
    /// <param name="width">The length of each vector.</param>
    /// <param name="count">How many lie side by side.</param>
    /// <param name="index">Which one.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the rows lie in it.</param>
    /// <param name="to">Where the vectors go.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Take(RowRange rows, int width, int count, int index, ref float a, nint from, nint to)
    {
        BatchSpan source = rows.Of(ref a, from, count * width), result = rows.Of(ref a, to, width);
        result.ClearPadding();
        for (int row = 0; row < result.Rows; row++)
            source[row].Slice(index * width, width).CopyTo(result[row]);
    }
}
