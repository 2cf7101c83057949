using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests;

public class CReLUTests
{
    private const int Rows = 2;

    // Two whole vectors of 16 and a remainder.
    private const int Width = 37;

    [Theory]
    [InlineData(1f)]
    [InlineData(-1f)]
    public void Halves_are_the_positive_part_and_the_negative_part(float sign)
    {
        float[] input = Input();
        float[] result = new Values(input, sign).Result<Simd32, float>();
        for (int column = 0; column < Width; column++)
        {
            Assert.Equal(float.IsNaN(input[column]) ? float.NaN : Math.Max(input[column], 0), result[column]);
            Assert.Equal(float.IsNaN(input[column]) ? float.NaN : sign * Math.Max(-input[column], 0), result[Width + column]);
        }
    }

    [Theory]
    [InlineData(1f)]
    [InlineData(-1f)]
    public void Gradient_comes_from_the_half_that_is_not_zero(float sign)
    {
        float[] kept = new Values(Input(), sign).Result<Simd32, float>();
        float[] result = new Gradients(Upstream(), kept, sign).Result<Simd32, float>();
        for (int column = 0; column < Width; column++)
        {
            float expected = kept[column] > 0 ? Upstream()[column]
                : sign * kept[Width + column] > 0 ? -sign * Upstream()[Width + column] : 0;
            Assert.Equal(expected, result[column]);
        }
    }

    [Theory]
    [InlineData(1f)]
    [InlineData(-1f)]
    public void Every_width_gives_the_same_bits(float sign)
    {
        float[] kept = new Values(Input(), sign).Result<Simd32, float>();
        EveryWidth.AssertSameBits(() => new Values(Input(), sign));
        EveryWidth.AssertSameBits(() => new Gradients(Upstream(), kept, sign));
    }

    // Rows of both signs, with a zero of each, infinities and a NaN.
    private static float[] Input()
    {
        float[] input = new float[Rows * Layout.RowStride(Width)];
        for (int i = 0; i < input.Length; i++)
            input[i] = (i % 7 - 3) * 0.3f;
        (input[1], input[2], input[4], input[36]) = (-0f, float.NaN, float.PositiveInfinity, float.NegativeInfinity);
        return input;
    }

    private static float[] Upstream() => [.. Enumerable.Range(0, Rows * Layout.RowStride(2 * Width)).Select(static i => i - 30f)];

    private sealed class Values(float[] input, float sign) : EveryWidth.ISubject
    {
        public float[] Result<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            float[] result = new float[Rows * Layout.RowStride(2 * Width)];
            new CReLU.Forward(RowRange.All(Rows), Width, sign, ref input[0], ref result[0]).Run<TSimd, TVector>();
            return result;
        }
    }

    private sealed class Gradients(float[] upstream, float[] kept, float sign) : EveryWidth.ISubject
    {
        public float[] Result<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            float[] result = new float[Rows * Layout.RowStride(Width)];
            new CReLU.Backward(RowRange.All(Rows), Width, sign, ref upstream[0], ref kept[0], ref result[0]).Run<TSimd, TVector>();
            return result;
        }
    }
}
