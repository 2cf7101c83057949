using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>A view of a batch in a slab: <see cref="Rows"/> vectors of <see cref="Width"/> floats, a padded stride apart.</summary>
public readonly ref struct BatchSpan
{
    private readonly ref float origin;

    internal BatchSpan(ref float origin, int rows, int width)
    {
        this.origin = ref origin;
        Rows = rows;
        Width = width;
    }

    /// <summary>The number of vectors: of examples, or of all tokens or pixels of sequences or images.</summary>
    public int Rows { get; }

    /// <summary>The length of each vector.</summary>
    public int Width { get; }

    /// <summary>One of the vectors.</summary>
    /// <param name="row">Its index in the batch.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Span<float> this[int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Rows);
            return MemoryMarshal.CreateSpan(ref Unsafe.Add(ref origin, (nint)row * Layout.RowStride(Width)), Width);
        }
    }

    /// <summary>The same memory as a tensor, <c>[rows, width]</c>.</summary>
    /// <returns>A view, no copy.</returns>
    public ReadOnlyTensorSpan<float> AsTensor()
    {
        if (Rows == 0)
            return new ReadOnlyTensorSpan<float>([], [0, Width]);

        int stride = Layout.RowStride(Width);
        ReadOnlySpan<float> memory = MemoryMarshal.CreateReadOnlySpan(ref origin, (Rows - 1) * stride + Width);
        // A tensor span wants the stride 0 along a dimension of length 1.
        return new ReadOnlyTensorSpan<float>(memory, [Rows, Width], [Rows == 1 ? 0 : stride, Width == 1 ? 0 : 1]);
    }

    /// <summary>
    /// Copies in rows that have no gaps, and clears the padding behind each row: kernels may read it, and the last batch may have left
    /// anything there.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void CopyFrom(ReadOnlySpan<float> values)
    {
        if (Padding == 0)
        {
            values.CopyTo(Whole);
            return;
        }

        int width = Width, stride = Layout.RowStride(width);
        for (Span<float> rows = Whole; !values.IsEmpty; values = values[width..], rows = rows[stride..])
        {
            values[..width].CopyTo(rows);
            rows[width..stride].Clear();
        }
    }

    /// <summary>Copies in rows of tokens that have no gaps, as floats, and clears the padding behind each row.</summary>
    internal void CopyFrom(ReadOnlySpan<int> tokens)
    {
        ClearPadding();
        for (int row = 0; row < Rows; row++)
        {
            Span<float> to = this[row];
            ReadOnlySpan<int> from = tokens.Slice(row * Width, Width);
            for (int place = 0; place < from.Length; place++)
                to[place] = from[place];
        }
    }

    /// <summary>Some of the vectors.</summary>
    internal BatchSpan Slice(int start, int rows) => new(ref Unsafe.Add(ref origin, (nint)start * Layout.RowStride(Width)), rows, Width);

    /// <summary>Copies the rows out, without gaps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void CopyTo(Span<float> values)
    {
        if (Padding == 0)
        {
            Whole.CopyTo(values);
            return;
        }

        int width = Width, stride = Layout.RowStride(width);
        for (ReadOnlySpan<float> rows = Whole; !values.IsEmpty; values = values[width..], rows = rows[stride..])
            rows[..width].CopyTo(values);
    }

    /// <summary>Zeroes what lies between a row's end and the next row's start.</summary>
    internal void ClearPadding()
    {
        if (Padding == 0)
            return;

        for (int row = 0; row < Rows; row++)
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref origin, (nint)row * (Width + Padding) + Width), Padding).Clear();
    }

    private int Padding => Layout.RowStride(Width) - Width;

    private Span<float> Whole => MemoryMarshal.CreateSpan(ref origin, Rows * (Width + Padding));
}
