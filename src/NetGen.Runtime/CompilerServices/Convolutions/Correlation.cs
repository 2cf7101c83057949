using System.ComponentModel;

#if NETSTANDARD
namespace NetGen.Generator;
#else
namespace NetGen.CompilerServices;
#endif

/// <summary>
/// How a convolution, or the gradient of its inputs, is computed: images are copied into scratch with the zeros around them, some at a
/// time, and each target pixel sums over a few rows of the copy, in each of which it sees neighbouring pixels in one piece. The gradient
/// of a convolution with a stride has a phase for every remainder of a target's row and column by the stride: the targets of a phase see
/// the same taps. The compiler and the runtime both compile this file.
/// </summary>
/// <remarks>
/// Scratch holds where the targets of each phase see the copy, where they lie in their images, the copy, and transposed weights.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Correlation
{
    // A copy of some images together stays in the second-level cache; tiles of 16 pixels then have no remainder.
    private const int MostCopied = 48 * 1024;

    /// <summary>The most pixels of a tile.</summary>
    internal const int TilePixels = 16;

    private readonly ConvolutionWindow window;
    private readonly bool isGradient;
    private readonly int top, left;

    private Correlation(in ConvolutionWindow window, bool isGradient, int channels, long weights)
    {
        this.window = window;
        this.isGradient = isGradient;
        Channels = channels;
        if (isGradient)
        {
            Step = SourceStep = 1;
            (top, Rows) = Seen(window.Height, window.Before, window.Kernel);
            (left, Columns) = Seen(window.Width, window.Before, window.Kernel);
            (SourceHeight, SourceWidth) = (window.OutHeight, window.OutWidth);
            (TargetHeight, TargetWidth) = (window.Height, window.Width);
        }
        else
        {
            // Of what a kernel of one pixel strides over nothing is copied.
            SourceStep = window.Taps == 1 ? window.Stride : 1;
            Step = window.Stride / SourceStep;
            (top, Rows) = (-window.Before, (window.OutHeight - 1) * Step + window.Kernel);
            (left, Columns) = (-window.Before, (window.OutWidth - 1) * Step + window.Kernel);
            (SourceHeight, SourceWidth) = (window.Height, window.Width);
            (TargetHeight, TargetWidth) = (window.OutHeight, window.OutWidth);
        }

        long phases = isGradient ? (long)window.Stride * window.Stride : 1;
        long image = (long)Rows * Columns * channels;
        int together = 1;
        while (together * (long)Targets % TilePixels != 0 && 2 * together * image <= MostCopied)
            together *= 2;
        long table = RoundUp(together * (long)Targets + phases * TilePixels);
        long copy = isGradient ? 2 * table : table;
        long transposed = RoundUp(copy + together * image + TilePixels);
        ScratchLength = transposed + weights;
        (Phases, Together, ImageLength) = ((int)phases, together, (int)image);
        (TargetTable, Copy, Weights) = ((int)table, (int)copy, (int)transposed);
    }

    /// <summary>How many channels the images that are copied have.</summary>
    public int Channels { get; }

    /// <summary>The distance of neighbouring targets in the copy.</summary>
    public int Step { get; }

    /// <summary>The distance of the source's pixels that are copied.</summary>
    public int SourceStep { get; }

    /// <summary>The rows of the images that are copied.</summary>
    public int SourceHeight { get; }

    /// <summary>Their columns.</summary>
    public int SourceWidth { get; }

    /// <summary>The source's row that the copy begins with: before the image, it is negative.</summary>
    public int Top => top;

    /// <summary>The source's column that the copy begins with.</summary>
    public int Left => left;

    /// <summary>The rows of a copied image.</summary>
    public int Rows { get; }

    /// <summary>The columns of a copied image.</summary>
    public int Columns { get; }

    /// <summary>The rows of the images that are computed.</summary>
    public int TargetHeight { get; }

    /// <summary>Their columns.</summary>
    public int TargetWidth { get; }

    /// <summary>The pixels of an image that is computed.</summary>
    public int Targets => TargetHeight * TargetWidth;

    /// <summary>How many phases there are.</summary>
    public int Phases { get; }

    /// <summary>How many floats a copied image takes.</summary>
    public int ImageLength { get; }

    /// <summary>How far a row of the copy is from the next, in floats.</summary>
    public int RowLength => Columns * Channels;

    /// <summary>How many images are copied together.</summary>
    public int Together { get; }

    /// <summary>Where in the scratch it stands where the targets lie in their images.</summary>
    public int TargetTable { get; }

    /// <summary>Where in the scratch the copy begins.</summary>
    public int Copy { get; }

    /// <summary>Where in the scratch weights are.</summary>
    public int Weights { get; }

    /// <summary>How many floats of scratch there are. Where it is more than a slab holds, no other length here means anything.</summary>
    public long ScratchLength { get; }

    /// <summary>A convolution.</summary>
    /// <param name="window">Its window.</param>
    /// <param name="channels">The channels of its inputs.</param>
    public static Correlation Forward(in ConvolutionWindow window, int channels) => new(window, isGradient: false, channels, weights: 0);

    /// <summary>The gradient of the weight of a convolution: its images as they are copied for the convolution.</summary>
    /// <param name="window">Its window.</param>
    /// <param name="inputs">The channels of its inputs.</param>
    /// <param name="outputs">The channels of its outputs.</param>
    public static Correlation WeightGradient(in ConvolutionWindow window, int inputs, int outputs) =>
        new(window, isGradient: false, inputs, TurnedGradient.Length(window, inputs, outputs));

    /// <summary>The gradient of the inputs of a convolution.</summary>
    /// <param name="window">Its window.</param>
    /// <param name="channels">The channels of its outputs.</param>
    public static Correlation InputGradient(in ConvolutionWindow window, int channels) =>
        new(window, isGradient: true, channels, (long)window.Taps * channels * Layout.PanelWidth);

    /// <summary>How many images are copied next.</summary>
    /// <param name="image">The first of them.</param>
    /// <param name="end">The image behind the last of all.</param>
    public int ImagesFrom(int image, int end) => end - image < Together ? 1 : Together;

    /// <summary>
    /// How many targets of a phase have another that sees as many floats further on: in another image, or in the other half of the image.
    /// </summary>
    /// <param name="phase">The phase.</param>
    /// <param name="images">How many images were copied.</param>
    public (int Targets, int Distance) Halves(in CorrelationPhase phase, int images) => images > 1
        ? (images / 2 * phase.Targets, images / 2 * ImageLength)
        : (phase.Rows / 2 * phase.Columns, phase.Rows / 2 * Step * RowLength);

    /// <summary>One of the phases.</summary>
    /// <param name="index">Its number: the remainder of the row, times the stride, and the remainder of the column.</param>
    public CorrelationPhase Phase(int index)
    {
        if (!isGradient)
            return new(TargetHeight, TargetWidth, window.Kernel, window.Kernel, Origin: 0, Table: 0, Weights: 0);
        int table = 0, weights = 0;
        for (int before = 0; before < index; before++)
        {
            (int targets, int taps) = SizeOf(before);
            table += Together * targets + TilePixels;
            weights += taps * Channels * Layout.PanelWidth;
        }

        (int row, int column) = (index / window.Stride, index % window.Stride);
        (int firstRow, int kernelRows) = Taps(row, window.Before, window.Kernel);
        (int firstColumn, int kernelColumns) = Taps(column, window.Before, window.Kernel);
        return new(
            InPhase(window.Height, row), InPhase(window.Width, column), kernelRows, kernelColumns,
            ((firstRow - top) * Columns + firstColumn - left) * Channels, table, weights);
    }

    /// <summary>The kernel's row that is farthest down of those that a phase's targets see: the first, going up, that they meet.</summary>
    /// <param name="phase">The remainder of the targets' row.</param>
    /// <param name="before">How far the window begins before the image.</param>
    /// <param name="taps">How many rows of the kernel the targets see.</param>
    internal int LastTap(int phase, int before, int taps) => (phase + before) % window.Stride + (taps - 1) * window.Stride;

    /// <summary>The window of the convolution.</summary>
    internal ConvolutionWindow Window => window;

    private static long RoundUp(long length) => (length + 15) / 16 * 16;

    private (int Targets, int Taps) SizeOf(int phase)
    {
        (int row, int column) = (phase / window.Stride, phase % window.Stride);
        return (
            InPhase(window.Height, row) * InPhase(window.Width, column),
            Taps(row, window.Before, window.Kernel).Count * Taps(column, window.Before, window.Kernel).Count);
    }

    // The targets of a phase: those of 0, 1, ... size - 1 with its remainder.
    private int InPhase(int size, int phase) => phase < size ? (size - 1 - phase) / window.Stride + 1 : 0;

    // Target s i + r sees outputs through the taps that are r + before modulo s. Through the last of them it sees the first output.
    private (int First, int Count) Taps(int phase, int before, int kernel)
    {
        int firstTap = (phase + before) % window.Stride;
        int count = firstTap < kernel ? (kernel - 1 - firstTap) / window.Stride + 1 : 0;
        return ((phase + before) / window.Stride - (count - 1), count);
    }

    // The outputs that the targets of all phases see.
    private (int First, int Count) Seen(int size, int before, int kernel)
    {
        int first = int.MaxValue, end = int.MinValue;
        for (int tap = 0; tap < Math.Min(kernel, window.Stride); tap++)
        {
            // The phase whose first tap it is. The others see none.
            int phase = (tap + window.Stride - before % window.Stride) % window.Stride;
            (int start, int count) = Taps(phase, before, kernel);
            int targets = InPhase(size, phase);
            if (targets == 0)
                continue;
            first = Math.Min(first, start);
            end = Math.Max(end, start + targets - 1 + count);
        }

        return first < end ? (first, end - first) : (0, 0);
    }
}

/// <summary>Targets of a <see cref="Correlation"/> that see the same taps.</summary>
/// <param name="Rows">How many rows of targets.</param>
/// <param name="Columns">How many columns of targets.</param>
/// <param name="KernelRows">How many rows of the copy each sees.</param>
/// <param name="KernelColumns">How many pixels of each of these rows.</param>
/// <param name="Origin">Where in the copy the first target begins to see.</param>
/// <param name="Table">Where in the tables its targets begin.</param>
/// <param name="Weights">Where behind the other phases' weights its own begin.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct CorrelationPhase(
    int Rows, int Columns, int KernelRows, int KernelColumns, int Origin, int Table, int Weights)
{
    /// <summary>How many targets an image has.</summary>
    public int Targets => Rows * Columns;
}
