using System.Runtime.CompilerServices;

#if NETSTANDARD
namespace NetGen.Generator;
#else
namespace NetGen.CompilerServices;
#endif

/// <summary>The places of a window along one side of an image.</summary>
/// <param name="side">The length of the side.</param>
/// <param name="kernel">The length of the window.</param>
/// <param name="stride">How far it is from one place to the next.</param>
/// <param name="padding">The width of the rim.</param>
internal readonly struct PoolAxis(int side, int kernel, int stride, int padding)
{
    /// <summary>How many there are.</summary>
    public int Places { get; } = (int)((side + 2L * padding - kernel) / stride) + 1;

    /// <summary>Where the window starts at a place, which may be on the rim.</summary>
    public int Start(int place) => place * stride - padding;

    /// <summary>The pixels of the window at a place.</summary>
    public (int First, int End) PixelsAt(int place) => (Math.Max(0, Start(place)), Math.Min(side, Start(place) + kernel));

    /// <summary>The places at which the window has the first pixel.</summary>
    public (int First, int End) PlacesOverFirst => (0, Math.Min(Places, padding / stride + 1));

    /// <summary>
    /// The places at which the window has a pixel, from those of the pixel before it: at each end there is at most one more.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int First, int End) PlacesOver(int pixel, int first, int end) =>
        (first + (Start(first) + kernel <= pixel ? 1 : 0), end + (end < Places && Start(end) <= pixel ? 1 : 0));
}
