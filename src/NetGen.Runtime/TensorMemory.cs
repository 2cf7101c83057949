using System.Diagnostics.CodeAnalysis;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>The elements of a tensor as one span, row by row.</summary>
internal static class TensorMemory
{
    /// <summary>The tensor's own memory where it has no gaps, else a copy.</summary>
    /// <param name="tensor">Any tensor of fewer than 2^31 elements.</param>
    /// <param name="copy">Where a copy is kept; grows as needed.</param>
    public static ReadOnlySpan<float> Of(in ReadOnlyTensorSpan<float> tensor, ref float[]? copy)
    {
        int length = checked((int)tensor.FlattenedLength);
        if (tensor.IsDense)
            return MemoryMarshal.CreateReadOnlySpan(in tensor.GetPinnableReference(), length);

        Grow(ref copy, length);
        new TensorRows(tensor).CopyTo(copy);
        return copy.AsSpan(0, length);
    }

    /// <summary>Makes sure that <paramref name="buffer"/> holds <paramref name="length"/> elements.</summary>
    public static void Grow([NotNull] ref float[]? buffer, int length)
    {
        if (buffer is null || buffer.Length < length)
            buffer = new float[length];
    }

    /// <summary>A shape for the eye, such as <c>[64, 2]</c>.</summary>
    public static string Describe(ReadOnlySpan<nint> lengths) => $"[{string.Join(", ", lengths.ToArray())}]";
}
