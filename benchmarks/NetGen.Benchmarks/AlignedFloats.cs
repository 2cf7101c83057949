using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Benchmarks;

/// <summary>Memory as kernels find it: pinned, and starting at a cache line.</summary>
internal sealed class AlignedFloats
{
    private const int Alignment = 64;

    private readonly float[] memory;
    private readonly int start;

    public AlignedFloats(float[] values)
    {
        memory = GC.AllocateArray<float>(values.Length + Alignment / sizeof(float), pinned: true);
        start = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(memory, 0) & (Alignment - 1)) / sizeof(float);
        values.CopyTo(memory, start);
    }

    /// <summary>The first number.</summary>
    public ref float Origin => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(memory), start);

    /// <summary>All of it.</summary>
    public Memory<float> All => memory.AsMemory(start, memory.Length - Alignment / sizeof(float));

    /// <summary>A range of it.</summary>
    public Span<float> Slice(nint offset, int length) => memory.AsSpan(start + (int)offset, length);
}
