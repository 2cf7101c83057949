using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>What a probe sees of attention, head by head: copies in the order <c>[rows, heads, positions, …]</c>.</summary>
internal readonly ref struct AttentionView(ref float projected, ref float weights, int batch, int positions, int width, int heads)
{
    private readonly ref float projected = ref projected;
    private readonly ref float weights = ref weights;

    /// <summary>The queries, the keys or the values.</summary>
    /// <param name="part">0, 1 or 2.</param>
    public float[] Part(int part)
    {
        int headWidth = width / heads;
        float[] copy = new float[batch * positions * width];
        Span<float> rest = copy;
        for (int example = 0; example < batch; example++)
        {
            for (int head = 0; head < heads; head++)
            {
                for (int position = 0; position < positions; position++, rest = rest[headWidth..])
                {
                    nint row = (nint)example * positions + position;
                    nint start = row * Layout.RowStride(3 * width) + part * width + head * headWidth;
                    MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref projected, start), headWidth).CopyTo(rest);
                }
            }
        }

        return copy;
    }

    /// <summary>The weights.</summary>
    public float[] Weights()
    {
        float[] copy = new float[batch * heads * positions * positions];
        for (int row = 0; row < batch * heads * positions; row++)
        {
            nint start = (nint)row * AttentionLayout.KeyStride(positions);
            MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref weights, start), positions).CopyTo(copy.AsSpan(row * positions));
        }

        return copy;
    }

    /// <summary>The entropy of each row of weights.</summary>
    public static float[] Entropies(ReadOnlySpan<float> weights, int positions)
    {
        float[] entropies = new float[weights.Length / positions];
        for (int row = 0; row < entropies.Length; row++)
        {
            double entropy = 0;
            foreach (float weight in weights.Slice(row * positions, positions))
                entropy -= weight > 0 ? weight * PortableMath.Log(weight) : 0;
            entropies[row] = (float)entropy;
        }

        return entropies;
    }
}
