namespace NetGen.Runtime.Tests;

public sealed class MeanSquaredErrorTests() : ElementwiseLossTests<MeanSquaredError>(Loss.MeanSquaredError)
{
    [Theory]
    [MemberData(nameof(LossShapes.All), MemberType = typeof(LossShapes))]
    public void Gradient_is_precise_where_outputs_are_close_too(int rows, int width)
    {
        LossCase example = Create(rows, width, scale: 1);

        Loss.MeanSquaredError.SumAndGradient(example.OutputBatch, example.Targets, example.GradientBatch);

        for (int row = 0; row < rows; row++)
        {
            foreach ((int column, (double output, double target)) in example.OutputRow(row).Zip(example.TargetRow(row)).Index())
            {
                double slope = 2 * (output - target) / (rows * width);
                Assert.Equal(slope, example.Gradients[row * example.Stride + column], 3e-7 * Math.Abs(slope));
            }
        }
    }

    [Fact]
    public void A_slope_beyond_the_greatest_float_is_infinite()
    {
        (double loss, float[] gradient) = Row([3e38f], [-1e38f]);

        Assert.Equal(16e76, loss, 1e71);
        Assert.Equal([float.PositiveInfinity], gradient);
    }

    protected override double Term(double y, double t) => (y - t) * (y - t);

    private protected override void AssertSameBits(Func<LossCase> create) => AssertSameBits(Loss.MeanSquaredError, create);
}
