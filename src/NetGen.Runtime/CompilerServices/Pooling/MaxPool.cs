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
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Apply(RowRange examples, PoolWindow window, int width, ref float a, nint from, nint to, nint index = -1)
    {
        bool keeps = index >= 0;
        Forward work = new(
            examples, window, width, ref Unsafe.Add(ref a, from), ref Unsafe.Add(ref a, to),
            ref Unsafe.Add(ref a, keeps ? index : to), keeps);
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
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Backpropagate(RowRange examples, PoolWindow window, int width, ref float a, nint from, nint index, nint to)
    {
        ref float upstream = ref Unsafe.Add(ref a, from), places = ref Unsafe.Add(ref a, index), gradient = ref Unsafe.Add(ref a, to);
        if (DisjointWindows<OfGreatest>.Are(window))
        {
            DisjointWindows<OfGreatest> work = new(examples, window, width, ref upstream, ref places, ref gradient);
            work.Run();
        }
        else
        {
            Backward work = new(examples, window, width, ref upstream, ref places, ref gradient);
            work.Run();
        }
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
                    (int top, int bottom) = rows.PixelsAt(row);
                    for (int column = 0; column < columns.Places; column++, place += stride)
                    {
                        (int left, int right) = columns.PixelsAt(column);
                        (int high, int wide) = (bottom - top, right - left);
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
            int kernel = window.Kernel;
            TVector greatest, where, sum;
            if (high == 2 && wide == 2)
                OfFour<TSimd, TVector>(ref corner, line, stride, first, kernel, out greatest, out where, out sum);
            else
                OfNumbers<TSimd, TVector>(ref corner, high, wide, line, stride, first, kernel, out greatest, out where, out sum);

            // Neither a NaN nor an infinity times 0 is 0.
            TVector zero = TSimd.Create(0f);
            if (TSimd.ToBits(TSimd.LessThanOrEqual(TSimd.Multiply(sum, zero), zero)) != (1 << TSimd.Count) - 1)
                OfAny<TSimd, TVector>(ref corner, high, wide, line, stride, first, place);
            else
                Store<TSimd, TVector>(greatest, where, place);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Store<TSimd, TVector>(TVector greatest, TVector where, nint place)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            TSimd.Store(greatest, ref Unsafe.Add(ref result, place));
            if (keeps)
                TSimd.Store(where, ref Unsafe.Add(ref index, place));
        }

        // Two by two pixels, as most windows are.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void OfFour<TSimd, TVector>(
            ref float corner, nint line, int stride, int first, int kernel, out TVector greatest, out TVector where, out TVector sum)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            ref float below = ref Unsafe.Add(ref corner, line);
            TVector a = TSimd.Load(in corner), b = TSimd.Load(in Unsafe.Add(ref corner, stride));
            TVector c = TSimd.Load(in below), d = TSimd.Load(in Unsafe.Add(ref below, stride));
            TVector isRight = TSimd.LessThan(a, b), isRightBelow = TSimd.LessThan(c, d);
            TVector upper = TSimd.Select(isRight, b, a), lower = TSimd.Select(isRightBelow, d, c);
            TVector isBelow = TSimd.LessThan(upper, lower);
            greatest = TSimd.Select(isBelow, lower, upper);
            where = TSimd.Select(
                isBelow,
                TSimd.Select(isRightBelow, TSimd.Create(first + kernel + 1), TSimd.Create(first + kernel)),
                TSimd.Select(isRight, TSimd.Create(first + 1), TSimd.Create(first)));
            sum = TSimd.Add(TSimd.Add(a, b), TSimd.Add(c, d));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void OfNumbers<TSimd, TVector>(
            ref float corner, int high, int wide, nint line, int stride, int first, int kernel,
            out TVector greatest, out TVector where, out TVector sum)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            TVector best = TSimd.Load(in corner), place = TSimd.Create(first), total = TSimd.Create(0f), one = TSimd.Create(1f);
            for (int row = 0; row < high; row++)
            {
                ref float pixel = ref Unsafe.Add(ref corner, row * line);
                TVector here = TSimd.Create(first + row * kernel);
                for (int column = 0; column < wide; column++)
                {
                    TVector value = TSimd.Load(in pixel);
                    TVector isGreater = TSimd.LessThan(best, value);
                    best = TSimd.Select(isGreater, value, best);
                    place = TSimd.Select(isGreater, here, place);
                    total = TSimd.Add(total, value);
                    here = TSimd.Add(here, one);
                    pixel = ref Unsafe.Add(ref pixel, stride);
                }
            }

            (greatest, where, sum) = (best, place, total);
        }

        // The same where some may be no numbers, or so large that their sum is none.
        [MethodImpl(MethodImplOptions.NoInlining)]
        private void OfAny<TSimd, TVector>(ref float corner, int high, int wide, nint line, int stride, int first, nint place)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            TVector greatest = TSimd.Load(in corner), where = TSimd.Create(first);
            for (int row = 0; row < high; row++)
            {
                for (int column = 0; column < wide; column++)
                {
                    TVector value = TSimd.Load(in Unsafe.Add(ref corner, row * line + (nint)column * stride));
                    TVector here = TSimd.Create(first + row * window.Kernel + column);
                    TVector isGreater = TSimd.LessThan(greatest, value), isNumber = TSimd.LessThanOrEqual(value, value);
                    greatest = TSimd.Select(isNumber, TSimd.Select(isGreater, value, greatest), value);
                    where = TSimd.Select(isNumber, TSimd.Select(isGreater, here, where), here);
                }
            }

            Store<TSimd, TVector>(greatest, where, place);
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
                (int top, int bottom) = rows.PlacesOverFirst;
                for (int row = 0; row < window.Height; row++)
                {
                    (top, bottom) = rows.PlacesOver(row, top, bottom);
                    (int left, int right) = columns.PlacesOverFirst;
                    for (int column = 0; column < window.Width; column++, pixel += stride)
                    {
                        (left, right) = columns.PlacesOver(column, left, right);
                        (int high, int wide) = (bottom - top, right - left);
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
            if (high == 1 && wide == 1)
                return Share<TSimd, TVector>(corner, first);
            TVector sum = TSimd.Create(0f);
            for (int row = 0; row < high; row++, corner += line, first -= window.Kernel * window.Stride)
            {
                nint place = corner;
                int here = first;
                for (int column = 0; column < wide; column++, place += stride, here -= window.Stride)
                    sum = TSimd.Add(sum, Share<TSimd, TVector>(place, here));
            }

            return sum;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private TVector Share<TSimd, TVector>(nint place, int here)
            where TSimd : ISimd<TVector>
            where TVector : struct =>
            OfGreatest.Share<TSimd, TVector>(
                TSimd.Load(in Unsafe.Add(ref upstream, place)), TSimd.Load(in Unsafe.Add(ref index, place)), here);
    }

    /// <summary>All of it for the pixel that was the greatest, for the others zero.</summary>
    internal readonly struct OfGreatest : IWindowShare
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Of<TSimd, TVector>(TVector whole, TVector index, int pixel, int pixels)
            where TSimd : ISimd<TVector>
            where TVector : struct =>
            Share<TSimd, TVector>(whole, index, pixel);

        /// <summary>The gradient of a window where a pixel of it is the greatest.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Share<TSimd, TVector>(TVector whole, TVector index, int pixel)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            TVector distance = TSimd.Abs(TSimd.Subtract(index, TSimd.Create(pixel)));
            return TSimd.Select(TSimd.LessThan(distance, TSimd.Create(0.5f)), whole, TSimd.Create(0f));
        }
    }
}
