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

    /// <summary>The number of examples.</summary>
    public int Rows { get; }

    /// <summary>The length of each vector.</summary>
    public int Width { get; }

    /// <summary>The vector of one example.</summary>
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
        int stride = Layout.RowStride(Width);
        ReadOnlySpan<float> memory = MemoryMarshal.CreateReadOnlySpan(ref origin, (Rows - 1) * stride + Width);
        return new ReadOnlyTensorSpan<float>(memory, [Rows, Width], [stride, 1]);
    }
}
