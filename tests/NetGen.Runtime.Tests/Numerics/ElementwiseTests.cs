using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests;

public class ElementwiseTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(45)]
    [InlineData(64)]
    [InlineData(257)]
    public void Apply_changes_every_column_and_no_padding(int width)
    {
        const int Rows = 3;
        int stride = Layout.RowStride(width);
        float[] values = new float[Rows * stride];
        for (int i = 0; i < values.Length; i++)
            values[i] = i % stride < width ? i / 100f - 1f : 0f;
        float[] expected = [.. values.Select((value, i) => i % stride < width ? Sigmoid.Value<Simd32, float>(value) : 0f)];

        Elementwise.Apply<Sigmoid>(ref values[0], Rows, width);

        Assert.Equal(expected, values);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(45)]
    [InlineData(257)]
    public void Apply_gives_the_same_bits_on_every_width(int width) => EveryWidth.AssertSameBits(() => new Application(width));

    private sealed class Application(int width) : EveryWidth.ISubject
    {
        public float[] Result<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            float[] values = [.. Enumerable.Range(0, 2 * Layout.RowStride(width)).Select(static i => i / 50f - 3f)];
            new Elementwise.Application<Gelu>(values, width).Run<TSimd, TVector>();
            return [.. values.Where((_, i) => i % Layout.RowStride(width) < width)];
        }
    }
}
