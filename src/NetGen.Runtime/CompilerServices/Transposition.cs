using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.CompilerServices;

/// <summary>
/// Transposes blocks of 32 x 32 floats in registers. A vector takes four columns of several rows, one row in each of its 128-bit lanes;
/// four vectors, of neighbouring rows, then transpose a square of 4 x 4 in every lane at once, and each is four columns of the block
/// turned into rows.
/// </summary>
internal static class Transposition
{
    private const int Side = Layout.PanelWidth;
    private const int Half = Side / 2;

    /// <summary>
    /// Transposes the block that has <paramref name="rows"/> rows, and zeros below, as far as its first <paramref name="columns"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Block(ref float source, int rows, ref float target, int columns)
    {
        if (rows % Half != 0)
            PaddedBlock(ref source, rows, ref target, columns);
        else if (columns % 4 != 0)
            TrimmedBlock(ref source, rows, ref target, columns);
        else
            WholeBlock(ref source, rows, ref target, columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WholeBlock(ref float source, int rows, ref float target, int columns)
    {
        if (rows < Side)
            ClearBehind(ref target, columns);
        if (Avx512F.IsSupported)
            Block512(ref source, ref target, rows, columns);
        else if (Avx.IsSupported)
            Block256(ref source, ref target, rows, columns);
        else
            Block128(ref source, ref target, rows, columns);
    }

    // Half a block has half as long rows when it is transposed.
    private static void ClearBehind(ref float target, int columns)
    {
        for (int row = 0; row < columns; row++)
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref target, row * Side + Half), Half).Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PaddedBlock(ref float source, int rows, ref float target, int columns)
    {
        Span<float> padded = stackalloc float[Side * Side];
        MemoryMarshal.CreateReadOnlySpan(ref source, rows * Side).CopyTo(padded);
        Block(ref padded[0], Side, ref target, columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TrimmedBlock(ref float source, int rows, ref float target, int columns)
    {
        Span<float> transposed = stackalloc float[Side * Side];
        WholeBlock(ref source, rows, ref transposed[0], Side);
        transposed[..(columns * Side)].CopyTo(MemoryMarshal.CreateSpan(ref target, columns * Side));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Block512(ref float source, ref float target, int rows = Side, int columns = Side)
    {
        for (int row = 0; row < rows; row += 16)
        {
            for (int column = 0; column < columns; column += 4)
            {
                Sixteen(
                    ref Unsafe.Add(ref source, row * Side + column), Side, ref Unsafe.Add(ref target, column * Side + row), Side);
            }
        }
    }

    /// <summary>Transposes the first four columns of sixteen rows.</summary>
    /// <param name="source">The first row.</param>
    /// <param name="step">How far it is from a row to the next.</param>
    /// <param name="target">Where the first column goes.</param>
    /// <param name="stride">How far behind it the next goes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Sixteen(ref float source, nint step, ref float target, nint stride)
    {
        Vector512<float> row0 = Gather512(ref source, step);
        Vector512<float> row1 = Gather512(ref Unsafe.Add(ref source, step), step);
        Vector512<float> row2 = Gather512(ref Unsafe.Add(ref source, 2 * step), step);
        Vector512<float> row3 = Gather512(ref Unsafe.Add(ref source, 3 * step), step);

        Vector512<float> low01 = Avx512F.UnpackLow(row0, row1);
        Vector512<float> high01 = Avx512F.UnpackHigh(row0, row1);
        Vector512<float> low23 = Avx512F.UnpackLow(row2, row3);
        Vector512<float> high23 = Avx512F.UnpackHigh(row2, row3);

        Avx512F.Shuffle(low01, low23, 0b_01_00_01_00).StoreUnsafe(ref target);
        Avx512F.Shuffle(low01, low23, 0b_11_10_11_10).StoreUnsafe(ref Unsafe.Add(ref target, stride));
        Avx512F.Shuffle(high01, high23, 0b_01_00_01_00).StoreUnsafe(ref Unsafe.Add(ref target, 2 * stride));
        Avx512F.Shuffle(high01, high23, 0b_11_10_11_10).StoreUnsafe(ref Unsafe.Add(ref target, 3 * stride));
    }

    // Four columns of a row and of the 4th, 8th and 12th after it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Gather512(ref float source, nint step)
    {
        Vector512<float> rows = Vector128.LoadUnsafe(ref source).ToVector256Unsafe().ToVector512Unsafe();
        rows = Avx512F.InsertVector128(rows, Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 4 * step)), 1);
        rows = Avx512F.InsertVector128(rows, Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 8 * step)), 2);
        return Avx512F.InsertVector128(rows, Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 12 * step)), 3);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Block256(ref float source, ref float target, int rows = Side, int columns = Side)
    {
        for (int row = 0; row < rows; row += 8)
        {
            for (int column = 0; column < columns; column += 4)
            {
                Eight(
                    ref Unsafe.Add(ref source, row * Side + column), Side, ref Unsafe.Add(ref target, column * Side + row), Side);
            }
        }
    }

    /// <summary>Transposes the first four columns of eight rows.</summary>
    /// <inheritdoc cref="Sixteen"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Eight(ref float source, nint step, ref float target, nint stride)
    {
        Vector256<float> row0 = Gather256(ref source, step);
        Vector256<float> row1 = Gather256(ref Unsafe.Add(ref source, step), step);
        Vector256<float> row2 = Gather256(ref Unsafe.Add(ref source, 2 * step), step);
        Vector256<float> row3 = Gather256(ref Unsafe.Add(ref source, 3 * step), step);

        Vector256<float> low01 = Avx.UnpackLow(row0, row1);
        Vector256<float> high01 = Avx.UnpackHigh(row0, row1);
        Vector256<float> low23 = Avx.UnpackLow(row2, row3);
        Vector256<float> high23 = Avx.UnpackHigh(row2, row3);

        Avx.Shuffle(low01, low23, 0b_01_00_01_00).StoreUnsafe(ref target);
        Avx.Shuffle(low01, low23, 0b_11_10_11_10).StoreUnsafe(ref Unsafe.Add(ref target, stride));
        Avx.Shuffle(high01, high23, 0b_01_00_01_00).StoreUnsafe(ref Unsafe.Add(ref target, 2 * stride));
        Avx.Shuffle(high01, high23, 0b_11_10_11_10).StoreUnsafe(ref Unsafe.Add(ref target, 3 * stride));
    }

    // Four columns of a row and of the 4th after it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Gather256(ref float source, nint step) =>
        Vector256.Create(Vector128.LoadUnsafe(ref source), Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 4 * step)));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Block128(ref float source, ref float target, int rows = Side, int columns = Side)
    {
        for (int row = 0; row < rows; row += 4)
        {
            for (int column = 0; column < columns; column += 4)
            {
                ref float from = ref Unsafe.Add(ref source, row * Side + column);
                Square(
                    ref from, ref Unsafe.Add(ref from, Side), ref Unsafe.Add(ref from, 2 * Side), ref Unsafe.Add(ref from, 3 * Side),
                    ref Unsafe.Add(ref target, column * Side + row), Side);
            }
        }
    }

    /// <summary>Transposes the first four columns of four rows.</summary>
    /// <param name="a">The first row.</param>
    /// <param name="b">The second row.</param>
    /// <param name="c">The third row.</param>
    /// <param name="d">The fourth row.</param>
    /// <param name="target">Where the first column goes.</param>
    /// <param name="stride">How far behind it the next goes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Square(ref float a, ref float b, ref float c, ref float d, ref float target, nint stride)
    {
        Vector128<float> row0 = Vector128.LoadUnsafe(ref a);
        Vector128<float> row1 = Vector128.LoadUnsafe(ref b);
        Vector128<float> row2 = Vector128.LoadUnsafe(ref c);
        Vector128<float> row3 = Vector128.LoadUnsafe(ref d);

        Vector128<float> even01 = EvenLanes(row0, row1);
        Vector128<float> odd01 = OddLanes(row0, row1);
        Vector128<float> even23 = EvenLanes(row2, row3);
        Vector128<float> odd23 = OddLanes(row2, row3);

        LowerHalves(even01, even23).StoreUnsafe(ref target);
        LowerHalves(odd01, odd23).StoreUnsafe(ref Unsafe.Add(ref target, stride));
        UpperHalves(even01, even23).StoreUnsafe(ref Unsafe.Add(ref target, 2 * stride));
        UpperHalves(odd01, odd23).StoreUnsafe(ref Unsafe.Add(ref target, 3 * stride));
    }

    // a0 b0 a2 b2
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> EvenLanes(Vector128<float> a, Vector128<float> b) =>
        Vector128.ConditionalSelect(EvenMask, a, Vector128.Shuffle(b, Vector128.Create(0, 0, 2, 2)));

    // a1 b1 a3 b3
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> OddLanes(Vector128<float> a, Vector128<float> b) =>
        Vector128.ConditionalSelect(EvenMask, Vector128.Shuffle(a, Vector128.Create(1, 1, 3, 3)), b);

    // a0 a1 b0 b1
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> LowerHalves(Vector128<float> a, Vector128<float> b) =>
        Vector128.ConditionalSelect(LowerMask, a, Vector128.Shuffle(b, Vector128.Create(0, 1, 0, 1)));

    // a2 a3 b2 b3
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> UpperHalves(Vector128<float> a, Vector128<float> b) =>
        Vector128.ConditionalSelect(LowerMask, Vector128.Shuffle(a, Vector128.Create(2, 3, 2, 3)), b);

    private static Vector128<float> EvenMask => Vector128.Create(-1, 0, -1, 0).AsSingle();

    private static Vector128<float> LowerMask => Vector128.Create(-1, -1, 0, 0).AsSingle();
}
