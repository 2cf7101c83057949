using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>Where a matrix lies in memory.</summary>
/// <param name="origin">Its first element.</param>
/// <param name="rowStep">How far it is from a row to the next.</param>
/// <param name="columnStep">How far it is from a column to the next.</param>
internal readonly ref struct Matrix(ref float origin, nint rowStep, nint columnStep = 1)
{
    // The floats of a cache line.
    private const int Line = 16;

    private readonly ref float origin = ref origin;

    /// <summary>How far it is from a row to the next.</summary>
    public nint RowStep { get; } = rowStep;

    /// <summary>How far it is from a column to the next.</summary>
    public nint ColumnStep { get; } = columnStep;

    /// <summary>The same with rows and columns exchanged.</summary>
    public Matrix Transposed
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(ref origin, ColumnStep, RowStep);
    }

    /// <summary>An element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float At(nint row, nint column = 0) => ref Unsafe.Add(ref origin, row * RowStep + column * ColumnStep);

    /// <summary>What begins at an element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Matrix From(nint row, nint column = 0) => new(ref At(row, column), RowStep, ColumnStep);

    /// <summary>Starts to bring some of its rows into the second-level cache.</summary>
    /// <param name="row">The first of them.</param>
    /// <param name="rows">How many.</param>
    /// <param name="columns">How many columns of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PrefetchRows(int row, int rows, nint columns)
    {
        for (int end = row + rows; row < end; row++)
        {
            for (nint column = 0; column < columns; column += Line)
                Prefetch.Line(ref At(row), column);
        }
    }
}
