using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// The gradient of attention. A few queries at a time: the gradient of their weights, of their scores and of themselves; then, a few keys
/// at a time, that of keys and values, which are sums over all queries.
/// </summary>
internal readonly ref struct AttentionBackward(
    RowRange examples, int positions, int width, int heads, bool causal, ref float s, ref float a, nint from, nint projected,
    nint weights, nint to) : IVectorized
{
    private const int Together = AttentionForward.Together;

    private readonly ref float s = ref s;
    private readonly ref float a = ref a;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TSimd, TVector>()
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        int headWidth = width / heads, stride = AttentionLayout.KeyStride(positions);
        Matrix upstream = new(ref Unsafe.Add(ref a, from), Layout.RowStride(width));
        Matrix all = new(ref Unsafe.Add(ref a, projected), Layout.RowStride(3 * width));
        Matrix gradient = new(ref Unsafe.Add(ref a, to), Layout.RowStride(3 * width));
        for (int example = examples.First; example < examples.End; example++)
        {
            nint row = (nint)example * positions;
            for (int head = 0; head < heads; head++)
            {
                nint column = (nint)head * headWidth, number = (nint)example * heads + head;
                Matrix p = new(ref Unsafe.Add(ref a, weights + number * positions * stride), stride);
                Matrix output = upstream.From(row, column), input = all.From(row, column), result = gradient.From(row, column);
                if (AttentionLayout.IsWhole(headWidth))
                {
                    Head<TSimd, TVector>(
                        p, output, input, input.From(0, width), input.From(0, 2 * width),
                        result, result.From(0, width), result.From(0, 2 * width), headWidth);
                }
                else
                {
                    HeadCopies copies = new(ref Unsafe.Add(ref s, AttentionLayout.Turned(positions, headWidth) + positions * stride), positions, headWidth);
                    Head<TSimd, TVector>(
                        p, copies.Of(output, positions, 0), copies.Of(input, positions, 1), copies.Of(input.From(0, width), positions, 2),
                        copies.Of(input.From(0, 2 * width), positions, 3), copies.At(4), copies.At(5), copies.At(6), headWidth);
                    for (int part = 0; part < 3; part++)
                        HeadCopies.Copy(copies.At(4 + part), positions, headWidth, result.From(0, part * width));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Head<TSimd, TVector>(
        Matrix p, Matrix upstream, Matrix q, Matrix k, Matrix v, Matrix qGradient, Matrix kGradient, Matrix vGradient, int headWidth)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        int columns = AttentionLayout.CopyStride(headWidth);
        Matrix turned = new(ref s, p.RowStep), slopes = new(ref Unsafe.Add(ref s, AttentionLayout.Turned(positions, headWidth)), p.RowStep);
        TurnedRows.Of(v, positions, headWidth, turned);
        float scale = AttentionLayout.Scale(headWidth);
        for (int query = 0; query < positions; query += Together)
        {
            int queries = Math.Min(Together, positions - query), seen = causal ? query + queries : positions;
            Matrix tile = slopes.From(query);
            MatrixProduct.Of<TSimd, TVector>(queries, headWidth, TurnedRows.Count(seen), upstream.From(query), turned, tile);
            Softmax.Backpropagate<TSimd, TVector>(tile, p.From(query), queries, scale, seen);
            MatrixProduct.Of<TSimd, TVector>(queries, seen, columns, tile, k, qGradient.From(query));
        }

        int together = causal ? Together : positions;
        for (int key = 0; key < positions; key += together)
        {
            int keys = Math.Min(together, positions - key), first = causal ? key : 0, queries = positions - first;
            MatrixProduct.Of<TSimd, TVector>(
                keys, queries, columns, p.From(first, key).Transposed, upstream.From(first), vGradient.From(key));
            MatrixProduct.Of<TSimd, TVector>(
                keys, queries, columns, slopes.From(first, key).Transposed, q.From(first), kGradient.From(key));
        }
    }
}
