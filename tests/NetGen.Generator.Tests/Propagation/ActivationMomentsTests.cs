namespace NetGen.Generator.Tests;

/// <summary>The moments of activations of Gaussian numbers, by closed form or quadrature, against sums over a fine grid.</summary>
public sealed class ActivationMomentsTests
{
    private const double Tolerance = 1e-3;

    private static readonly ActivationFunction[] Functions =
        [new ReLU(), new LeakyReLU(0.3f), new NegativePart(), new Tanh(), new Sigmoid(), new Gelu(), new GeluTanh(), new SiLU()];

    public static TheoryData<string, double> Arguments =>
        [.. from function in Functions from deviation in new[] { 0.01, 0.5, 1, 1.7, 4, 20, 100 } select (function.Name, deviation)];

    [Theory]
    [MemberData(nameof(Arguments))]
    public void Mean_and_mean_square_of_the_value_are_those_of_a_sum(string function, double deviation)
    {
        ActivationFunction f = Function(function);
        UnitMoments moments = f.ValueOfGaussian(Argument(deviation, 0));

        AssertClose(BruteForce.Mean(z => f.ValueAt(deviation * z)), moments.Mean, moments.Square);
        AssertClose(BruteForce.Mean(z => f.ValueAt(deviation * z) * f.ValueAt(deviation * z)), moments.Square, 0);
    }

    [Theory]
    [MemberData(nameof(Arguments))]
    public void Mean_and_mean_square_of_the_slope_are_those_of_a_sum(string function, double deviation)
    {
        ActivationFunction f = Function(function);
        UnitMoments moments = f.SlopeOfGaussian(Argument(deviation, 0));

        AssertClose(BruteForce.Mean(z => f.SlopeAt(deviation * z)), moments.Mean, 0);
        AssertClose(BruteForce.Mean(z => f.SlopeAt(deviation * z) * f.SlopeAt(deviation * z)), moments.Square, 0);
    }

    // By an expansion that ends, within a quarter of the 0.02 that cosines are promised to.
    [Theory]
    [MemberData(nameof(Arguments))]
    public void Overlap_of_two_inputs_is_that_of_a_sum(string function, double deviation)
    {
        ActivationFunction f = Function(function);
        Assert.All([-0.5, 0.5, 0.97], correlation =>
        {
            UnitMoments moments = f.ValueOfGaussian(Argument(deviation, correlation));
            Assert.Equal(
                BruteForce.Overlap(z => f.ValueAt(deviation * z), correlation) / moments.Square, moments.Overlap / moments.Square, 0.005);
        });
    }

    [Theory]
    [InlineData("ReLU", -2)]
    [InlineData("ReLU", 1)]
    [InlineData("Sigmoid", -2)]
    [InlineData("Tanh", 0.7)]
    [InlineData("GELU", -1)]
    [InlineData("SiLU", 2)]
    public void An_argument_may_have_a_mean(string function, double mean)
    {
        ActivationFunction f = Function(function);
        UnitMoments z = new(mean, mean * mean + 1, mean * mean + 0.5), moments = f.ValueOfGaussian(z);

        AssertClose(BruteForce.Mean(x => f.ValueAt(mean + x)), moments.Mean, 0);
        AssertClose(BruteForce.Mean(x => f.ValueAt(mean + x) * f.ValueAt(mean + x)), moments.Square, 0);
        AssertClose(BruteForce.Overlap(x => f.ValueAt(mean + x), 0.5), moments.Overlap, 0);
        AssertClose(BruteForce.Mean(x => f.SlopeAt(mean + x) * f.SlopeAt(mean + x)), f.SlopeOfGaussian(z).Square, 0);
    }

    [Theory]
    [InlineData(-8)]
    [InlineData(-4)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(3.999)]
    [InlineData(4.001)]
    public void The_normal_distribution_is_that_of_a_sum(double x)
    {
        // Below x lies what lies above -x; on the side of the tail no digits cancel.
        const double Step = 1e-4;
        double tail = Enumerable.Range(0, 400_000).Sum(i => Step * NormalDistribution.Density(Math.Abs(x) + (i + 0.5) * Step));

        Assert.Equal(1, NormalDistribution.Cumulative(-Math.Abs(x)) / tail, 1e-7);
        Assert.Equal(1, NormalDistribution.Cumulative(x) + NormalDistribution.Cumulative(-x), 1e-14);
        Assert.Equal(x, NormalDistribution.Quantile(NormalDistribution.Cumulative(x)), 1e-6);
    }

    private static UnitMoments Argument(double deviation, double correlation) =>
        new(0, deviation * deviation, correlation * deviation * deviation);

    private static ActivationFunction Function(string name) => Functions.Single(function => function.Name == name);

    /// <param name="expected">The sum.</param>
    /// <param name="actual">What the compiler says.</param>
    /// <param name="scale">The number that the error counts against where it is the larger one.</param>
    private static void AssertClose(double expected, double actual, double scale) =>
        Assert.True(
            Math.Abs(actual - expected) <= Tolerance * Math.Max(Math.Abs(expected), scale), $"expected {expected:G6}, got {actual:G6}");
}
