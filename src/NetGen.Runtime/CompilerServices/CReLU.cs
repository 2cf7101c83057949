using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Concatenated rectified linear units: <c>[max(0, z); max(0, -z)]</c> (Shang et al. 2016), and signed, <c>[max(0, z); min(0, z)]</c>
/// (Zagoruyko and Komodakis 2017).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CReLU
{
    /// <summary>The positive part of every row, and the negative part behind it.</summary>
    /// <param name="rows">Which rows.</param>
    /// <param name="width">Their length.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where <c>z</c> lies in it.</param>
    /// <param name="to">Where the result goes, rows of twice the length.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Apply(RowRange rows, int width, ref float a, nint from, nint to) => Run(rows, width, 1f, ref a, from, to);

    /// <summary>The positive part of every row, and what is left of it behind that.</summary>
    /// <inheritdoc cref="Apply"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void ApplySigned(RowRange rows, int width, ref float a, nint from, nint to) => Run(rows, width, -1f, ref a, from, to);

    /// <summary>
    /// The gradient with respect to <c>z</c>: the gradient of the half that is positive, with its sign; 0 where both halves are 0.
    /// </summary>
    /// <param name="rows">Which rows.</param>
    /// <param name="width">Their length.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the gradient with respect to the result lies.</param>
    /// <param name="kept">Where the result lies.</param>
    /// <param name="to">Where the gradient goes.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Backpropagate(RowRange rows, int width, ref float a, nint from, nint kept, nint to) =>
        Run(rows, width, 1f, ref a, from, kept, to);

    /// <summary>The gradient with respect to <c>z</c>: the gradient of the half that is not 0; 0 where both halves are.</summary>
    /// <inheritdoc cref="Backpropagate"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void BackpropagateSigned(RowRange rows, int width, ref float a, nint from, nint kept, nint to) =>
        Run(rows, width, -1f, ref a, from, kept, to);

    private static void Run(RowRange rows, int width, float sign, ref float a, nint from, nint to)
    {
        rows.Of(ref a, to, 2 * width).ClearPadding();
        Forward work = new(rows, width, sign, ref Unsafe.Add(ref a, from), ref Unsafe.Add(ref a, to));
        work.Run();
    }

    private static void Run(RowRange rows, int width, float sign, ref float a, nint from, nint kept, nint to)
    {
        rows.Of(ref a, to, width).ClearPadding();
        Backward work = new(rows, width, sign, ref Unsafe.Add(ref a, from), ref Unsafe.Add(ref a, kept), ref Unsafe.Add(ref a, to));
        work.Run();
    }

    // The second half is the negative part, with a sign.
    internal readonly ref struct Forward(RowRange rows, int width, float sign, ref float z, ref float result) : IVectorized
    {
        private readonly ref float z = ref z;
        private readonly ref float result = ref result;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            int whole = width - width % TSimd.Count;
            for (nint row = rows.First; row < rows.End; row++)
            {
                ref float source = ref Unsafe.Add(ref z, row * Layout.RowStride(width));
                ref float positive = ref Unsafe.Add(ref result, row * Layout.RowStride(2 * width));
                Columns<TSimd, TVector>(0, whole, ref source, ref positive);
                Columns<Simd32, float>(whole, width, ref source, ref positive);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Columns<TSimd, TVector>(int start, int end, ref float source, ref float positive)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            ref float negative = ref Unsafe.Add(ref positive, width);
            for (int column = start; column < end; column += TSimd.Count)
            {
                TVector value = TSimd.Load(in Unsafe.Add(ref source, column));
                TVector opposite = TSimd.Subtract(TSimd.Create(0f), value);
                TSimd.Store(ReLU.Value<TSimd, TVector>(value), ref Unsafe.Add(ref positive, column));
                TSimd.Store(
                    TSimd.Multiply(TSimd.Create(sign), ReLU.Value<TSimd, TVector>(opposite)), ref Unsafe.Add(ref negative, column));
            }
        }
    }

    internal readonly ref struct Backward(
        RowRange rows, int width, float sign, ref float upstream, ref float kept, ref float gradient) : IVectorized
    {
        private readonly ref float upstream = ref upstream;
        private readonly ref float kept = ref kept;
        private readonly ref float gradient = ref gradient;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            int whole = width - width % TSimd.Count;
            for (nint row = rows.First; row < rows.End; row++)
            {
                ref float above = ref Unsafe.Add(ref upstream, row * Layout.RowStride(2 * width));
                ref float positive = ref Unsafe.Add(ref kept, row * Layout.RowStride(2 * width));
                ref float result = ref Unsafe.Add(ref gradient, row * Layout.RowStride(width));
                Columns<TSimd, TVector>(0, whole, ref above, ref positive, ref result);
                Columns<Simd32, float>(whole, width, ref above, ref positive, ref result);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Columns<TSimd, TVector>(int start, int end, ref float above, ref float positive, ref float result)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            ref float below = ref Unsafe.Add(ref above, width);
            ref float negative = ref Unsafe.Add(ref positive, width);
            for (int column = start; column < end; column += TSimd.Count)
            {
                TVector own = TSimd.Load(in Unsafe.Add(ref positive, column)), second = TSimd.Load(in Unsafe.Add(ref negative, column));
                TVector other = TSimd.Multiply(TSimd.Create(sign), second);
                TSimd.Store(
                    TSimd.FusedMultiplyAdd(
                        TSimd.Create(-sign), Where<TSimd, TVector>(other, in Unsafe.Add(ref below, column)),
                        Where<TSimd, TVector>(own, in Unsafe.Add(ref above, column))),
                    ref Unsafe.Add(ref result, column));
            }
        }

        // The gradient where the half is positive.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static TVector Where<TSimd, TVector>(TVector half, ref readonly float gradient)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            TVector zero = TSimd.Create(0f);
            return TSimd.Select(TSimd.LessThan(zero, half), TSimd.Load(in gradient), zero);
        }
    }
}
