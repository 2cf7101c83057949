using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>A learned vector in front of the positions of every example, and the first position by itself.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Tokens
{
    /// <summary>Puts a vector in front of the positions of every example.</summary>
    /// <param name="examples">Which examples.</param>
    /// <param name="positions">The number of their positions.</param>
    /// <param name="width">The length of a row.</param>
    /// <param name="p">The slab of parameters.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the examples lie in it.</param>
    /// <param name="token">Where the vector lies.</param>
    /// <param name="to">Where the result goes, with a row more for each example.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Prepend(RowRange examples, int positions, int width, ref float p, ref float a, nint from, nint token, nint to)
    {
        BatchSpan source = examples.Times(positions).Of(ref a, from, width);
        BatchSpan result = examples.Times(positions + 1).Of(ref a, to, width);
        result.ClearPadding();
        for (int row = 0; row < result.Rows; row++)
        {
            (int example, int position) = Math.DivRem(row, positions + 1);
            ReadOnlySpan<float> vector = position == 0
                ? MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref p, token), width)
                : source[example * positions + position - 1];
            vector.CopyTo(result[row]);
        }
    }

    /// <summary>The positions behind the first one of every example.</summary>
    /// <param name="examples">Which examples.</param>
    /// <param name="positions">How many there are behind it.</param>
    /// <param name="width">The length of a row.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the examples lie in it, with a row more for each.</param>
    /// <param name="to">Where the positions go.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Behind(RowRange examples, int positions, int width, ref float a, nint from, nint to)
    {
        BatchSpan source = examples.Times(positions + 1).Of(ref a, from, width);
        BatchSpan result = examples.Times(positions).Of(ref a, to, width);
        result.ClearPadding();
        for (int row = 0; row < result.Rows; row++)
            source[row + row / positions + 1].CopyTo(result[row]);
    }

    /// <summary>The gradient of a vector in front of every example: the sum over examples.</summary>
    /// <param name="examples">All examples.</param>
    /// <param name="positions">The number of their positions, with the vector.</param>
    /// <param name="width">The length of a row.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the gradient with respect to the examples lies.</param>
    /// <param name="g">The slab of gradients.</param>
    /// <param name="to">Where the gradient goes.</param>
    /// <param name="add">Whether it is added to what is there.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Gradient(
        RowRange examples, int positions, int width, ref float a, nint from, ref float g, nint to, bool add = false)
    {
        if (!add)
            Sums.Clear(ref g, to, Layout.Length([width]));
        ExampleSums.Add(
            examples.Batch, width, positions * Layout.RowStride(width), ref Unsafe.Add(ref a, from), ref Unsafe.Add(ref g, to), apart: 1);
    }

    /// <summary>The first position of every example.</summary>
    /// <param name="examples">Which examples.</param>
    /// <param name="positions">The number of their positions.</param>
    /// <param name="width">The length of a row.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the examples lie in it.</param>
    /// <param name="to">Where the positions go, a row for each example.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void First(RowRange examples, int positions, int width, ref float a, nint from, nint to)
    {
        BatchSpan source = examples.Times(positions).Of(ref a, from, width), result = examples.Of(ref a, to, width);
        result.ClearPadding();
        for (int row = 0; row < result.Rows; row++)
            source[row * positions].CopyTo(result[row]);
    }

    /// <summary>The gradient with respect to the examples: zero but for the first position.</summary>
    /// <param name="examples">Which examples.</param>
    /// <param name="positions">The number of their positions.</param>
    /// <param name="width">The length of a row.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the gradient with respect to the first positions lies.</param>
    /// <param name="to">Where the gradient goes.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void FirstGradient(RowRange examples, int positions, int width, ref float a, nint from, nint to)
    {
        BatchSpan source = examples.Of(ref a, from, width), result = examples.Times(positions).Of(ref a, to, width);
        result.ClearPadding();
        for (int row = 0; row < result.Rows; row++)
        {
            if (row % positions == 0)
                source[row / positions].CopyTo(result[row]);
            else
                result[row].Clear();
        }
    }

    /// <summary>The numbers of positions of examples, where one more stands in front.</summary>
    /// <param name="examples">Which examples.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the numbers lie, one to a row.</param>
    /// <param name="to">Where the numbers go.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void CountOneMore(RowRange examples, ref float a, nint from, nint to)
    {
        BatchSpan source = examples.Of(ref a, from, 1), result = examples.Of(ref a, to, 1);
        result.ClearPadding();
        for (int row = 0; row < result.Rows; row++)
            result[row][0] = source[row][0] + 1;
    }
}
