using System.ComponentModel;

#if NETSTANDARD
namespace NetGen.Generator;
#else
namespace NetGen.CompilerServices;
#endif

/// <summary>
/// A square window that moves over an image, for the compiler that infers shapes and for the runtime that pools: both compile this file.
/// </summary>
/// <param name="Height">The height of the image.</param>
/// <param name="Width">The width of the image.</param>
/// <param name="Kernel">The side of the window.</param>
/// <param name="Stride">How far it is from one place of the window to the next.</param>
/// <param name="Padding">The width of the rim around the image, at most half the kernel: no place is all rim.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct PoolWindow(int Height, int Width, int Kernel, int Stride, int Padding)
{
    /// <summary>The largest kernel: its places are numbers that a float holds exactly.</summary>
    internal const int MaxKernel = 4096;

    /// <summary>The places of the window from top to bottom.</summary>
    internal PoolAxis Rows => new(Height, Kernel, Stride, Padding);

    /// <summary>The places of the window from left to right.</summary>
    internal PoolAxis Columns => new(Width, Kernel, Stride, Padding);
}
