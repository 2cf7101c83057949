namespace NetGen.Runtime.Tests;

/// <summary>Cross-entropy with smoothed targets, which are held against their definition as every loss is.</summary>
public sealed class LabelSmoothingTests() : LossTests<SoftmaxCrossEntropy>(Loss.SoftmaxCrossEntropy with { LabelSmoothing = Smoothing })
{
    private const float Smoothing = 0.1f;

    [Fact]
    public void A_share_is_spread_over_all_classes()
    {
        // -log softmax is log(1 + e + e²) less 0, 1 and 2.
        double logSum = Math.Log(1 + Math.E + Math.E * Math.E);
        double expected = 0.9 * (logSum - 2) + 0.1 * (logSum - 1);

        Assert.Equal(expected, Row([1f, 2f, 3f], [0f, 0f, 1f]).Loss, 1e-7);
    }

    [Fact]
    public void The_gradient_vanishes_where_the_softmax_is_the_smoothed_target()
    {
        float[] gradient = Row([MathF.Log(0.05f), MathF.Log(0.95f)], [0f, 1f]).Gradient;
        Assert.All(gradient, static slope => Assert.Equal(0, slope, 1e-7));
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(1f)]
    [InlineData(float.NaN)]
    public void A_share_is_from_0_to_below_1(float share)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => Loss.SoftmaxCrossEntropy with { LabelSmoothing = share });

        Assert.Equal(("LabelSmoothing", (object)share), (exception.ParamName, exception.ActualValue));
    }

    protected override double RowLoss(double[] outputs, double[] targets) =>
        CrossEntropyReference.RowLoss(outputs, CrossEntropyReference.Smoothed(targets, Smoothing));

    private protected override float Target(SeededRandom random) => random.NextSingle();

    private protected override void AssertSameBits(Func<LossCase> create) => EveryWidth.AssertSameBits(
        () => new CrossEntropySubject<float, ProbabilityRow>(Smoothing, create(), static example => example.Targets));
}
