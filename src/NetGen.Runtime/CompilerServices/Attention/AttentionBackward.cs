using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// The gradient of attention. A few queries at a time: the gradient of their weights, of their scores and of themselves; then, a few keys
/// at a time, that of keys and values, which are sums over all queries.
/// </summary>
/// <param name="examples">Which examples.</param>
/// <param name="positions">How many of their positions there are.</param>
/// <param name="heads">Where heads lie.</param>
/// <param name="causal">Whether a query sees only the keys of its own position and of those before.</param>
/// <param name="s">Scratch.</param>
/// <param name="upstream">The gradient with respect to the results.</param>
/// <param name="projected">The queries, keys and values.</param>
/// <param name="weights">The softmax.</param>
/// <param name="gradient">Receives the gradient with respect to queries, keys and values.</param>
internal readonly ref struct AttentionBackward(
    RowRange examples, int positions, Heads heads, bool causal, ref float s, ref float upstream, ref float projected, ref float weights,
    ref float gradient) : IVectorized
{
    private readonly ref float s = ref s, upstream = ref upstream, projected = ref projected;
    private readonly ref float weights = ref weights, gradient = ref gradient;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TSimd, TVector>()
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        for (nint head = heads.Of(examples.First); head < heads.Of(examples.End); head++)
        {
            Matrix q = heads.Projected(ref projected, head, 0), k = heads.Projected(ref projected, head, 1);
            Matrix v = heads.Projected(ref projected, head, 2), o = heads.Results(ref upstream, head);
            if (heads.AreWhole)
            {
                Head<TSimd, TVector>(
                    head, heads.Width, q, k, v, o, heads.Projected(ref gradient, head, 0), heads.Projected(ref gradient, head, 1),
                    heads.Projected(ref gradient, head, 2));
                continue;
            }

            int rows = positions;
            HeadCopies copies = heads.Copies(ref s);
            Head<TSimd, TVector>(
                head, copies.Columns, copies.Of(q, rows, 3), copies.Of(k, rows, 4), copies.Of(v, rows, 5), copies.Of(o, rows, 6),
                copies.At(0), copies.At(1), copies.At(2));
            for (int part = 0; part < 3; part++)
                HeadCopies.Copy(copies.At(part), rows, heads.Width, heads.Projected(ref gradient, head, part));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Head<TSimd, TVector>(
        nint head, int columns, Matrix q, Matrix k, Matrix v, Matrix upstream, Matrix qGradient, Matrix kGradient, Matrix vGradient)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        float scale = heads.Scale;
        Matrix turned = heads.Turned(ref s), p = heads.Weights(ref weights, head), slopes = heads.Scores(ref s);
        TurnedRows.Of(v, positions, columns, turned);
        for (int query = 0; query < positions; query += Softmax.MostRows)
        {
            int queries = Math.Min(Softmax.MostRows, positions - query), seen = causal ? query + queries : positions;
            Matrix tile = slopes.From(query);
            MatrixProduct.Of<TSimd, TVector>(queries, heads.Width, TurnedRows.Count(seen), upstream.From(query), turned, tile);
            Softmax.Backpropagate<TSimd, TVector>(tile, p.From(query), queries, scale, seen);
            MatrixProduct.Of<TSimd, TVector>(queries, seen, columns, tile, k, qGradient.From(query));
            if (heads.ArePrefetched)
                PrefetchHead(head + 1, query, queries);
        }

        // A key that is seen from its own position on has the sums of the queries from there.
        int together = causal ? Softmax.MostRows : positions;
        for (int key = 0; key < positions; key += together)
        {
            int keys = Math.Min(together, positions - key), first = causal ? key : 0, queries = positions - first;
            MatrixProduct.Of<TSimd, TVector>(
                keys, queries, columns, p.From(first, key).Transposed, upstream.From(first), vGradient.From(key));
            MatrixProduct.Of<TSimd, TVector>(
                keys, queries, columns, slopes.From(first, key).Transposed, q.From(first), kGradient.From(key));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PrefetchHead(nint head, int query, int queries)
    {
        for (int part = 0; part < 3; part++)
        {
            heads.Projected(ref projected, head, part).PrefetchRows(query, queries, heads.Width);
            heads.Projected(ref gradient, head, part).PrefetchRows(query, queries, heads.Width);
        }

        heads.Results(ref upstream, head).PrefetchRows(query, queries, heads.Width);
    }
}
