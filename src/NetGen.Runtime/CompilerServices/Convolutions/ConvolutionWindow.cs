using System.ComponentModel;

#if NETSTANDARD
namespace NetGen.Generator;
#else
namespace NetGen.CompilerServices;
#endif

/// <summary>
/// Where the window of a convolution stands on an image, for the compiler and for the runtime: both compile this file. The output at
/// <c>(y, x)</c> sees the inputs from <c>(y · stride - before, x · stride - before)</c> on, <c>kernel</c> rows of <c>kernel</c> columns;
/// those outside the image are zero.
/// </summary>
/// <param name="Height">The rows of the image that it stands on.</param>
/// <param name="Width">The columns of that image.</param>
/// <param name="Kernel">The rows and columns of the window.</param>
/// <param name="Stride">How far it moves from one output to the next.</param>
/// <param name="Before">How far it begins above and left of the image.</param>
/// <param name="OutHeight">The rows of the outputs.</param>
/// <param name="OutWidth">The columns of the outputs.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ConvolutionWindow(int Height, int Width, int Kernel, int Stride, int Before, int OutHeight, int OutWidth)
{
    /// <summary>How many inputs of a channel it sees.</summary>
    public int Taps => Kernel * Kernel;

    /// <summary>How many pixels the image has.</summary>
    public int Positions => Height * Width;

    /// <summary>How many outputs of a channel there are.</summary>
    public int OutPositions => OutHeight * OutWidth;

    /// <summary>Whether every output sees its own pixel alone, so that the convolution is a matrix product over pixels.</summary>
    public bool IsPixel => Kernel == 1 && Stride == 1 && Before == 0 && OutHeight == Height && OutWidth == Width;

    /// <summary>
    /// A window with as many outputs as there are whole or begun strides: of stride 1, as many as pixels. What the kernel has more of lies
    /// before and behind the image alike, and where it is even the one more behind.
    /// </summary>
    internal static ConvolutionWindow Same(int height, int width, int kernel, int stride) =>
        new(height, width, kernel, stride, (kernel - 1) / 2, (height - 1) / stride + 1, (width - 1) / stride + 1);

    /// <summary>A window over an image with as many zeros on each side: it stops where it would pass the last of them.</summary>
    internal static ConvolutionWindow Padded(int height, int width, int kernel, int stride, int padding) => new(
        height, width, kernel, stride, padding, Places(height, kernel, stride, padding), Places(width, kernel, stride, padding));

    private static int Places(int size, int kernel, int stride, int padding) => (int)((size + 2L * padding - kernel) / stride) + 1;
}
