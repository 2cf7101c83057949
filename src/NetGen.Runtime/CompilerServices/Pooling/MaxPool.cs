using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// The greatest number of every channel in every window of an image. Of equal ones the first counts, row by row; a NaN is greater than any
/// number.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MaxPool
{
    /// <summary>The greatest numbers.</summary>
    /// <param name="examples">Which images.</param>
    /// <param name="window">The window.</param>
    /// <param name="width">The number of channels.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the images lie in it.</param>
    /// <param name="to">Where the greatest numbers go.</param>
    /// <param name="index">Where their places in the window go, row by row, as numbers from 0; below 0 where nobody needs them.</param>
    public static void Apply(RowRange examples, PoolWindow window, int width, ref float a, nint from, nint to, nint index = -1)
    {
        bool keeps = index >= 0;
        Forward work = new(
            examples, window, width, ref Unsafe.Add(ref a, from), ref Unsafe.Add(ref a, to), ref Unsafe.Add(ref a, keeps ? index : to), keeps);
        work.Run();
    }

    /// <summary>The gradient with respect to the images: every greatest number's goes to its place.</summary>
    /// <param name="examples">Which images.</param>
    /// <param name="window">The window.</param>
    /// <param name="width">The number of channels.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the gradient with respect to the greatest numbers lies.</param>
    /// <param name="index">Where their places in the window lie.</param>
    /// <param name="to">Where the gradient goes.</param>
    public static void Backpropagate(RowRange examples, PoolWindow window, int width, ref float a, nint from, nint index, nint to)
    {
        Backward work = new(
            examples, window, width, ref Unsafe.Add(ref a, from), ref Unsafe.Add(ref a, index), ref Unsafe.Add(ref a, to));
        work.Run();
    }

    internal readonly ref struct Forward(
        RowRange examples, PoolWindow window, int width, ref float images, ref float result, ref float index, bool keeps) : IVectorized
    {
        private readonly ref float images = ref images;
        private readonly ref float result = ref result;
        private readonly ref float index = ref index;

        // Whole rows with their padding: what is finite stays so.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            (PoolAxis rows, PoolAxis columns) = (window.Rows, window.Columns);
            int stride = Layout.RowStride(width), channels = Layout.Columns(width);
            nint line = (nint)window.Width * stride;
            nint place = (nint)examples.First * rows.Places * columns.Places * stride;
            for (int example = examples.First; example < examples.End; example++)
            {
                ref float image = ref Unsafe.Add(ref images, example * window.Height * line);
                for (int row = 0; row < rows.Places; row++)
                {
                    (int top, int high) = rows.PixelsAt(row);
                    for (int column = 0; column < columns.Places; column++, place += stride)
                    {
                        (int left, int wide) = columns.PixelsAt(column);
                        int first = (top - rows.Start(row)) * window.Kernel + left - columns.Start(column);
                        ref float corner = ref Unsafe.Add(ref image, top * line + (nint)left * stride);
                        for (int channel = 0; channel < channels; channel += TSimd.Count)
                        {
                            Window<TSimd, TVector>(
                                ref Unsafe.Add(ref corner, channel), high, wide, line, stride, first, place + channel);
                        }
                    }
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Window<TSimd, TVector>(ref float corner, int high, int wide, nint line, int stride, int first, nint place)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            TVector all = TSimd.LessThanOrEqual(TSimd.Create(0f), TSimd.Create(0f)), one = TSimd.Create(1f);
            TVector greatest = TSimd.Load(in corner), where = TSimd.Create(first);
            for (int row = 0; row < high; row++)
            {
                ref float pixel = ref Unsafe.Add(ref corner, row * line);
                TVector here = TSimd.Create(first + row * window.Kernel);
                for (int column = 0; column < wide; column++)
                {
                    TVector value = TSimd.Load(in pixel);
                    TVector isGreater = TSimd.Select(TSimd.LessThanOrEqual(value, value), TSimd.LessThan(greatest, value), all);
                    greatest = TSimd.Select(isGreater, value, greatest);
                    where = TSimd.Select(isGreater, here, where);
                    here = TSimd.Add(here, one);
                    pixel = ref Unsafe.Add(ref pixel, stride);
                }
            }

            TSimd.Store(greatest, ref Unsafe.Add(ref result, place));
            if (keeps)
                TSimd.Store(where, ref Unsafe.Add(ref index, place));
        }
    }

    internal readonly ref struct Backward(
        RowRange examples, PoolWindow window, int width, ref float upstream, ref float index, ref float gradient) : IVectorized
    {
        private readonly ref float upstream = ref upstream;
        private readonly ref float index = ref index;
        private readonly ref float gradient = ref gradient;

        // Every pixel looks at the windows that it is in: so each is written once, and its sum has one order.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            (PoolAxis rows, PoolAxis columns) = (window.Rows, window.Columns);
            int stride = Layout.RowStride(width), channels = Layout.Columns(width);
            nint line = (nint)columns.Places * stride;
            nint pixel = (nint)examples.First * window.Height * window.Width * stride;
            for (int example = examples.First; example < examples.End; example++)
            {
                nint places = example * rows.Places * line;
                for (int row = 0; row < window.Height; row++)
                {
                    (int top, int high) = rows.PlacesOver(row);
                    for (int column = 0; column < window.Width; column++, pixel += stride)
                    {
                        (int left, int wide) = columns.PlacesOver(column);
                        int first = (row - rows.Start(top)) * window.Kernel + column - columns.Start(left);
                        nint corner = places + top * line + (nint)left * stride;
                        for (int channel = 0; channel < channels; channel += TSimd.Count)
                        {
                            TVector sum = Windows<TSimd, TVector>(corner + channel, high, wide, line, stride, first);
                            TSimd.Store(sum, ref Unsafe.Add(ref gradient, pixel + channel));
                        }
                    }
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private TVector Windows<TSimd, TVector>(nint corner, int high, int wide, nint line, int stride, int first)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            TVector zero = TSimd.Create(0f), sum = zero;
            for (int row = 0; row < high; row++, corner += line)
            {
                for (int column = 0; column < wide; column++)
                {
                    nint place = corner + (nint)column * stride;
                    TVector here = TSimd.Create(first - (row * window.Kernel + column) * window.Stride);
                    TVector where = TSimd.Load(in Unsafe.Add(ref index, place));
                    TVector term = TSimd.Select(
                        TSimd.LessThanOrEqual(where, here), TSimd.Load(in Unsafe.Add(ref upstream, place)), zero);
                    sum = TSimd.Add(sum, TSimd.Select(TSimd.LessThanOrEqual(here, where), term, zero));
                }
            }

            return sum;
        }
    }
}
