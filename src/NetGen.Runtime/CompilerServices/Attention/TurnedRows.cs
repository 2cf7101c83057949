using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NetGen.CompilerServices;

/// <summary>The keys or values of a head, transposed: a column for each.</summary>
internal static class TurnedRows
{
    private const int Side = 4;

    /// <summary>How many columns are written for some rows; those that no row is for repeat the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(int rows) => (rows + Side - 1) / Side * Side;

    /// <summary>Transposes.</summary>
    /// <param name="rows">The rows, which have memory for a multiple of 4 columns.</param>
    /// <param name="count">How many.</param>
    /// <param name="columns">How many columns of them.</param>
    /// <param name="turned">Where they go.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Of(Matrix rows, int count, int columns, Matrix turned)
    {
        int row = 0;
        if (Avx512F.IsSupported)
        {
            for (; row + 16 <= count; row += 16)
            {
                for (int column = 0; column < columns; column += Side)
                    Transposition.Sixteen(ref rows.At(row, column), rows.RowStep, ref turned.At(column, row), turned.RowStep);
            }
        }
        else if (Avx.IsSupported)
        {
            for (; row + 8 <= count; row += 8)
            {
                for (int column = 0; column < columns; column += Side)
                    Transposition.Eight(ref rows.At(row, column), rows.RowStep, ref turned.At(column, row), turned.RowStep);
            }
        }

        for (; row < count; row += Side)
        {
            int last = count - 1;
            ref float a = ref rows.At(row), b = ref rows.At(Math.Min(row + 1, last));
            ref float c = ref rows.At(Math.Min(row + 2, last)), d = ref rows.At(Math.Min(row + 3, last));
            for (int column = 0; column < columns; column += Side)
            {
                Transposition.Square(
                    ref Unsafe.Add(ref a, column), ref Unsafe.Add(ref b, column), ref Unsafe.Add(ref c, column),
                    ref Unsafe.Add(ref d, column), ref turned.At(column, row), turned.RowStep);
            }
        }
    }
}
