using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests;

/// <summary>
/// Attention as numerics: against double precision, of which differences are the gradient, and the same bits whoever computes them.
/// </summary>
public sealed class AttentionTests
{
    private const int Examples = 2;

    // Where keys are masked, the second example has as many as said.
    [Theory]
    [InlineData(1, 2, 4, false)]
    [InlineData(16, 4, 4, true)]
    [InlineData(35, 2, 16, false)]
    [InlineData(35, 2, 16, true)]
    [InlineData(40, 1, 36, false, 33)]
    [InlineData(19, 3, 5, false, 7)]
    [InlineData(19, 3, 5, true, 1)]
    public void It_is_what_its_formula_says(int positions, int heads, int headWidth, bool causal, int keys = 0)
    {
        Case attention = new(positions, heads, headWidth, causal, keys);
        double[] projected = [.. attention.Projected];

        Assert.All(
            attention.Reference(projected).Zip(attention.Results()), static pair => Assert.Equal(pair.First, pair.Second, 2e-6));
        float[] gradient = attention.Gradient();
        for (int row = 0; row < positions; row++)
        {
            for (int part = 0; part < 3; part++)
            {
                int[] columns = [.. attention.ColumnsOf(row, part)];
                double slope = (Loss(1e-4) - Loss(-1e-4)) / 2e-4;
                Assert.Equal(slope, columns.Sum(column => Sign(column) * gradient[column]), 2e-5);

                double Loss(double step)
                {
                    double[] moved = [.. projected];
                    foreach (int column in columns)
                        moved[column] += Sign(column) * step;
                    return attention.Reference(moved).Zip(attention.Upstream, static (result, upstream) => result * upstream).Sum();
                }
            }
        }
    }

