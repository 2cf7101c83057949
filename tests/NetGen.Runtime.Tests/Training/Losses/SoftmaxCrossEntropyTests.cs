namespace NetGen.Runtime.Tests;

public sealed class SoftmaxCrossEntropyTests() : LossTests<SoftmaxCrossEntropy>(Loss.SoftmaxCrossEntropy)
{
    [Fact]
    public void Mean_is_over_rows() => Assert.Equal(1, Loss.SoftmaxCrossEntropy.TermsPerRow(45));

    [Fact]
    public void Equal_logits_cost_the_logarithm_of_the_number_of_classes()
    {
        (double loss, float[] gradient) = Row([7f, 7f, 7f, 7f], [0f, 1f, 0f, 0f]);

        Assert.Equal(Math.Log(4), loss, 1e-7);
        Assert.Equal([0.25f, -0.75f, 0.25f, 0.25f], gradient);
    }

    [Theory]
    [InlineData(100f)]
    [InlineData(1e4f)]
    [InlineData(-100f)]
    [InlineData(-1e4f)]
    public void Extreme_logits_cost_what_they_are_worth_and_no_more(float logit)
    {
        (double loss, float[] gradient) = Row([logit, 0f], logit > 0 ? [1f, 0f] : [0f, 1f]);
        Assert.Equal(0, loss, 1e-37);
        Assert.All(gradient, static slope => Assert.Equal(0, slope, 1e-37));

        (loss, gradient) = Row([logit, 0f], logit > 0 ? [0f, 1f] : [1f, 0f]);
        Assert.Equal(Math.Abs(logit), loss);
        Assert.Equal(logit > 0 ? [1f, -1f] : [-1f, 1f], gradient);
    }

    [Fact]
    public void Logits_count_by_their_differences_alone()
    {
        (double loss, float[] gradient) = Row([1f, 2f, 4f], [0f, 1f, 0f]);
        (double shiftedLoss, float[] shifted) = Row([8193f, 8194f, 8196f], [0f, 1f, 0f]);

        Assert.Equal(loss, shiftedLoss);
        Assert.Equal(gradient, shifted);
    }

    [Fact]
    public void A_single_output_is_refused_where_the_trainer_is_created()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(
            () => new ReLULayer<From130To1>().CreateTrainer(new Sgd(1e-3f), Loss.SoftmaxCrossEntropy, batchSize: 4));

        Assert.Contains("expected at least 2 outputs", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, exception.ActualValue);
    }

    [Fact]
    public void A_trainer_takes_its_mean_over_rows()
    {
        ReLULayer<From45To7> network = new();
        network.Parameters["layers.0.linear.weight"].Scale(0);
        var trainer = network.CreateTrainer(new Sgd(1e-3f), Loss.SoftmaxCrossEntropy, batchSize: 4);
        float[] targets = new float[6 * 7];
        for (int row = 0; row < 6; row++)
            targets[row * 7 + row] = 1;

        Assert.Equal(Math.Log(7), trainer.Evaluate(Numbers.Uniform(6 * 45, 1), targets), 1e-6);
        Assert.Equal(Math.Log(7), trainer.Step(Numbers.Uniform(3 * 45, 1), targets.AsSpan(0, 3 * 7)), 1e-6);
    }

    protected override double RowLoss(double[] outputs, double[] targets) => CrossEntropyReference.RowLoss(outputs, targets);

    // Not normalised: the definition holds for any targets.
    private protected override float Target(SeededRandom random) => random.NextSingle();

    private protected override void AssertSameBits(Func<LossCase> create) => EveryWidth.AssertSameBits(
        () => new CrossEntropySubject<float, ProbabilityRow>(smoothing: 0, create(), static example => example.Targets));
}
