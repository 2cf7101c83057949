using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Gradients of parameters that are sums over a batch. Blocks of 64 rows are chains of floats, each in the order of the rows, and add
/// up in double; a sum over columns too goes through 16 lanes (lane = column mod 16). Gradients behind a row's end are zero, so that
/// padding adds zero.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Sums
{
    /// <summary>
    /// How many terms a chain of floats adds up before it becomes a term of a sum in double: as long a chain as is off by no more than
    /// a millionth or so of the sum of magnitudes.
    /// </summary>
    internal const int BlockRows = 64;

    /// <summary>Zeroes gradients.</summary>
    public static void Clear(ref float g, nint offset, int length) =>
        MemoryMarshal.CreateSpan(ref Unsafe.Add(ref g, offset), length).Clear();

    /// <summary>The sum of the rows.</summary>
    /// <param name="rows">All rows of a batch.</param>
    /// <param name="width">Their length.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the rows lie in it.</param>
    /// <param name="g">The slab of gradients.</param>
    /// <param name="to">Where the sum goes.</param>
    /// <param name="add">Whether it is added to what is there.</param>
    public static void Rows(RowRange rows, int width, ref float a, nint from, ref float g, nint to, bool add = false)
    {
        ref float first = ref Unsafe.Add(ref a, from);
        ColumnSums<Itself> work = new(rows, width, Layout.RowStride(width), ref first, ref first, ref g, to, add);
        work.Run(width);
    }

    /// <summary>
    /// The sum of the rows in the columns of one panel, but not in what lies behind the last column, which no kernel has to write.
    /// </summary>
    /// <param name="rows">All rows of a batch.</param>
    /// <param name="width">The length of the rows, of which the panel may be a part.</param>
    /// <param name="panel">Which panel.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the rows lie in it.</param>
    /// <param name="g">The slab of gradients.</param>
    /// <param name="to">Where the sum of whole rows goes.</param>
    /// <param name="add">Whether it is added to what is there.</param>
    public static void Panel(RowRange rows, int width, int panel, ref float a, nint from, ref float g, nint to, bool add = false)
    {
        int column = panel * Layout.PanelWidth;
        ref float first = ref Unsafe.Add(ref a, from + column);
        ColumnSums<Itself> work = new(
            rows, Math.Min(Layout.PanelWidth, width - column), Layout.RowStride(width), ref first, ref first, ref g, to + column, add);
        work.Run(width);
    }

    /// <summary>The sum of the products of two batches of rows, column by column.</summary>
    /// <param name="rows">All rows of a batch.</param>
    /// <param name="width">Their length.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="a1">Where the gradients lie in it.</param>
    /// <param name="a2">Where what they are multiplied by lies.</param>
    /// <param name="g">The slab of gradients.</param>
    /// <param name="to">Where the sum goes.</param>
    /// <param name="add">Whether it is added to what is there.</param>
    public static void Products(RowRange rows, int width, ref float a, nint a1, nint a2, ref float g, nint to, bool add = false)
    {
        ColumnSums<Product> work = new(
            rows, width, Layout.RowStride(width), ref Unsafe.Add(ref a, a1), ref Unsafe.Add(ref a, a2), ref g, to, add);
        work.Run(width);
    }

    /// <summary>The sums of squares of the columns of a panel.</summary>
    internal static void Squares(ref float panel, int rows, ref float sums)
    {
        ColumnSums<Product> work = new(
            RowRange.All(rows), Layout.PanelWidth, Layout.PanelWidth, ref panel, ref panel, ref sums, to: 0, add: false);
        work.Run(Layout.PanelWidth);
    }

    /// <summary>The sum of all products of two batches of rows.</summary>
    /// <inheritdoc cref="Products"/>
    public static void Dot(RowRange rows, int width, ref float a, nint a1, nint a2, ref float g, nint to, bool add = false)
    {
        int stride = Layout.RowStride(width);
        DotProduct work = new(rows.Batch, width, stride, ref Unsafe.Add(ref a, a1), stride, ref Unsafe.Add(ref a, a2));
        work.Run();
        ref float sum = ref Unsafe.Add(ref g, to);
        sum = (float)(add ? sum + work.Sum : work.Sum);
    }

    private interface ITerm
    {
        static abstract TVector Add<TSimd, TVector>(TVector sum, TVector x, TVector y)
            where TSimd : ISimd<TVector>
            where TVector : struct;
    }

    private readonly struct Itself : ITerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Add<TSimd, TVector>(TVector sum, TVector x, TVector y)
            where TSimd : ISimd<TVector>
            where TVector : struct => TSimd.Add(sum, x);
    }

    private readonly struct Product : ITerm
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Add<TSimd, TVector>(TVector sum, TVector x, TVector y)
            where TSimd : ISimd<TVector>
            where TVector : struct => TSimd.FusedMultiplyAdd(x, y, sum);
    }

    private readonly ref struct ColumnSums<TTerm>(
        RowRange range, int width, nint stride, ref float x, ref float y, ref float g, nint to, bool add)
        : IVectorized
        where TTerm : struct, ITerm
    {
        private readonly ref float x = ref x;
        private readonly ref float y = ref y;
        private readonly ref float sums = ref Unsafe.Add(ref g, to);
        private readonly ref float g = ref g;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            int rows = range.Batch;
            Span<double> totals = stackalloc double[2 * Lanes.Count];
            ref double low = ref totals[0];
            ref double high = ref totals[TSimd.Count];
            for (int column = 0; column < width; column += 2 * TSimd.Count)
            {
                ref float result = ref Unsafe.Add(ref sums, column);
                totals.Clear();
                if (range.GoesOn)
                    HandedOn(column, 2 * TSimd.Count).CopyTo(totals);
                if (add)
                {
                    TSimd.AddTo(ref low, TSimd.Load(in result));
                    TSimd.AddTo(ref high, TSimd.Load(in Unsafe.Add(ref result, TSimd.Count)));
                }

                ref float left = ref Unsafe.Add(ref x, column);
                ref float right = ref Unsafe.Add(ref y, column);
                for (int start = 0; start < rows; start += BlockRows)
                {
                    // Two chains side by side: an addition takes longer to be done than to be begun.
                    TVector first = TSimd.Create(0f), second = first;
                    for (int end = Math.Min(rows, start + BlockRows), row = start; row < end; row++)
                    {
                        first = TTerm.Add<TSimd, TVector>(first, TSimd.Load(in left), TSimd.Load(in right));
                        second = TTerm.Add<TSimd, TVector>(
                            second, TSimd.Load(in Unsafe.Add(ref left, TSimd.Count)), TSimd.Load(in Unsafe.Add(ref right, TSimd.Count)));
                        left = ref Unsafe.Add(ref left, stride);
                        right = ref Unsafe.Add(ref right, stride);
                    }

                    TSimd.AddTo(ref low, first);
                    TSimd.AddTo(ref high, second);
                }

                if (range.Part.IsFollowed)
                    totals[..(2 * TSimd.Count)].CopyTo(HandedOn(column, 2 * TSimd.Count));
                TSimd.Store(TSimd.Round(in low), ref result);
                TSimd.Store(TSimd.Round(in high), ref Unsafe.Add(ref result, TSimd.Count));
            }
        }

        // The totals that a part of a batch hands on to the next.
        private Span<double> HandedOn(int column, int count) => MemoryMarshal.CreateSpan(
            ref Unsafe.As<float, double>(ref Unsafe.Add(ref g, range.Part.Totals + 2 * (to + column))), count);
    }
}
