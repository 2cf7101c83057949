using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

/// <summary>Products of small matrices, whose columns are a multiple of 4.</summary>
internal static class MatrixProduct
{
    /// <summary><c>z = x y</c>.</summary>
    /// <param name="rows">The rows of <c>x</c> and <c>z</c>.</param>
    /// <param name="terms">The columns of <c>x</c>, which are the rows of <c>y</c>.</param>
    /// <param name="columns">The columns of <c>y</c> and <c>z</c>; nothing behind them is written.</param>
    /// <param name="x">The first factor.</param>
    /// <param name="y">The second factor.</param>
    /// <param name="z">The product.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Of<TSimd, TVector>(nint rows, nint terms, nint columns, Matrix x, Matrix y, Matrix z)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        nint column = 0;
        for (; column + 2 * TSimd.Count <= columns; column += 2 * TSimd.Count)
            Columns<Two<TSimd, TVector>>(rows, terms, column, x, y, z, hasEight: TSimd.Count > 8);
        for (; column + TSimd.Count <= columns; column += TSimd.Count)
            Columns<One<TSimd, TVector>>(rows, terms, column, x, y, z, hasEight: true);
        if (TSimd.Count > 8 && column + 8 <= columns)
        {
            Columns<One<Simd256, Vector256<float>>>(rows, terms, column, x, y, z, hasEight: true);
            column += 8;
        }

        if (TSimd.Count > 4 && column < columns)
            Columns<One<Simd128, Vector128<float>>>(rows, terms, column, x, y, z, hasEight: true);
    }

    // Sixteen registers hold the sums of four rows by two vectors, or of eight by one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Columns<TColumns>(nint rows, nint terms, nint column, Matrix x, Matrix y, Matrix z, bool hasEight)
        where TColumns : struct, IColumns<TColumns>
    {
        ref float right = ref y.At(0, column);
        nint row = 0;
        if (hasEight)
        {
            for (; row + 8 <= rows; row += 8)
                Tile<TColumns>.Rows8(ref x.At(row), x.RowStep, x.ColumnStep, ref right, y.RowStep, ref z.At(row, column), z.RowStep, terms);
        }

        for (; row + 4 <= rows; row += 4)
            Tile<TColumns>.Rows4(ref x.At(row), x.RowStep, x.ColumnStep, ref right, y.RowStep, ref z.At(row, column), z.RowStep, terms);
        if (row + 2 <= rows)
        {
            Tile<TColumns>.Rows2(ref x.At(row), x.RowStep, x.ColumnStep, ref right, y.RowStep, ref z.At(row, column), z.RowStep, terms);
            row += 2;
        }

        if (row < rows)
            Tile<TColumns>.Rows1(ref x.At(row), x.RowStep, x.ColumnStep, ref right, y.RowStep, ref z.At(row, column), z.RowStep, terms);
    }
}
