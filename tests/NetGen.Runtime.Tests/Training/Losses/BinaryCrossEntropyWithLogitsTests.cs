namespace NetGen.Runtime.Tests;

public sealed class BinaryCrossEntropyWithLogitsTests() : ElementwiseLossTests<BinaryCrossEntropyWithLogits>(
    Loss.BinaryCrossEntropyWithLogits)
{
    [Fact]
    public void Extreme_logits_cost_what_they_are_worth_and_no_more()
    {
        (double loss, float[] gradient) = Row([100f, -100f, 1e4f, -1e4f], [1f, 0f, 1f, 0f]);
        Assert.Equal(0, loss, 1e-37);
        Assert.All(gradient, static slope => Assert.Equal(0, slope, 1e-37));

        (loss, gradient) = Row([100f, -100f, 1e4f, -1e4f], [0f, 1f, 0f, 1f]);
        Assert.Equal(20_200, loss);
        Assert.Equal([0.25f, -0.25f, 0.25f, -0.25f], gradient);
    }

    [Theory]
    [InlineData(20f, 1f)]
    [InlineData(-20f, 0f)]
    [InlineData(70f, 1f)]
    public void Certainty_keeps_its_small_loss_and_slope(float logit, float target)
    {
        (double loss, float[] gradient) = Row([logit], [target]);

        double small = Math.Exp(-Math.Abs(logit));
        Assert.Equal(1, loss / small, 1e-6);
        Assert.Equal(-Math.Sign(logit), gradient[0] / small, 1e-6);
    }

    [Fact]
    public void A_logit_of_zero_costs_log_2()
    {
        (double loss, float[] gradient) = Row([0f, 0f], [1f, 0.25f]);

        Assert.Equal(2 * Math.Log(2), loss, 1e-7);
        Assert.Equal([-0.25f, 0.125f], gradient);
    }

    protected override double Term(double y, double t) => Math.Max(y, 0) - y * t + Math.Log(1 + Math.Exp(-Math.Abs(y)));

    private protected override float Target(SeededRandom random) => random.NextInt32(3) == 0 ? random.NextInt32(2) : random.NextSingle();

    private protected override void AssertSameBits(Func<LossCase> create) => AssertSameBits(Loss.BinaryCrossEntropyWithLogits, create);
}
