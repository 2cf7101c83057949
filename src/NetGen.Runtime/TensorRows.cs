using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>
/// The elements of a tensor in their order, as spans: all at once where the tensor is dense, else row by row along the last dimension,
/// and one by one where a row itself has gaps. The tensor's own enumerator works out a place from all indices at each element.
/// </summary>
internal ref struct TensorRows
{
    private readonly ReadOnlyTensorSpan<float> tensor;
    private readonly nint rows;
    private readonly nint spansInRow;
    private readonly int spanLength;
    private nint row;
    private nint spanInRow;
    private nint place;

    /// <param name="tensor">Any tensor whose rows have fewer than 2^31 elements; a dense one has a single row.</param>
    public TensorRows(in ReadOnlyTensorSpan<float> tensor)
    {
        this.tensor = tensor;
        if (tensor.IsEmpty)
            return;

        int width = checked((int)(tensor.IsDense ? tensor.FlattenedLength : tensor.Lengths[^1]));
        bool gapless = tensor.IsDense || tensor.Strides[^1] == 1;
        rows = tensor.FlattenedLength / width;
        (spansInRow, spanLength) = gapless ? (1, width) : (width, 1);
    }

    /// <summary>The elements that have been reached.</summary>
    public ReadOnlySpan<float> Current { get; private set; }

    public readonly TensorRows GetEnumerator() => this;

    public bool MoveNext()
    {
        if (row == rows)
            return false;

        place = spanInRow == 0 ? PlaceOfRow() : place + tensor.Strides[^1];
        Current = MemoryMarshal.CreateReadOnlySpan(in Unsafe.Add(ref Unsafe.AsRef(in tensor.GetPinnableReference()), place), spanLength);
        if (++spanInRow == spansInRow)
            (row, spanInRow) = (row + 1, 0);
        return true;
    }

    /// <summary>A copy of all elements.</summary>
    public readonly float[] ToArray()
    {
        float[] copy = new float[tensor.FlattenedLength];
        CopyTo(copy);
        return copy;
    }

    /// <summary>Copies all elements.</summary>
    public readonly void CopyTo(Span<float> destination)
    {
        foreach (ReadOnlySpan<float> elements in this)
        {
            elements.CopyTo(destination);
            destination = destination[elements.Length..];
        }
    }

    /// <summary>The sum of all elements, added up in their order.</summary>
    public readonly double Sum()
    {
        double sum = 0;
        foreach (ReadOnlySpan<float> elements in this)
            sum = Add(sum, elements);
        return sum;
    }

    /// <summary>The sum <c>Σ (x - centre)²</c> over all elements, likewise.</summary>
    public readonly double SumOfSquares(double centre = 0)
    {
        double sum = 0;
        foreach (ReadOnlySpan<float> elements in this)
            sum = AddSquares(sum, elements, centre);
        return sum;
    }

    // In methods of their own: beside the calls of an enumerator the sum would lie in memory, and wait there for each addition.
    private static double Add(double sum, ReadOnlySpan<float> elements)
    {
        foreach (float element in elements)
            sum += element;
        return sum;
    }

    private static double AddSquares(double sum, ReadOnlySpan<float> elements, double centre)
    {
        foreach (float element in elements)
            sum += (element - centre) * (element - centre);
        return sum;
    }

    private readonly nint PlaceOfRow()
    {
        nint start = 0;
        nint index = row;
        for (int dimension = tensor.Rank - 2; index > 0; dimension--)
        {
            (index, nint along) = Math.DivRem(index, tensor.Lengths[dimension]);
            start += along * tensor.Strides[dimension];
        }

        return start;
    }
}