    [Fact]
    public void What_is_masked_has_no_weight()
    {
        Case attention = new(Positions: 19, Heads: 1, HeadWidth: 4, Causal: true, Keys: 7);
        int stride = AttentionLayout.KeyStride(19);
        float[][] weights = [.. attention.Weights().Chunk(stride)];
        for (int row = 0; row < weights.Length; row++)
        {
            int seen = Math.Min(row % 19 + 1, row < 19 ? 19 : 7);
            Assert.Equal(1, weights[row].Sum(), 1e-6);
            Assert.All(weights[row][seen..], static weight => Assert.Equal(0, weight));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_query_by_itself_has_the_same_bits_and_touches_no_other(bool causal)
    {
        Case attention = new(Positions: 37, Heads: 2, HeadWidth: 7, causal, Keys: 20);
        float[] all = attention.Results();
        for (int query = 0; query < attention.Positions; query++)
        {
            float[] own = attention.Results(query, query + 1);
            for (int i = 0; i < all.Length; i++)
                Assert.Equal(i / attention.Width % attention.Positions == query ? all[i] : Case.Untouched, own[i]);
        }
    }

    [Theory]
    [InlineData(35, 2, 16, false, 0)]
    [InlineData(22, 2, 7, true, 9)]
    public void Every_width_gives_the_same_bits(int positions, int heads, int headWidth, bool causal, int keys) =>
        EveryWidth.AssertSameBits(() => new Case(positions, heads, headWidth, causal, keys));

    private static int Sign(int column) => (column * 7 + column / 5) % 3 == 0 ? 1 : -1;

    // Rows without padding. Scratch is full of NaN, so that nobody reads what has not been written.
    private sealed record Case(int Positions, int Heads, int HeadWidth, bool Causal, int Keys) : EveryWidth.ISubject
    {
        public const float Untouched = 3;

        public int Width => Heads * HeadWidth;

        public float[] Projected { get; } = [.. Numbers.Uniform(Examples * Positions * 3 * Heads * HeadWidth, 1).Select(static x => 2 * x)];

        public float[] Upstream { get; } = Numbers.Uniform(Examples * Positions * Heads * HeadWidth, 2);

        public IEnumerable<int> ColumnsOf(int position, int part) =>
            from example in Enumerable.Range(0, Examples)
            from column in Enumerable.Range(0, Width)
            select ((example * Positions + position) * 3 + part) * Width + column;

        public double[] Reference(double[] projected)
        {
            double[] results = new double[Examples * Positions * Width];
            for (int row = 0; row < Examples * Positions; row++)
            {
                int first = row / Positions * Positions, seen = Causal ? row % Positions + 1 : Positions;
                if (Keys > 0 && first > 0)
                    seen = Math.Min(seen, Keys);
                for (int column = 0; column < Width; column += HeadWidth)
                {
                    double[] scores = new double[seen];
                    for (int key = 0; key < seen; key++)
                    {
                        for (int i = column; i < column + HeadWidth; i++)
                            scores[key] += projected[row * 3 * Width + i] * projected[((first + key) * 3 + 1) * Width + i];
                        scores[key] = Math.Exp(scores[key] / Math.Sqrt(HeadWidth));
                    }

                    double sum = scores.Sum();
                    for (int key = 0; key < seen; key++)
                    {
                        for (int i = column; i < column + HeadWidth; i++)
                            results[row * Width + i] += scores[key] / sum * projected[((first + key) * 3 + 2) * Width + i];
                    }
                }
            }

            return results;
        }

        public float[] Results() => Results(0, Positions);

        public float[] Results(int firstQuery, int endQuery)
        {
            float[] slab = Slab();
            Attention.Apply(
                RowRange.All(Examples), Positions, Width, Heads, Causal, ref Scratch()[0], ref slab[0], 0, To, weights: -1, LengthsOrNone,
                firstQuery, endQuery);
            return Unpadded(slab.AsSpan((int)To), Examples * Positions, Width);
        }

        public float[] Weights() => Applied().AsSpan((int)WeightsAt, WeightCount).ToArray();

        public float[] Gradient()
        {
            float[] slab = Applied();
            Attention.Backpropagate(
                RowRange.All(Examples), Positions, Width, Heads, Causal, ref Scratch()[0], ref slab[0], UpstreamAt, 0, WeightsAt,
                GradientAt);
            return Unpadded(slab.AsSpan((int)GradientAt), Examples * Positions, 3 * Width);
        }

        public float[] Result<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            float[] slab = Slab(), s = Scratch();
            Heads heads = new(Positions, Width, Heads);
            new AttentionForward(
                RowRange.All(Examples), heads, Causal, ref s[0], ref slab[0], ref slab[To], ref slab[WeightsAt], keeps: true,
                Keys > 0 ? slab.AsSpan((int)Lengths) : [], 0, Positions).Run<TSimd, TVector>();
            new AttentionBackward(
                RowRange.All(Examples), Positions, heads, Causal, ref s[0], ref slab[UpstreamAt], ref slab[0], ref slab[WeightsAt],
                ref slab[GradientAt]).Run<TSimd, TVector>();
            return slab;
        }

        private int Rows(int width) => Examples * Positions * Layout.RowStride(width);

        private int WeightCount => Examples * (int)AttentionLayout.Weights(Positions, Heads);

        private nint To => Rows(3 * Width);

        private nint UpstreamAt => To + Rows(Width);

        private nint WeightsAt => UpstreamAt + Rows(Width);

        private nint GradientAt => WeightsAt + WeightCount;

        private nint Lengths => GradientAt + Rows(3 * Width);

        private nint LengthsOrNone => Keys > 0 ? Lengths : -1;

        private float[] Slab()
        {
            float[] slab = new float[Lengths + Examples * Layout.RowStride(1)];
            slab.AsSpan().Fill(Untouched);
            Padded(Projected, 3 * Width, slab);
            Padded(Upstream, Width, slab.AsSpan((int)UpstreamAt));
            (slab[Lengths], slab[Lengths + Layout.RowStride(1)]) = (Positions, Keys);
            return slab;
        }

        private float[] Applied()
        {
            float[] slab = Slab();
            Attention.Apply(
                RowRange.All(Examples), Positions, Width, Heads, Causal, ref Scratch()[0], ref slab[0], 0, To, WeightsAt, LengthsOrNone);
            return slab;
        }

        private float[] Scratch()
        {
            float[] scratch = new float[AttentionLayout.Scratch(Positions, Width, Heads)];
            scratch.AsSpan().Fill(float.NaN);
            return scratch;
        }

        private static void Padded(float[] rows, int width, Span<float> slab)
        {
            for (int i = 0; i < rows.Length; i++)
                slab[i / width * Layout.RowStride(width) + i % width] = rows[i];
        }

        private static float[] Unpadded(Span<float> slab, int rows, int width)
        {
            float[] values = new float[rows * width];
            for (int i = 0; i < values.Length; i++)
                values[i] = slab[i / width * Layout.RowStride(width) + i % width];
            return values;
        }
    }
}
