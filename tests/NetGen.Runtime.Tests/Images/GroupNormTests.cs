using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests;

/// <summary>Norms over groups as numerics: against double precision, far from zero and near the ends of a float's range.</summary>
public sealed class GroupNormTests
{
    private const float Epsilon = 1e-5f;

    // Groups of few channels, of more than fit together, and of more than are looked at together.
    [Theory]
    [InlineData(1, 6, 3)]
    [InlineData(12, 5, 1)]
    [InlineData(70, 64, 32)]
    [InlineData(9, 66, 3)]
    [InlineData(200, 210, 2)]
    [InlineData(3, 70, 70)]
    public void Every_group_gets_mean_0_and_variance_1(int positions, int width, int groups) =>
        AssertClose(Numbers.Uniform(2 * positions * width, seed: 3), positions, width, groups, tolerance: 2e-6);

    [Fact]
    public void A_large_mean_costs_no_digits() => AssertClose(
        [.. Numbers.Uniform(2 * 50 * 12, seed: 4).Select(static x => 4096 + MathF.Round(x * 1024) / 1024)], 50, 12, 4, tolerance: 2e-6);

    [Theory]
    [InlineData(1e30f)]
    [InlineData(1e-30f)]
    public void Squares_beyond_a_floats_range_are_no_harm(float size) =>
        AssertClose([.. Numbers.Uniform(2 * 9 * 6, seed: 5).Select(x => size * x)], 9, 6, 2, tolerance: 2e-6);

    [Fact]
    public void Every_width_gives_the_same_bits()
    {
        EveryWidth.AssertSameBits(static () => new OfPositions());
        EveryWidth.AssertSameBits(static () => new Rows());
    }

    private static void AssertClose(float[] examples, int positions, int width, int groups, double tolerance)
    {
        int stride = Layout.RowStride(width), count = examples.Length / (positions * width), size = width / groups;
        float[] slab = new float[2 * count * positions * stride + count * Layout.RowStride(groups)];
        nint to = count * positions * stride, inverse = 2 * to;
        for (int i = 0; i < examples.Length; i++)
            slab[i / width * stride + i % width] = examples[i];
        GroupNorm.Normalize(RowRange.All(count), positions, width, groups, Epsilon, ref slab[0], 0, to, inverse);

        for (int example = 0; example < count; example++)
        {
            for (int group = 0; group < groups; group++)
            {
                int first = group * size;
                int[] places =
                [
                    .. from position in Enumerable.Range(0, positions)
                       from channel in Enumerable.Range(first, size)
                       select (example * positions + position) * stride + channel,
                ];
                double mean = places.Average(place => (double)slab[place]);
                double deviation = Math.Sqrt(places.Average(place => (slab[place] - mean) * (slab[place] - mean)) + Epsilon);
                Assert.All(places, place => Assert.Equal((slab[place] - mean) / deviation, slab[to + place], tolerance));
                Assert.Equal(1, slab[inverse + example * Layout.RowStride(groups) + group] * deviation, 1e-6);
            }
        }
    }

    private const int Positions = 130, Columns = 37;

    private sealed class OfPositions : EveryWidth.ISubject
    {
        public float[] Result<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            float[] x = Numbers.Uniform(Positions * Columns, 1), y = Numbers.Uniform(Positions * Columns, 2), center = x[..Columns];
            double[] first = new double[Columns], second = new double[Columns];
            new PositionSums<DeviationProduct>(Positions, Columns, Columns, ref x[0], ref y[0], ref center[0], first, second)
                .Run<TSimd, TVector>();
            return [.. first.Concat(second).Select(static sum => (float)sum)];
        }
    }

    private sealed class Rows : EveryWidth.ISubject
    {
        public float[] Result<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            float[] x = Numbers.Uniform(Positions * Columns, 1), y = Numbers.Uniform(Positions * Columns, 2), result = new float[x.Length];
            new GroupRows<GroupNorm.Projected>(
                Positions, Columns, Columns, ref x[0], ref y[0], ref result[0], x.AsSpan(0, Columns), y.AsSpan(0, Columns),
                x.AsSpan(Columns, Columns)).Run<TSimd, TVector>();
            return result;
        }
    }
}
