using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Tiles of a product <c>z = x y</c>. Every element is one chain of fused multiply-adds from 0 in the order of the terms, so that its bits
/// do not depend on the tile that it lies in.
/// </summary>
/// <typeparam name="TColumns">The columns of a tile.</typeparam>
internal static class Tile<TColumns>
    where TColumns : struct, IColumns<TColumns>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rows8(ref float x, nint xRow, nint xColumn, ref float y, nint yRow, ref float z, nint zRow, nint terms)
    {
        ref float x1 = ref Unsafe.Add(ref x, xRow);
        ref float x2 = ref Unsafe.Add(ref x1, xRow);
        ref float x3 = ref Unsafe.Add(ref x2, xRow);
        ref float x4 = ref Unsafe.Add(ref x3, xRow);
        ref float x5 = ref Unsafe.Add(ref x4, xRow);
        ref float x6 = ref Unsafe.Add(ref x5, xRow);
        ref float x7 = ref Unsafe.Add(ref x6, xRow);
        TColumns z0 = default, z1 = default, z2 = default, z3 = default, z4 = default, z5 = default, z6 = default, z7 = default;
        for (nint k = 0, end = terms * xColumn; k < end; k += xColumn)
        {
            TColumns row = TColumns.Load(ref y);
            z0 = TColumns.MultiplyAdd(ref Unsafe.Add(ref x, k), row, z0);
            z1 = TColumns.MultiplyAdd(ref Unsafe.Add(ref x1, k), row, z1);
            z2 = TColumns.MultiplyAdd(ref Unsafe.Add(ref x2, k), row, z2);
            z3 = TColumns.MultiplyAdd(ref Unsafe.Add(ref x3, k), row, z3);
            z4 = TColumns.MultiplyAdd(ref Unsafe.Add(ref x4, k), row, z4);
            z5 = TColumns.MultiplyAdd(ref Unsafe.Add(ref x5, k), row, z5);
            z6 = TColumns.MultiplyAdd(ref Unsafe.Add(ref x6, k), row, z6);
            z7 = TColumns.MultiplyAdd(ref Unsafe.Add(ref x7, k), row, z7);
            y = ref Unsafe.Add(ref y, yRow);
        }

        TColumns.Store(z0, ref z);
        TColumns.Store(z1, ref Unsafe.Add(ref z, zRow));
        TColumns.Store(z2, ref Unsafe.Add(ref z, 2 * zRow));
        TColumns.Store(z3, ref Unsafe.Add(ref z, 3 * zRow));
        TColumns.Store(z4, ref Unsafe.Add(ref z, 4 * zRow));
        TColumns.Store(z5, ref Unsafe.Add(ref z, 5 * zRow));
        TColumns.Store(z6, ref Unsafe.Add(ref z, 6 * zRow));
        TColumns.Store(z7, ref Unsafe.Add(ref z, 7 * zRow));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rows4(ref float x, nint xRow, nint xColumn, ref float y, nint yRow, ref float z, nint zRow, nint terms)
    {
        ref float x1 = ref Unsafe.Add(ref x, xRow);
        ref float x2 = ref Unsafe.Add(ref x1, xRow);
        ref float x3 = ref Unsafe.Add(ref x2, xRow);
        TColumns z0 = default, z1 = default, z2 = default, z3 = default;
        for (nint k = 0, end = terms * xColumn; k < end; k += xColumn)
        {
            TColumns row = TColumns.Load(ref y);
            z0 = TColumns.MultiplyAdd(ref Unsafe.Add(ref x, k), row, z0);
            z1 = TColumns.MultiplyAdd(ref Unsafe.Add(ref x1, k), row, z1);
            z2 = TColumns.MultiplyAdd(ref Unsafe.Add(ref x2, k), row, z2);
            z3 = TColumns.MultiplyAdd(ref Unsafe.Add(ref x3, k), row, z3);
            y = ref Unsafe.Add(ref y, yRow);
        }

        TColumns.Store(z0, ref z);
        TColumns.Store(z1, ref Unsafe.Add(ref z, zRow));
        TColumns.Store(z2, ref Unsafe.Add(ref z, 2 * zRow));
        TColumns.Store(z3, ref Unsafe.Add(ref z, 3 * zRow));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rows2(ref float x, nint xRow, nint xColumn, ref float y, nint yRow, ref float z, nint zRow, nint terms)
    {
        ref float x1 = ref Unsafe.Add(ref x, xRow);
        TColumns z0 = default, z1 = default;
        for (nint k = 0, end = terms * xColumn; k < end; k += xColumn)
        {
            TColumns row = TColumns.Load(ref y);
            z0 = TColumns.MultiplyAdd(ref Unsafe.Add(ref x, k), row, z0);
            z1 = TColumns.MultiplyAdd(ref Unsafe.Add(ref x1, k), row, z1);
            y = ref Unsafe.Add(ref y, yRow);
        }

        TColumns.Store(z0, ref z);
        TColumns.Store(z1, ref Unsafe.Add(ref z, zRow));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rows1(ref float x, nint xRow, nint xColumn, ref float y, nint yRow, ref float z, nint zRow, nint terms)
    {
        TColumns z0 = default;
        for (nint k = 0, end = terms * xColumn; k < end; k += xColumn)
        {
            TColumns row = TColumns.Load(ref y);
            z0 = TColumns.MultiplyAdd(ref Unsafe.Add(ref x, k), row, z0);
            y = ref Unsafe.Add(ref y, yRow);
        }

        TColumns.Store(z0, ref z);
    }
}
