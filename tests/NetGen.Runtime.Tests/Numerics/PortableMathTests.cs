namespace NetGen.Runtime.Tests;

public class PortableMathTests
{
    [Fact]
    public void Logarithm_is_that_of_the_platform_to_the_last_bits()
    {
        SeededRandom random = new(3);
        for (int i = 0; i < 100_000; i++)
        {
            double x = Math.ScaleB(1 + random.NextSingle(), random.NextInt32(110) - 105);
            double expected = Math.Log(x);
            double tolerance = 1e-15 * Math.Max(1e-1, Math.Abs(expected));
            Assert.InRange(PortableMath.Log(x), expected - tolerance, expected + tolerance);
        }

        Assert.Equal(0, PortableMath.Log(1));
    }

    [Theory]
    [InlineData(0.9, 0, 1)]
    [InlineData(0, 0, 1)]
    [InlineData(0, 3, 0)]
    [InlineData(0.5, 10, 0.0009765625)]
    [InlineData(1.5, 5, 7.59375)]
    [InlineData(0.999, 1L << 40, 0)]
    public void Power_is_repeated_multiplication(double x, long exponent, double expected) =>
        Assert.Equal(expected, PortableMath.Power(x, exponent));

    [Fact]
    public void Raised_cosine_is_that_of_the_platform_to_the_last_bits()
    {
        for (int i = 0; i <= 10_000; i++)
        {
            double u = i / 10_000.0;
            double half = Math.Sin(Math.PI / 2 * (1 - u));
            Assert.Equal(half * half, PortableMath.RaisedCosine(u), 4e-16);
        }

        Assert.Equal([1, 0], [PortableMath.RaisedCosine(0), PortableMath.RaisedCosine(1)]);
        Assert.Equal(0.5, PortableMath.RaisedCosine(0.5), 2e-16);
    }
}
