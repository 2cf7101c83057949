using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>Fills the scratch of a <see cref="Correlation"/>: its tables, and its copies of images with zeros around them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ImageCopies
{
    /// <summary>A table in the scratch.</summary>
    /// <param name="s">The first element of the scratch.</param>
    /// <param name="at">Where the table begins.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref int Table(ref float s, nint at) => ref Unsafe.As<float, int>(ref Unsafe.Add(ref s, at));

    /// <summary>Writes the tables of all phases, and zeros where images will be copied.</summary>
    /// <param name="images">How it is computed.</param>
    /// <param name="s">The first element of its scratch.</param>
    public static void Prepare(in Correlation images, ref float s)
    {
        MemoryMarshal.CreateSpan(ref Unsafe.Add(ref s, images.Copy), images.Weights - images.Copy).Clear();
        bool scatters = images.TargetTable < images.Copy;
        int stride = images.Window.Stride;
        for (int index = 0; index < images.Phases; index++)
        {
            CorrelationPhase phase = images.Phase(index);
            ref int source = ref Table(ref s, phase.Table);
            ref int target = ref Table(ref s, images.TargetTable + phase.Table);
            for (int image = 0; image < images.Together; image++)
            {
                for (int row = 0; row < phase.Rows; row++)
                {
                    int from = image * images.ImageLength + row * images.Step * images.RowLength;
                    int to = image * images.Targets + (row * stride + index / stride) * images.TargetWidth + index % stride;
                    for (int column = 0; column < phase.Columns; column++)
                    {
                        source = from + column * images.Step * images.Channels;
                        source = ref Unsafe.Add(ref source, 1);
                        if (!scatters)
                            continue;
                        target = to + column * stride;
                        target = ref Unsafe.Add(ref target, 1);
                    }
                }
            }

            // Behind the last target a tile sees the first one again, and stores nothing.
            MemoryMarshal.CreateSpan(ref source, Correlation.TilePixels).Clear();
        }
    }

    /// <summary>Copies images, next to each other.</summary>
    /// <param name="images">How it is computed.</param>
    /// <param name="image">The first image.</param>
    /// <param name="count">How many images.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the images of the batch lie in it.</param>
    /// <param name="stride">The distance of their pixels.</param>
    /// <param name="s">The first element of the scratch.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(in Correlation images, int image, int count, ref float a, nint from, nint stride, ref float s)
    {
        int step = images.SourceStep, channels = images.Channels;
        (int firstRow, int endRow) = Inside(images.Top, images.Rows, step, images.SourceHeight);
        (int firstColumn, int endColumn) = Inside(images.Left, images.Columns, step, images.SourceWidth);
        if (firstColumn >= endColumn)
            return;
        for (int copied = 0; copied < count; copied++)
        {
            nint pixels = (image + copied) * (nint)images.SourceHeight * images.SourceWidth;
            nint start = images.Copy + copied * (nint)images.ImageLength + firstColumn * (nint)channels;
            for (int row = firstRow; row < endRow; row++)
            {
                nint pixel = pixels + (images.Top + row * step) * (nint)images.SourceWidth + images.Left + firstColumn * step;
                ref float source = ref Unsafe.Add(ref a, from + pixel * stride);
                ref float target = ref Unsafe.Add(ref s, start + row * (nint)images.RowLength);
                if (step == 1 && stride == channels)
                    Floats(ref source, ref target, (endColumn - firstColumn) * channels);
                else
                    Pixels(ref source, step * stride, ref target, channels, endColumn - firstColumn);
            }
        }
    }

    // Which rows of the copy are rows of the image.
    private static (int First, int End) Inside(int before, int copied, int step, int size)
    {
        int first = before < 0 ? (step - 1 - before) / step : 0;
        int end = before < size ? (size - 1 - before) / step + 1 : 0;
        return (first, Math.Min(copied, end));
    }

    private static void Pixels(ref float source, nint stride, ref float target, int channels, int count)
    {
        if (channels % (Layout.PanelWidth / 2) == 0)
        {
            WholeVectors work = new(ref source, stride, ref target, channels, count);
            work.Run(channels);
            return;
        }

        for (int pixel = 0; pixel < count; pixel++)
        {
            Floats(ref source, ref target, channels);
            source = ref Unsafe.Add(ref source, stride);
            target = ref Unsafe.Add(ref target, channels);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Floats(ref float source, ref float target, int count) =>
        MemoryMarshal.CreateReadOnlySpan(ref source, count).CopyTo(MemoryMarshal.CreateSpan(ref target, count));

    // A call for each pixel would take longer than to copy it.
    private ref struct WholeVectors(ref float source, nint stride, ref float target, int channels, int count) : IVectorized
    {
        private ref float source = ref source;
        private ref float target = ref target;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            for (int pixel = 0; pixel < count; pixel++)
            {
                for (int channel = 0; channel < channels; channel += TSimd.Count)
                    TSimd.Store(TSimd.Load(in Unsafe.Add(ref source, channel)), ref Unsafe.Add(ref target, channel));
                source = ref Unsafe.Add(ref source, stride);
                target = ref Unsafe.Add(ref target, channels);
            }
        }
    }
}
