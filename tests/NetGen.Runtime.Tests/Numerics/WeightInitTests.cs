namespace NetGen.Runtime.Tests;

public class WeightInitTests
{
    [Theory]
    [InlineData(Init.KaimingNormal, 2.0 / 300)]
    [InlineData(Init.KaimingUniform, 2.0 / 300)]
    [InlineData(Init.XavierNormal, 2.0 / 500)]
    [InlineData(Init.XavierUniform, 2.0 / 500)]
    [InlineData(Init.LeCunNormal, 1.0 / 300)]
    public void Random_weights_have_the_variance_of_their_scheme(Init init, double variance)
    {
        float[] weight = Fill(200, 300, init, scale: 0.5f);

        Assert.InRange(weight.Average(), -0.001, 0.001);
        Assert.InRange(weight.Average(static w => (double)w * w) / (0.25 * variance), 0.98, 1.02);
    }

    [Theory]
    [InlineData(Init.KaimingUniform, 6.0 / 300)]
    [InlineData(Init.XavierUniform, 6.0 / 500)]
    public void Uniform_weights_fill_their_range(Init init, double squaredBound)
    {
        float largest = Fill(200, 300, init, scale: 1f).Max(MathF.Abs);
        Assert.InRange(largest / Math.Sqrt(squaredBound), 0.999, 1.000001);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(45, 45)]
    [InlineData(7, 65)]
    [InlineData(65, 7)]
    [InlineData(256, 256)]
    public void Orthogonal_has_orthonormal_rows_or_columns_times_scale(int outputs, int inputs)
    {
        const float Scale = 2f;
        float[] weight = Fill(outputs, inputs, Init.Orthogonal, Scale);
        bool rows = outputs <= inputs;
        int count = Math.Min(outputs, inputs);
        int length = Math.Max(outputs, inputs);
        double Component(int vector, int i) => rows ? weight[vector * inputs + i] : weight[i * inputs + vector];

        for (int a = 0; a < count; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                double dot = Enumerable.Range(0, length).Sum(i => Component(a, i) * Component(b, i));
                Assert.InRange(dot - (a == b ? Scale * Scale : 0), -2e-6, 2e-6);
            }
        }
    }

    [Theory]
    [InlineData(Init.KaimingNormal, 2.0 / (30 * 9))]
    [InlineData(Init.XavierUniform, 2.0 / (30 * 9 + 100 * 9))]
    [InlineData(Init.LeCunNormal, 1.0 / (30 * 9))]
    public void A_kernel_counts_its_taps_as_inputs_and_as_outputs(Init init, double variance)
    {
        float[] weight = Fill([100, 30, 3, 3], init, scale: 1f);
        Assert.InRange(weight.Average(static w => (double)w * w) / variance, 0.97, 1.03);
    }

    [Fact]
    public void Orthogonal_kernels_are_the_rows_of_their_matrix() =>
        Assert.Equal(Fill([5, 18], Init.Orthogonal, scale: 1f), Fill([5, 2, 3, 3], Init.Orthogonal, scale: 1f));

    // As PyTorch's dirac_: the tap in the middle, and of an even kernel the one behind it.
    [Theory]
    [InlineData(3, 4)]
    [InlineData(2, 3)]
    [InlineData(4, 10)]
    public void Identity_of_a_kernel_has_scale_at_the_tap_in_the_middle(int size, int tap)
    {
        int taps = size * size;
        float[] expected = new float[2 * 3 * taps];
        expected[tap] = expected[(1 * 3 + 1) * taps + tap] = 3f;
        Assert.Equal(expected, Fill([2, 3, size, size], Init.Identity, scale: 3f));
    }

    [Fact]
    public void Identity_has_scale_on_the_diagonal() =>
        Assert.Equal([3f, 0f, 0f, 0f, 3f, 0f], Fill(2, 3, Init.Identity, scale: 3f));

    [Fact]
    public void Zeros_are_zeros() => Assert.Equal(new float[6], Fill(2, 3, Init.Zeros, scale: 3f));

    [Fact]
    public void Other_values_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("init", () => Fill(2, 3, (Init)99, scale: 1f));

    [Theory]
    [InlineData(Init.KaimingNormal)]
    [InlineData(Init.KaimingUniform)]
    [InlineData(Init.Orthogonal)]
    public void The_same_seed_gives_the_same_weights(Init init) =>
        Assert.Equal(Fill(7, 45, init, scale: 1f), Fill(7, 45, init, scale: 1f));

    private static float[] Fill(int outputs, int inputs, Init init, float scale) => Fill([outputs, inputs], init, scale);

    private static float[] Fill(int[] shape, Init init, float scale)
    {
        float[] weight = new float[shape.Aggregate(static (product, dimension) => product * dimension)];
        Array.Fill(weight, float.NaN);
        WeightInit.Fill(weight, shape, init, scale, new SeededRandom(7));
        return weight;
    }
}
