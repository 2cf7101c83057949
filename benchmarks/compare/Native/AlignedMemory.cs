using System.Runtime.InteropServices;

namespace NetGen.Compare.Native;

/// <summary>Floats at a place that does not move, starting at a cache line. It is kept as long as the process lives.</summary>
internal static unsafe class AlignedMemory
{
    public static float* Of(ReadOnlySpan<float> values)
    {
        float* memory = (float*)NativeMemory.AlignedAlloc((nuint)values.Length * sizeof(float), 64);
        values.CopyTo(new Span<float>(memory, values.Length));
        return memory;
    }

    public static float* OfLength(int length) => Of(new float[length]);
}
