namespace NetGen.Runtime.Tests;

public abstract class HuberTests(Huber loss, double delta) : ElementwiseLossTests<Huber>(loss)
{
    private readonly Huber loss = loss;

    protected override double Term(double y, double t) =>
        Math.Abs(y - t) <= delta ? 0.5 * (y - t) * (y - t) : delta * (Math.Abs(y - t) - 0.5 * delta);

    private protected override void AssertSameBits(Func<LossCase> create) => AssertSameBits(loss, create);
}

public sealed class HuberOfOneTests() : HuberTests(Loss.Huber(), 1)
{
    [Fact]
    public void Slope_is_the_difference_up_to_delta()
    {
        (double loss, float[] gradient) = Row([0.5f, 1f, 3f, -3f], [0f, 0f, 0f, 0f]);

        Assert.Equal(0.125 + 0.5 + 2.5 + 2.5, loss);
        Assert.Equal([0.125f, 0.25f, 0.25f, -0.25f], gradient);
    }

    [Fact]
    public void Every_way_to_leave_delta_out_gives_one() =>
        Assert.Equal([1f, 1f, 1f], [Loss.Huber().Delta, new Huber().Delta, default(Huber).Delta]);

    [Theory]
    [InlineData(0f)]
    [InlineData(-1f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Delta_out_of_range_is_refused(float delta) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(delta), () => Loss.Huber(delta));
}

public sealed class HuberOfAnotherDeltaTests() : HuberTests(Loss.Huber(0.375f), 0.375);
