namespace NetGen.Runtime.Tests;

public class NormalDistributionTests
{
    [Theory]
    [InlineData(-0.5, 3.08537538725986882e-01)]
    [InlineData(-1, 1.58655253931457046e-01)]
    [InlineData(-2.5, 6.20966532577613486e-03)]
    [InlineData(-4, 3.16712418331199243e-05)]
    [InlineData(-6, 9.86587645037698091e-10)]
    [InlineData(-12, 1.77648211207767904e-33)]
    public void Reference_agrees_with_values_computed_in_a_hundred_digits(double x, double expected) =>
        Assert.InRange(NormalDistribution.Cumulative(x) / expected, 1 - 1e-12, 1 + 1e-12);
}
