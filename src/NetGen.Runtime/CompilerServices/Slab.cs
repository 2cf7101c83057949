using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>One piece of memory for many tensors: pinned, zeroed, and starting at a cache line.</summary>
internal sealed class Slab
{
    private const int Alignment = 64;
    private const int Slack = Alignment / sizeof(float) - 1;

    /// <summary>The most floats that a slab holds: the limit of an array, less what alignment may take.</summary>
    public static readonly int MaxLength = Array.MaxLength - Slack;

    private readonly float[] memory;
    private readonly int start;

    public Slab(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, MaxLength);
        memory = GC.AllocateArray<float>(length + Slack, pinned: true);
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(memory, 0);
        start = (int)(-address & (Alignment - 1)) / sizeof(float);
        Length = length;
    }

    public int Length { get; }

    /// <summary>The first float; it lies at a multiple of 64 bytes.</summary>
    public ref float Origin => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(memory), start);

    public Span<float> Span => memory.AsSpan(start, Length);

    public Memory<float> Memory => memory.AsMemory(start, Length);
}
