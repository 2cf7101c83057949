using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>Where a matrix lies in memory.</summary>
/// <param name="origin">Its first element.</param>
/// <param name="rowStep">How far it is from a row to the next.</param>
/// <param name="columnStep">How far it is from a column to the next.</param>
internal readonly ref struct Matrix(ref float origin, nint rowStep, nint columnStep = 1)
{
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
}
