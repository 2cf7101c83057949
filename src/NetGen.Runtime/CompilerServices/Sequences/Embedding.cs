using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Tokens as vectors: rows of a matrix <c>[vocabulary, width]</c>, which lies in panels like every other, so that an output layer may share
/// it. A token is a whole number in a float; an example is a row of them.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Embedding
{
    /// <summary>The vectors of tokens.</summary>
    /// <param name="examples">Which examples.</param>
    /// <param name="positions">The number of tokens of an example.</param>
    /// <param name="width">The length of a vector.</param>
    /// <param name="p">The slab of parameters.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the tokens lie in it.</param>
    /// <param name="vectors">Where the matrix lies.</param>
    /// <param name="to">Where the vectors go, a row for each token.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(RowRange examples, int positions, int width, ref float p, ref float a, nint from, nint vectors, nint to)
    {
        examples.Times(positions).Of(ref a, to, width).ClearPadding();
        (examples, int first, int end) = examples.Split(positions);
        ref float matrix = ref Unsafe.Add(ref p, vectors);
        int tokenStride = Layout.RowStride(positions), stride = Layout.RowStride(width);
        for (nint example = examples.First; example < examples.End; example++)
        {
            ref float tokens = ref Unsafe.Add(ref a, from + example * tokenStride);
            ref float result = ref Unsafe.Add(ref a, to + (example * positions + first) * stride);
            for (int position = first; position < end; position++)
            {
                PanelRows.Read(ref matrix, (int)Unsafe.Add(ref tokens, position), width, ref result);
                result = ref Unsafe.Add(ref result, stride);
            }
        }
    }

    /// <summary>The gradient of the matrix: each row is the sum of what came to its token, in the order of the batch.</summary>
    /// <param name="examples">All examples.</param>
    /// <param name="positions">The number of tokens of an example.</param>
    /// <param name="width">The length of a vector.</param>
    /// <param name="vocabulary">The number of rows of the matrix.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the gradient with respect to the vectors lies.</param>
    /// <param name="tokens">Where the tokens lie.</param>
    /// <param name="g">The slab of gradients.</param>
    /// <param name="to">Where the gradient goes, in panels.</param>
    /// <param name="add">Whether it is added to what is there.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gradient(
        RowRange examples, int positions, int width, int vocabulary, ref float a, nint from, nint tokens, ref float g, nint to,
        bool add = false)
    {
        if (!add)
            Sums.Clear(ref g, to, Layout.Length([vocabulary, width]));
        (examples, int first, int end) = examples.Split(positions);
        ref float matrix = ref Unsafe.Add(ref g, to);
        int tokenStride = Layout.RowStride(positions), stride = Layout.RowStride(width);
        for (nint example = 0; example < examples.Batch; example++)
        {
            ref float token = ref Unsafe.Add(ref a, tokens + example * tokenStride);
            ref float upstream = ref Unsafe.Add(ref a, from + (example * positions + first) * stride);
            for (int position = first; position < end; position++)
            {
                PanelRows.Add(ref upstream, width, ref matrix, (int)Unsafe.Add(ref token, position));
                upstream = ref Unsafe.Add(ref upstream, stride);
            }
        }
    }
}
