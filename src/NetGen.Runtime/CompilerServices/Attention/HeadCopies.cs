using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>Copies of matrices of a head whose columns are no whole vectors, so that behind them there is room for one.</summary>
/// <param name="s">Scratch.</param>
/// <param name="positions">The rows of a matrix.</param>
/// <param name="headWidth">Its columns.</param>
internal readonly ref struct HeadCopies(ref float s, int positions, int headWidth)
{
    private readonly ref float s = ref s;

    /// <summary>The columns of a copy.</summary>
    public int Columns => AttentionLayout.CopyStride(headWidth);

    /// <summary>One of the copies.</summary>
    public Matrix At(int index) => new(ref Unsafe.Add(ref s, index * (nint)AttentionLayout.CopyLength(positions, headWidth)), Columns);

    /// <summary>Copies a matrix.</summary>
    public Matrix Of(Matrix matrix, int rows, int index)
    {
        Matrix copy = At(index);
        Copy(matrix, rows, headWidth, copy);
        return copy;
    }

    /// <summary>Copies from one to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(Matrix from, int rows, int columns, Matrix to)
    {
        for (int row = 0; row < rows; row++)
            MemoryMarshal.CreateReadOnlySpan(ref from.At(row), columns).CopyTo(MemoryMarshal.CreateSpan(ref to.At(row), columns));
    }
}
