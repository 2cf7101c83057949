using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>What a probe sees of attention, head by head, where it lies: <c>[rows, heads, positions, …]</c>.</summary>
internal readonly ref struct AttentionView(ref float projected, ref float weights, int batch, int positions, int width, int heads)
{
    private readonly ref float projected = ref projected;
    private readonly ref float weights = ref weights;

    /// <summary>The weights.</summary>
    public ReadOnlyTensorSpan<float> Weights
    {
        get
        {
            nint stride = AttentionLayout.KeyStride(positions);
            return View(ref weights, [heads * positions * stride, positions * stride, stride, 1], positions);
        }
    }

    /// <summary>The queries, the keys or the values.</summary>
    /// <param name="part">0, 1 or 2.</param>
    public ReadOnlyTensorSpan<float> Part(int part)
    {
        nint stride = Layout.RowStride(3 * width);
        return View(ref Unsafe.Add(ref projected, part * width), [positions * stride, width / heads, stride, 1], width / heads);
    }

    /// <summary>The entropy of each row of weights.</summary>
    public float[] Entropies()
    {
        float[] entropies = new float[batch * heads * positions];
        for (int row = 0; row < entropies.Length; row++)
        {
            nint start = (nint)row * AttentionLayout.KeyStride(positions);
            double entropy = 0;
            foreach (float weight in MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref weights, start), positions))
                entropy -= weight > 0 ? weight * PortableMath.Log(weight) : 0;
            entropies[row] = (float)entropy;
        }

        return entropies;
    }

    // A tensor span wants the stride 0 along a dimension of length 1.
    private ReadOnlyTensorSpan<float> View(ref float first, nint[] strides, int columns)
    {
        nint[] lengths = [batch, heads, positions, columns];
        nint last = 0;
        for (int dimension = 0; dimension < lengths.Length; dimension++)
        {
            last += (lengths[dimension] - 1) * strides[dimension];
            if (lengths[dimension] == 1)
                strides[dimension] = 0;
        }

        return new ReadOnlyTensorSpan<float>(MemoryMarshal.CreateReadOnlySpan(ref first, checked((int)last + 1)), lengths, strides);
    }
}
