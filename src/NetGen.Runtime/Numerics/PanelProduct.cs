using System.Runtime.CompilerServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// The product <c>C[r, j] = Σ_t L[r, t] R[j, t]</c> of matrices that lie in panels: <c>R</c> as a weight does, <c>[j / 32][t][32]</c>, and
/// <c>C</c> as <c>[j / 32][r][32]</c>. Every output is one chain of fused multiply-adds in the order of <c>t</c>, starting at zero.
/// </summary>
/// <param name="panels">How many panels <c>R</c> and <c>C</c> have.</param>
/// <param name="rows">The number of rows <c>r</c>.</param>
/// <param name="terms">The number of terms <c>t</c>.</param>
/// <param name="left">The first element of a matrix <c>M</c>, which lies as a weight does.</param>
/// <param name="leftColumns">The number of columns of <c>M</c>.</param>
/// <param name="transposed">Whether <c>L</c> is the transpose of <c>M</c>, or <c>M</c> itself.</param>
/// <param name="right">The first element of <c>R</c>.</param>
/// <param name="result">The first element of <c>C</c>, which shares no memory with the others.</param>
internal readonly ref struct PanelProduct(
    int panels, int rows, int terms, ref float left, int leftColumns, bool transposed, ref float right, ref float result) : IVectorized
{
    private const int Width = Layout.PanelWidth;

    private readonly ref float left = ref left;
    private readonly ref float right = ref right;
    private readonly ref float result = ref result;

    // L[r, t] in memory: blocks of 32 x 32, and the place in the block.
    private readonly int rowBlock = transposed ? Width * Width : Width * leftColumns;
    private readonly int termBlock = transposed ? Width * leftColumns : Width * Width;
    private readonly int rowStep = transposed ? Width : 1;
    private readonly int termStep = transposed ? 1 : Width;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TSimd, TVector>()
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        for (int panel = 0; panel < panels; panel++)
        {
            ref float rightPanel = ref Unsafe.Add(ref right, panel * terms * Width);
            ref float resultPanel = ref Unsafe.Add(ref result, panel * rows * Width);
            for (int row = 0; row < rows; row += 4)
            {
                for (int column = 0; column < Width; column += 2 * TSimd.Count)
                    Tile<TSimd, TVector>(row, ref Unsafe.Add(ref rightPanel, column), ref Unsafe.Add(ref resultPanel, column));
            }
        }
    }

    // Four rows by two vectors; past the end, the last row once more.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Tile<TSimd, TVector>(int row, ref float right, ref float result)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        int row1 = Math.Min(row + 1, rows - 1), row2 = Math.Min(row + 2, rows - 1), row3 = Math.Min(row + 3, rows - 1);
        TVector low0 = TSimd.Create(0f), low1 = low0, low2 = low0, low3 = low0;
        TVector high0 = low0, high1 = low0, high2 = low0, high3 = low0;
        for (int start = 0; start < terms; start += Width)
        {
            ref float block = ref Unsafe.Add(ref left, start / Width * termBlock);
            ref float x0 = ref Unsafe.Add(ref block, Place(row));
            ref float x1 = ref Unsafe.Add(ref block, Place(row1));
            ref float x2 = ref Unsafe.Add(ref block, Place(row2));
            ref float x3 = ref Unsafe.Add(ref block, Place(row3));
            int end = Math.Min(Width, terms - start) * termStep;
            for (int term = 0; term < end; term += termStep)
            {
                TVector low = TSimd.Load(in right);
                TVector high = TSimd.Load(in Unsafe.Add(ref right, TSimd.Count));
                TVector x = TSimd.Create(Unsafe.Add(ref x0, term));
                low0 = TSimd.FusedMultiplyAdd(x, low, low0);
                high0 = TSimd.FusedMultiplyAdd(x, high, high0);
                x = TSimd.Create(Unsafe.Add(ref x1, term));
                low1 = TSimd.FusedMultiplyAdd(x, low, low1);
                high1 = TSimd.FusedMultiplyAdd(x, high, high1);
                x = TSimd.Create(Unsafe.Add(ref x2, term));
                low2 = TSimd.FusedMultiplyAdd(x, low, low2);
                high2 = TSimd.FusedMultiplyAdd(x, high, high2);
                x = TSimd.Create(Unsafe.Add(ref x3, term));
                low3 = TSimd.FusedMultiplyAdd(x, low, low3);
                high3 = TSimd.FusedMultiplyAdd(x, high, high3);
                right = ref Unsafe.Add(ref right, Width);
            }
        }

        Store<TSimd, TVector>(low0, high0, ref Unsafe.Add(ref result, row * Width));
        Store<TSimd, TVector>(low1, high1, ref Unsafe.Add(ref result, row1 * Width));
        Store<TSimd, TVector>(low2, high2, ref Unsafe.Add(ref result, row2 * Width));
        Store<TSimd, TVector>(low3, high3, ref Unsafe.Add(ref result, row3 * Width));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Place(int row) => row / Width * rowBlock + row % Width * rowStep;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TSimd, TVector>(TVector low, TVector high, ref float destination)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TSimd.Store(low, ref destination);
        TSimd.Store(high, ref Unsafe.Add(ref destination, TSimd.Count));
    }
}
