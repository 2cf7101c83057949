using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests;

public sealed class NewtonSchulzTests
{
    [Theory]
    [InlineData(5, 5)]
    [InlineData(5, 70)]
    [InlineData(70, 5)]
    public void Singular_values_come_near_one(int outputs, int inputs)
    {
        float[] values = [100f, -30f, 10f, 1f, 0.3f];
        float[] matrix = new float[outputs * inputs];
        for (int i = 0; i < values.Length; i++)
            matrix[i * inputs + i] = values[i];

        float[] result = Orthogonal(matrix, outputs, inputs);

        for (int i = 0; i < result.Length; i++)
        {
            if (i / inputs == i % inputs)
                Assert.InRange(result[i] * Math.Sign(values[i % inputs]), 0.68, 1.21);
            else
                Assert.Equal(0f, result[i]);
        }
    }

    [Theory]
    [InlineData(-100)]
    [InlineData(-60)]
    [InlineData(100)]
    [InlineData(120)]
    public void The_size_of_a_matrix_does_not_matter(int powerOfTwo)
    {
        float[] matrix = Numbers.Uniform(9 * 40, 1);
        Assert.Equal(Orthogonal(matrix, 9, 40), Orthogonal(Array.ConvertAll(matrix, value => float.ScaleB(value, powerOfTwo)), 9, 40));
    }

    [Fact]
    public void Zero_stays_zero() => Assert.All(Orthogonal(new float[6], 2, 3), static value => Assert.Equal(0f, value));

    [Fact]
    public void Not_a_number_stays_visible() => Assert.Contains(float.NaN, Orthogonal([1f, float.NaN, 0f, 1f], 2, 2));

    private static float[] Orthogonal(float[] matrix, int outputs, int inputs)
    {
        float[] panels = new float[Layout.Length([outputs, inputs])];
        Panels.Pack(matrix, [outputs, inputs], ref panels[0]);
        NewtonSchulz.Orthogonalize(panels, outputs, inputs, new float[NewtonSchulz.ScratchLength(outputs, inputs)]);
        float[] result = new float[matrix.Length];
        Panels.Unpack(ref panels[0], [outputs, inputs], result);
        return result;
    }
}
