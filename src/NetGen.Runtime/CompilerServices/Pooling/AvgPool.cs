using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>The mean of every channel over every window of an image. The rim around the image is zeros, which count.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AvgPool
{
    /// <summary>The means.</summary>
    /// <param name="examples">Which images.</param>
    /// <param name="window">The window.</param>
    /// <param name="width">The number of channels.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the images lie in it.</param>
    /// <param name="to">Where the means go.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Apply(RowRange examples, PoolWindow window, int width, ref float a, nint from, nint to)
    {
        Means work = new(examples, window, width, ref Unsafe.Add(ref a, from), ref Unsafe.Add(ref a, to), isGradient: false);
        work.Run();
    }

    /// <summary>The gradient with respect to the images.</summary>
    /// <param name="examples">Which images.</param>
    /// <param name="window">The window.</param>
    /// <param name="width">The number of channels.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the gradient with respect to the means lies.</param>
    /// <param name="to">Where the gradient goes.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Backpropagate(RowRange examples, PoolWindow window, int width, ref float a, nint from, nint to)
    {
        ref float upstream = ref Unsafe.Add(ref a, from), gradient = ref Unsafe.Add(ref a, to);
        if (DisjointWindows<OfMean>.Are(window))
        {
            DisjointWindows<OfMean> work = new(examples, window, width, ref upstream, ref upstream, ref gradient);
            work.Run();
        }
        else
        {
            Means work = new(examples, window, width, ref upstream, ref gradient, isGradient: true);
            work.Run();
        }
    }

    /// <summary>The same for every pixel.</summary>
    internal readonly struct OfMean : IWindowShare
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Of<TSimd, TVector>(TVector whole, TVector index, int pixel, int pixels)
            where TSimd : ISimd<TVector>
            where TVector : struct =>
            TSimd.Multiply(whole, TSimd.Create(1f / pixels));
    }

    // A window's mean is over its pixels; the gradient of a pixel is the same sum over the windows that it is in. So every number is
    // written once, and its sum has one order, row by row.
    internal readonly ref struct Means(
        RowRange examples, PoolWindow window, int width, ref float source, ref float target, bool isGradient) : IVectorized
    {
        private readonly ref float source = ref source;
        private readonly ref float target = ref target;

        // Whole rows with their padding: what is finite stays so, and what is zero.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            (PoolAxis rows, PoolAxis columns) = (window.Rows, window.Columns);
            int stride = Layout.RowStride(width), channels = Layout.Columns(width);
            (int height, int line) = isGradient ? (rows.Places, columns.Places) : (window.Height, window.Width);
            (int targetHeight, int targetWidth) = isGradient ? (window.Height, window.Width) : (rows.Places, columns.Places);
            TVector share = TSimd.Create(1f / (window.Kernel * window.Kernel));
            ref float result = ref Unsafe.Add(ref target, (nint)examples.First * targetHeight * targetWidth * stride);
            for (int example = examples.First; example < examples.End; example++)
            {
                (int top, int bottom) = rows.PlacesOverFirst;
                for (int row = 0; row < targetHeight; row++)
                {
                    (top, bottom) = isGradient ? rows.PlacesOver(row, top, bottom) : rows.PixelsAt(row);
                    nint start = (nint)example * height + top;
                    (int left, int right) = columns.PlacesOverFirst;
                    for (int column = 0; column < targetWidth; column++)
                    {
                        (left, right) = isGradient ? columns.PlacesOver(column, left, right) : columns.PixelsAt(column);
                        (int high, int wide) = (bottom - top, right - left);
                        ref float corner = ref Unsafe.Add(ref source, (start * line + left) * stride);
                        for (int channel = 0; channel < channels; channel += TSimd.Count)
                        {
                            TVector sum = Sum<TSimd, TVector>(ref Unsafe.Add(ref corner, channel), high, wide, (nint)line * stride, stride);
                            TSimd.Store(TSimd.Multiply(sum, share), ref Unsafe.Add(ref result, channel));
                        }

                        result = ref Unsafe.Add(ref result, stride);
                    }
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static TVector Sum<TSimd, TVector>(ref float corner, int high, int wide, nint line, int stride)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            if (high == 1 && wide == 1)
                return TSimd.Load(in corner);
            TVector sum = TSimd.Create(0f);
            for (int row = 0; row < high; row++)
            {
                ref float number = ref Unsafe.Add(ref corner, row * line);
                for (int column = 0; column < wide; column++)
                {
                    sum = TSimd.Add(sum, TSimd.Load(in number));
                    number = ref Unsafe.Add(ref number, stride);
                }
            }

            return sum;
        }
    }
}
