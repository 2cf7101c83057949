namespace NetGen.Runtime.Tests;

public sealed class MeanAbsoluteErrorTests() : ElementwiseLossTests<MeanAbsoluteError>(Loss.MeanAbsoluteError)
{
    [Fact]
    public void Slope_is_the_sign_and_zero_where_the_output_is_right()
    {
        (double loss, float[] gradient) = Row([3f, 1f, -2f, 0f], [1f, 1f, 2f, 0f]);

        Assert.Equal(6, loss);
        Assert.Equal([0.25f, 0f, -0.25f, 0f], gradient);
    }

    protected override double Term(double y, double t) => Math.Abs(y - t);

    private protected override void AssertSameBits(Func<LossCase> create) => AssertSameBits(Loss.MeanAbsoluteError, create);
}
