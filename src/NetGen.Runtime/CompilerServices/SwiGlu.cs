using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>A gated unit (Shazeer 2020): with the halves <c>a</c> and <c>b</c> of a row, <c>SiLU(a) ⊙ b</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SwiGlu
{
    /// <summary>The result.</summary>
    /// <param name="rows">Which rows.</param>
    /// <param name="width">The length of a half.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the halves lie in it, side by side.</param>
    /// <param name="to">Where the result goes.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Apply(RowRange rows, int width, ref float a, nint from, nint to)
    {
        rows.Of(ref a, to, width).ClearPadding();
        Forward work = new(rows, width, ref Unsafe.Add(ref a, from), ref Unsafe.Add(ref a, to));
        work.Run();
    }

    /// <summary>The gradient with respect to both halves: <c>dy ⊙ b ⊙ SiLU'(a)</c> and <c>dy ⊙ SiLU(a)</c>.</summary>
    /// <param name="rows">Which rows.</param>
    /// <param name="width">The length of a half.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the gradient with respect to the result lies.</param>
    /// <param name="halves">Where the halves lie.</param>
    /// <param name="to">Where the gradient goes.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Backpropagate(RowRange rows, int width, ref float a, nint from, nint halves, nint to)
    {
        rows.Of(ref a, to, 2 * width).ClearPadding();
        Backward work = new(rows, width, ref Unsafe.Add(ref a, from), ref Unsafe.Add(ref a, halves), ref Unsafe.Add(ref a, to));
        work.Run();
    }

    private readonly ref struct Forward(RowRange rows, int width, ref float halves, ref float result) : IVectorized
    {
        private readonly ref float halves = ref halves;
        private readonly ref float result = ref result;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            int whole = width - width % TSimd.Count;
            for (nint row = rows.First; row < rows.End; row++)
            {
                ref float gate = ref Unsafe.Add(ref halves, row * Layout.RowStride(2 * width));
                ref float to = ref Unsafe.Add(ref result, row * Layout.RowStride(width));
                Columns<TSimd, TVector>(0, whole, ref gate, ref to);
                Columns<Simd32, float>(whole, width, ref gate, ref to);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Columns<TSimd, TVector>(int start, int end, ref float gate, ref float to)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            ref float other = ref Unsafe.Add(ref gate, width);
            for (int column = start; column < end; column += TSimd.Count)
            {
                TVector open = SiLU.Value<TSimd, TVector>(TSimd.Load(in Unsafe.Add(ref gate, column)));
                TSimd.Store(TSimd.Multiply(open, TSimd.Load(in Unsafe.Add(ref other, column))), ref Unsafe.Add(ref to, column));
            }
        }
    }

    private readonly ref struct Backward(RowRange rows, int width, ref float upstream, ref float halves, ref float gradient) : IVectorized
    {
        private readonly ref float upstream = ref upstream;
        private readonly ref float halves = ref halves;
        private readonly ref float gradient = ref gradient;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            int whole = width - width % TSimd.Count;
            for (nint row = rows.First; row < rows.End; row++)
            {
                ref float from = ref Unsafe.Add(ref upstream, row * Layout.RowStride(width));
                nint place = row * Layout.RowStride(2 * width);
                Columns<TSimd, TVector>(0, whole, ref from, place);
                Columns<Simd32, float>(whole, width, ref from, place);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Columns<TSimd, TVector>(int start, int end, ref float from, nint row)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            for (int column = start; column < end; column += TSimd.Count)
            {
                TVector dy = TSimd.Load(in Unsafe.Add(ref from, column));
                TVector gate = TSimd.Load(in Unsafe.Add(ref halves, row + column));
                TVector other = TSimd.Load(in Unsafe.Add(ref halves, row + width + column));
                TVector open = SiLU.ValueAndDerivative<TSimd, TVector>(gate, out TVector slope);
                TSimd.Store(TSimd.Multiply(TSimd.Multiply(dy, other), slope), ref Unsafe.Add(ref gradient, row + column));
                TSimd.Store(TSimd.Multiply(dy, open), ref Unsafe.Add(ref gradient, row + width + column));
            }
        }
    }
}
