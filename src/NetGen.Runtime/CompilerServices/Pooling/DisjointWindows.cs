using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>
/// The gradient of a pooling whose windows lie side by side: what comes back for a window goes to its own pixels, and what no window has
/// gets zero.
/// </summary>
/// <param name="examples">Which images.</param>
/// <param name="window">The window.</param>
/// <param name="width">The number of channels.</param>
/// <param name="upstream">The gradient with respect to what was pooled.</param>
/// <param name="index">What is known of each window beside it.</param>
/// <param name="gradient">Receives the gradient with respect to the images.</param>
internal readonly ref struct DisjointWindows<TShare>(
    RowRange examples, PoolWindow window, int width, ref float upstream, ref float index, ref float gradient) : IVectorized
    where TShare : struct, IWindowShare
{
    private readonly ref float upstream = ref upstream;
    private readonly ref float index = ref index;
    private readonly ref float gradient = ref gradient;

    /// <summary>Whether the windows lie side by side.</summary>
    public static bool Are(in PoolWindow window) => window.Stride == window.Kernel && window.Padding == 0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TSimd, TVector>()
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        (int high, int wide) = (window.Rows.Places, window.Columns.Places);
        int stride = Layout.RowStride(width), channels = Layout.Columns(width), kernel = window.Kernel;
        nint line = (nint)window.Width * stride;
        nint place = (nint)examples.First * high * wide * stride;
        for (int example = examples.First; example < examples.End; example++)
        {
            ref float image = ref Unsafe.Add(ref gradient, example * window.Height * line);
            for (int row = 0; row < high; row++)
            {
                ref float strip = ref Unsafe.Add(ref image, row * kernel * line);
                for (int column = 0; column < wide; column++, place += stride)
                {
                    ref float corner = ref Unsafe.Add(ref strip, (nint)column * kernel * stride);
                    for (int channel = 0; channel < channels; channel += TSimd.Count)
                        Spread<TSimd, TVector>(place + channel, ref Unsafe.Add(ref corner, channel), line, stride);
                }

                nint rest = (nint)wide * kernel * stride;
                for (int inWindow = 0; inWindow < kernel; inWindow++)
                    Clear(ref Unsafe.Add(ref strip, inWindow * line + rest), (int)(line - rest));
            }

            Clear(ref Unsafe.Add(ref image, high * kernel * line), (window.Height - high * kernel) * (int)line);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Spread<TSimd, TVector>(nint place, ref float corner, nint line, int stride)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector whole = TSimd.Load(in Unsafe.Add(ref upstream, place)), known = TSimd.Load(in Unsafe.Add(ref index, place));
        if (window.Kernel == 2)
        {
            ref float below = ref Unsafe.Add(ref corner, line);
            TSimd.Store(TShare.Of<TSimd, TVector>(whole, known, 0, 4), ref corner);
            TSimd.Store(TShare.Of<TSimd, TVector>(whole, known, 1, 4), ref Unsafe.Add(ref corner, stride));
            TSimd.Store(TShare.Of<TSimd, TVector>(whole, known, 2, 4), ref below);
            TSimd.Store(TShare.Of<TSimd, TVector>(whole, known, 3, 4), ref Unsafe.Add(ref below, stride));
            return;
        }

        for (int number = 0; number < window.Kernel * window.Kernel; number++)
        {
            (int row, int column) = (number / window.Kernel, number % window.Kernel);
            TVector share = TShare.Of<TSimd, TVector>(whole, known, number, window.Kernel * window.Kernel);
            TSimd.Store(share, ref Unsafe.Add(ref corner, row * line + (nint)column * stride));
        }
    }

    private static void Clear(ref float first, int length) => MemoryMarshal.CreateSpan(ref first, length).Clear();
}

/// <summary>What of a window's gradient a pixel of it gets.</summary>
internal interface IWindowShare
{
    /// <summary>The share of a pixel.</summary>
    /// <param name="whole">The gradient with respect to what was made of the window.</param>
    /// <param name="index">What is known of the window beside it.</param>
    /// <param name="pixel">The pixel's number in the window, row by row.</param>
    /// <param name="pixels">How many the window has.</param>
    static abstract TVector Of<TSimd, TVector>(TVector whole, TVector index, int pixel, int pixels)
        where TSimd : ISimd<TVector>
        where TVector : struct;
}
