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
    public (int First, int Count) PixelsAt(int place)
    {
        int first = Math.Max(0, Start(place));
        return (first, Math.Min(side, Start(place) + kernel) - first);
    }

    /// <summary>The places at which the window has a pixel.</summary>
    public (int First, int Count) PlacesOver(int pixel)
    {
        int first = pixel + padding < kernel ? 0 : (pixel + padding - kernel) / stride + 1;
        return (first, Math.Min(Places, (pixel + padding) / stride + 1) - first);
    }
}
