using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Tokens as vectors: rows of a matrix <c>[vocabulary, width]</c>, which lies in panels like every other. A token is a whole number in a
/// float; an example is a row of them.
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

    /// <summary>
    /// The gradient of the matrix: each row is the sum of what came to its token, in the order of the batch, block by block of 64 places of
    /// an example.
    /// </summary>
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
        if (!add && !examples.GoesOn)
            Sums.Clear(ref g, to, Layout.Length([vocabulary, width]));
        (examples, int first, int end) = examples.Split(positions);
        ref float matrix = ref Unsafe.Add(ref g, to);
        int tokenStride = Layout.RowStride(positions), stride = Layout.RowStride(width);
        for (nint example = 0; example < examples.Batch; example++)
        {
            for (int block = first; block < end; block += Sums.BlockRows)
            {
                int count = Math.Min(Sums.BlockRows, end - block);
                AddBlock(
                    ref Unsafe.Add(ref a, tokens + example * tokenStride + block), count, width,
                    ref Unsafe.Add(ref a, from + (example * positions + block) * stride), ref matrix);
            }
        }
    }

    // What came to a token in neighbouring places is added up first: the gradient of one that is everywhere grows by sums of some terms,
    // and not by single ones that are small beside it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddBlock(ref float tokens, int count, int width, ref float upstream, ref float matrix)
    {
        int stride = Layout.RowStride(width);
        ulong done = 0;
        for (int place = 0; place < count; place++)
        {
            if ((done >> place & 1) != 0)
                continue;
            float token = Unsafe.Add(ref tokens, place);
            ulong same = 0;
            for (int other = place + 1; other < count; other++)
                same |= Unsafe.Add(ref tokens, other) == token ? 1UL << other : 0;
            done |= same;
            ref float row = ref Unsafe.Add(ref upstream, place * stride);
            if (same == 0)
                PanelRows.Add(ref row, width, ref matrix, (int)token);
            else
                PanelRows.AddSum(ref row, same >> place, stride, width, ref matrix, (int)token);
        }
    }
}
