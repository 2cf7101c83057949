using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NetGen.CompilerServices;

/// <summary>
/// Brings memory into the cache before it is needed. Weights that lie beyond the second-level cache take longer to arrive than a product
/// takes to use them, unless they are on their way before. No value depends on it, and an address without memory does no harm.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Prefetch
{
    /// <summary>Starts to bring a cache line into the second-level cache, where the processor has an instruction for it.</summary>
    /// <param name="near">A float in a pinned array.</param>
    /// <param name="distance">How many floats from there.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Line(ref float near, nint distance)
    {
        if (Sse.IsSupported)
            Sse.Prefetch1((float*)Unsafe.AsPointer(ref near) + distance);
    }
}
