using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Rotary positions (Su et al. 2021): queries and keys turn by angles that grow with their position. In a head of width <c>d</c>, element
/// <c>i</c> and element <c>i + d / 2</c> are a point that turns by <c>t base^(-2 i / d)</c> at position <c>t</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Rotary
{
    /// <summary>Turns queries and keys, and copies values.</summary>
    /// <param name="rows">Which rows.</param>
    /// <param name="positions">The number of positions of an example.</param>
    /// <param name="width">The width of queries, of keys and of values, which lie side by side.</param>
    /// <param name="heads">The number of heads.</param>
    /// <param name="base">The base of the angles.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the rows lie in it.</param>
    /// <param name="to">Where the result goes.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Turn(RowRange rows, int positions, int width, int heads, float @base, ref float a, nint from, nint to) =>
        Turn(rows, positions, width, heads, @base, ref a, from, to, sign: 1f);

    /// <summary>Turns queries and keys back, and copies values.</summary>
    /// <inheritdoc cref="Turn(RowRange, int, int, int, float, ref float, nint, nint)"/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void TurnBack(RowRange rows, int positions, int width, int heads, float @base, ref float a, nint from, nint to) =>
        Turn(rows, positions, width, heads, @base, ref a, from, to, sign: -1f);

    private static void Turn(
        RowRange rows, int positions, int width, int heads, float @base, ref float a, nint from, nint to, float sign)
    {
        BatchSpan source = rows.Of(ref a, from, 3 * width), result = rows.Of(ref a, to, 3 * width);
        result.ClearPadding();
        int head = width / heads;
        Turns turns = Turns.Of(positions, head / 2, 2.0 / head, @base);
        for (int row = 0; row < result.Rows; row++)
        {
            int position = (rows.First + row) % positions;
            ReadOnlySpan<float> x = source[row];
            Span<float> y = result[row];
            for (int start = 0; start < 2 * width; start += head)
            {
                Points work = new(turns.Cosines(position), turns.Sines(position), sign, x.Slice(start, head), y.Slice(start, head));
                work.Run();
            }

            x[(2 * width)..].CopyTo(y[(2 * width)..]);
        }
    }

    private readonly ref struct Points(
        ReadOnlySpan<float> cosines, ReadOnlySpan<float> sines, float sign, ReadOnlySpan<float> x, Span<float> y) : IVectorized
    {
        private readonly ReadOnlySpan<float> cosines = cosines;
        private readonly ReadOnlySpan<float> sines = sines;
        private readonly ReadOnlySpan<float> x = x;
        private readonly Span<float> y = y;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            int whole = cosines.Length - cosines.Length % TSimd.Count;
            Elements<TSimd, TVector>(0, whole);
            Elements<Simd32, float>(whole, cosines.Length);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Elements<TSimd, TVector>(int start, int end)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            int half = cosines.Length;
            for (int i = start; i < end; i += TSimd.Count)
            {
                TVector cosine = TSimd.Load(in cosines[i]), sine = TSimd.Multiply(TSimd.Load(in sines[i]), TSimd.Create(sign));
                TVector first = TSimd.Load(in x[i]), second = TSimd.Load(in x[half + i]);
                TVector back = TSimd.Subtract(TSimd.Create(0f), TSimd.Multiply(second, sine));
                TSimd.Store(TSimd.FusedMultiplyAdd(first, cosine, back), ref y[i]);
                TSimd.Store(TSimd.FusedMultiplyAdd(second, cosine, TSimd.Multiply(first, sine)), ref y[half + i]);
            }
        }
    }
}
