using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Attention of some queries of each example. A few queries at a time: their scores, of which the softmax is taken while they are in the
/// first-level cache, and their results right after.
/// </summary>
internal readonly ref struct AttentionForward(
    RowRange examples, int positions, int width, int heads, bool causal, ref float s, ref float a, nint from, nint to,
    nint weights, nint lengths, int firstQuery, int endQuery) : IVectorized
{
    /// <summary>How many queries are looked at together: the rows of the greatest tile.</summary>
    public const int Together = 8;

    private readonly ref float s = ref s;
    private readonly ref float a = ref a;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TSimd, TVector>()
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        int headWidth = width / heads;
        Matrix projected = new(ref Unsafe.Add(ref a, from), Layout.RowStride(3 * width));
        Matrix result = new(ref Unsafe.Add(ref a, to), Layout.RowStride(width));
        for (int example = examples.First; example < examples.End; example++)
        {
            int keys = SequenceLengths.Of(ref a, lengths, example, positions);
            if (causal)
                keys = Math.Min(keys, endQuery);
            nint row = (nint)example * positions;
            for (int head = 0; head < heads; head++)
            {
                nint column = (nint)head * headWidth;
                Head<TSimd, TVector>(
                    projected.From(row, column), projected.From(row, width + column), projected.From(row, 2 * width + column),
                    result.From(row, column), example * heads + head, keys, headWidth);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Head<TSimd, TVector>(Matrix q, Matrix k, Matrix v, Matrix result, nint number, int keys, int headWidth)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        int stride = AttentionLayout.KeyStride(positions);
        Matrix turned = new(ref s, stride), p = new(ref Unsafe.Add(ref s, AttentionLayout.Turned(positions, headWidth)), stride);
        Matrix o = result;
        nint columns = headWidth;
        if (!AttentionLayout.IsWhole(headWidth))
        {
            HeadCopies copies = new(ref Unsafe.Add(ref s, AttentionLayout.Turned(positions, headWidth) + positions * stride), positions, headWidth);
            columns = copies.Columns;
            o = copies.At(0);
            k = copies.Of(k, keys, 1);
            v = copies.Of(v, keys, 2);
        }

        bool keeps = weights >= 0;
        if (keeps)
            p = new(ref Unsafe.Add(ref a, weights + number * positions * stride), stride);
        TurnedRows.Of(k, keys, headWidth, turned);
        float scale = AttentionLayout.Scale(headWidth);
        for (int query = firstQuery; query < endQuery; query += Together)
        {
            int queries = Math.Min(Together, endQuery - query);
            int seen = causal ? Math.Min(keys, query + queries) : keys;
            Matrix tile = p.From(query);
            MatrixProduct.Of<TSimd, TVector>(queries, headWidth, TurnedRows.Count(seen), q.From(query), turned, tile);
            Softmax.Of<TSimd, TVector>(tile, queries, scale, seen, causal ? query + 1 : seen, keeps ? stride : 0);
            MatrixProduct.Of<TSimd, TVector>(queries, seen, columns, tile, v, o.From(query));
        }

        if (!AttentionLayout.IsWhole(headWidth))
            HeadCopies.Copy(o.From(firstQuery), endQuery - firstQuery, headWidth, result.From(firstQuery));
    }
}
