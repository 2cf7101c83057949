using System.ComponentModel;

#if NETSTANDARD
namespace NetGen.Generator;
#else
namespace NetGen.CompilerServices;
#endif

/// <summary>
/// A square window that moves over an image, for the compiler that infers shapes and for the runtime that pools: both compile this file.
/// </summary>
/// <param name="height">The height of the image.</param>
/// <param name="width">The width of the image.</param>
/// <param name="kernel">The side of the window.</param>
/// <param name="stride">How far it is from one place of the window to the next.</param>
/// <param name="padding">The width of the rim around the image.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PoolWindow(int height, int width, int kernel, int stride, int padding)
{
    internal int Height => height;

    internal int Width => width;

    internal int Kernel => kernel;

    internal int Stride => stride;

    internal int Padding => padding;

    /// <summary>The height of what comes out.</summary>
    internal int OutputHeight => Places(height);

    /// <summary>The width of what comes out.</summary>
    internal int OutputWidth => Places(width);

    private int Places(int side) => (int)((side + 2L * padding - kernel) / stride + 1);
}
