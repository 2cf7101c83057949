using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Attention of some queries of each example. A few queries at a time: their scores, of which the softmax is taken while they are in the
/// first-level cache, and their results right after.
/// </summary>
internal readonly ref struct AttentionForward(
    RowRange examples, Heads heads, bool causal, ref float s, ref float projected, ref float result, ref float weights, bool keeps,
    ReadOnlySpan<float> lengths, int firstQuery, int endQuery) : IVectorized
{
    private readonly ref float s = ref s, projected = ref projected, result = ref result, weights = ref weights;
    private readonly ReadOnlySpan<float> lengths = lengths;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TSimd, TVector>()
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        for (int example = examples.First; example < examples.End; example++)
        {
            int keys = lengths.IsEmpty ? heads.Positions : (int)lengths[example * Layout.RowStride(1)];
            if (causal)
                keys = Math.Min(keys, endQuery);
            for (nint head = heads.Of(example); head < heads.Of(example + 1); head++)
                Head<TSimd, TVector>(head, keys);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Head<TSimd, TVector>(nint head, int keys)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        Matrix q = heads.Projected(ref projected, head, 0), k = heads.Projected(ref projected, head, 1);
        Matrix v = heads.Projected(ref projected, head, 2), o = heads.Results(ref result, head);
        Matrix turned = heads.Turned(ref s), p = keeps ? heads.Weights(ref weights, head) : heads.Scores(ref s);
        int columns = heads.Width;
        if (!heads.AreWhole)
        {
            HeadCopies copies = heads.Copies(ref s);
            k = copies.Of(k, keys, 0);
            v = copies.Of(v, keys, 1);
            o = copies.At(2);
            columns = copies.Columns;
        }

        TurnedRows.Of(k, keys, columns, turned);
        float scale = heads.Scale;
        int end = keeps ? (int)p.RowStep : 0;
        for (int query = firstQuery; query < endQuery; query += Softmax.MostRows)
        {
            int queries = Math.Min(Softmax.MostRows, endQuery - query), seen = causal ? Math.Min(keys, query + queries) : keys;
            Matrix tile = p.From(query);
            MatrixProduct.Of<TSimd, TVector>(queries, heads.Width, TurnedRows.Count(seen), q.From(query), turned, tile);
            Softmax.Of<TSimd, TVector>(tile, queries, scale, seen, causal ? query + 1 : seen, end);
            MatrixProduct.Of<TSimd, TVector>(queries, seen, columns, tile, v, o.From(query));
            if (heads.ArePrefetched)
                PrefetchHead(head + 1, query, queries);
        }

        if (!heads.AreWhole)
            HeadCopies.Copy(o.From(firstQuery), endQuery - firstQuery, heads.Width, heads.Results(ref result, head).From(firstQuery));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PrefetchHead(nint head, int query, int queries)
    {
        for (int part = 0; part < 3; part++)
            heads.Projected(ref projected, head, part).PrefetchRows(query, queries, heads.Width);
        heads.Results(ref result, head).PrefetchRows(query, queries, heads.Width);
    }
}
